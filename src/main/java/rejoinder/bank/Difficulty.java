package rejoinder.bank;

import java.util.Locale;
import java.util.Optional;

/** How much experience a question expects. */
public enum Difficulty {
    JUNIOR,
    MIDDLE,
    SENIOR;

    /** The word as packs write it: {@code junior}, {@code middle} or {@code senior}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The difficulty that a pack's word names; empty if it names none. */
    public static Optional<Difficulty> ofWord(String word) {
        for (Difficulty difficulty : values()) {
            if (difficulty.word().equals(word)) {
                return Optional.of(difficulty);
            }
        }
        return Optional.empty();
    }
}
