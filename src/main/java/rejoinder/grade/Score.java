package rejoinder.grade;

/**
 * How much of full marks an answer earned: a fraction in [0, 1], the only scale inside the house.
 *
 * @param value 0 to 1
 */
public record Score(double value) implements Comparable<Score> {
    public static final Score ZERO = new Score(0);
    public static final Score FULL = new Score(1);

    /** Refuses anything outside [0, 1] and NaN. */
    public Score {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("A score is a fraction from 0 to 1, not " + value + ".");
        }
    }

    /** The score nearest to a number: what is below 0 counts as 0, what is above 1 as 1. */
    public static Score nearest(double value) {
        return new Score(Math.max(0, Math.min(1, value)));
    }

    /** Whole per cent, the only precision that is shown. */
    public int percent() {
        return (int) Math.round(value * 100);
    }

    @Override
    public int compareTo(Score other) {
        return Double.compare(value, other.value);
    }
}
