package rejoinder.session;

import java.time.Duration;

/** How much time a session has. */
public sealed interface Pace {
    /**
     * The sum of the questions' suggested times, multiplied.
     *
     * @param factor above 0, at most 10; 1 is as suggested
     */
    record Suggested(double factor) implements Pace {
        /** Refuses a factor outside the range. */
        public Suggested {
            if (!(factor > 0 && factor <= 10)) {
                throw new IllegalArgumentException("The time factor is above 0 and at most 10, not " + factor + ".");
            }
        }
    }

    /**
     * A total that the candidate chose.
     *
     * @param total 1 second to 24 hours
     */
    record Timed(Duration total) implements Pace {
        /** Refuses a total outside the range. */
        public Timed {
            if (total.compareTo(Duration.ofSeconds(1)) < 0 || total.compareTo(Duration.ofHours(24)) > 0) {
                throw new IllegalArgumentException("An interview lasts 1 second to 24 hours, not " + total + ".");
            }
        }
    }

    /** No clock. */
    record Untimed() implements Pace {}
}
