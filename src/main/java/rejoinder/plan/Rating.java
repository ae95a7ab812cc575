package rejoinder.plan;

import java.util.Optional;
import rejoinder.grade.Score;

/** How well something was remembered, in the four words of spaced repetition. */
public enum Rating {
    AGAIN(1),
    HARD(2),
    GOOD(3),
    EASY(4);

    private static final double HARD_FROM = .40;
    private static final double GOOD_FROM = .60;
    private static final double EASY_FROM = .85;

    private final int number;

    Rating(int number) {
        this.number = number;
    }

    /**
     * The rating that a score stands for: below .40 again, below .60 hard, below .85 good, from there easy. The limits are a convention of this program: .40 and
     * .60 are where the result page's words "partly" and "solid" begin.
     */
    public static Rating of(Score score) {
        double value = score.value();
        if (value < HARD_FROM) {
            return AGAIN;
        }
        if (value < GOOD_FROM) {
            return HARD;
        }
        return value < EASY_FROM ? GOOD : EASY;
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
