package rejoinder.grade;

import java.util.Locale;

/** What became of a key point in an answer. */
public enum Verdict {
    /** The answer makes the point. */
    MADE,

    /** The answer makes a part of the point, or comes near it. */
    UNCLEAR,

    /** The answer does not make the point. */
    NOT_SAID,

    /** The answer says the opposite. */
    CONTRADICTED;

    private static final int QUARTERS = 4;

    /** The verdict that a candidate's credit for a point stands for: all of it, a part, or nothing. */
    public static Verdict of(Score credit) {
        if (credit.value() >= 1) {
            return MADE;
        }
        return credit.value() > 0 ? UNCLEAR : NOT_SAID;
    }

    /**
     * The part of a point's share that the verdict earns. What is unclear earns about what it is worth on average: the probability in quarters, rounded up in the
     * candidate's favour, at least one and at most three.
     *
     * @param probability that the answer makes the point, 0 to 1
     */
    public double part(double probability) {
        return switch (this) {
            case MADE -> 1;
            case UNCLEAR -> Math.max(1, Math.min(QUARTERS - 1, Math.ceil(probability * QUARTERS))) / QUARTERS;
            case NOT_SAID, CONTRADICTED -> 0;
        };
    }

    /** Name in JSON and in files: {@code made}, {@code unclear}, {@code not-said} or {@code contradicted}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As a person reads it: {@code not said}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
