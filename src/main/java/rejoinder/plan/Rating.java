package rejoinder.plan;

import java.util.Locale;
import java.util.Optional;
import rejoinder.grade.Score;
import rejoinder.grade.ScoreBand;

/** How well something was remembered, in the four words of spaced repetition. */
public enum Rating {
    AGAIN(1),
    HARD(2),
    GOOD(3),
    EASY(4);

    /** Whole per cent; a convention of this program. */
    private static final int EASY_FROM = 85;

    private final int number;

    Rating(int number) {
        this.number = number;
    }

    /** The rating that a score stands for: "not yet" is again, "partly" hard, from "solid" on good, and from 85 % on easy. */
    public static Rating of(Score score) {
        return switch (ScoreBand.of(score)) {
            case NOT_YET -> AGAIN;
            case PARTLY -> HARD;
            case SOLID, STRONG -> score.percent() < EASY_FROM ? GOOD : EASY;
        };
    }

    /** As it is shown: {@code again}, {@code hard}, {@code good} or {@code easy}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key that stands for it, 1 (again) to 4 (easy). */
    public int number() {
        return number;
    }

    /** The rating that a key stands for; empty if the number is not 1 to 4. */
    public static Optional<Rating> ofNumber(int number) {
        for (Rating rating : values()) {
            if (rating.number == number) {
                return Optional.of(rating);
            }
        }
        return Optional.empty();
    }
}
