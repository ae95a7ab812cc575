package rejoinder.plan;

import rejoinder.bank.Topic;

/** What is known of a topic: the share of full marks that the candidate would earn if every question of it were asked now. */
public sealed interface Mastery {
    /** What it is about. */
    Topic topic();

    /** How many answers there are, repeated ones included, blank ones not. */
    int answers();

    /** Nothing of the topic was answered. */
    record Untouched(Topic topic) implements Mastery {
        @Override
        public int answers() {
            return 0;
        }
    }

    /**
     * Something was answered, but not enough for a number.
     *
     * @param needed how many answers a number takes
     */
    record TooFew(Topic topic, int answers, int needed) implements Mastery {
        /** As it is said to the candidate. */
        public String sentence() {
            return "not enough answers yet (" + answers + " of " + needed + ")";
        }
    }

    /**
     * Enough was answered for a number.
     *
     * @param mean the best guess, 0 to 1
     * @param low below it with a chance of one in ten
     * @param high above it with a chance of one in ten
     * @param trend its trend
     */
    record Measured(Topic topic, int answers, double mean, double low, double high, Trend trend) implements Mastery {
        /** As it is said to the candidate: {@code 38 % (18-60)}. */
        public String sentence() {
            return percent(mean) + " % (" + percent(low) + "-" + percent(high) + ")";
        }
    }

    /**
     * The trend of mastery.
     *
     * @param change the mean now less the mean {@link MasteryModel#TREND_DAYS} days ago; 0 if there was no number then
     */
    record Trend(Direction direction, double change) {}

    /** The word for a trend. */
    enum Direction {
        /** There was no number then, or nothing was answered since. */
        UNKNOWN,
        FALLING,
        STEADY,
        RISING
    }

    private static int percent(double fraction) {
        return (int) Math.round(fraction * 100);
    }
}
