package rejoinder.session;

import java.time.Duration;
import java.time.Instant;

/** The state of a session's clock. */
public sealed interface Countdown {
    /** The clock runs; answers are taken until the deadline. */
    record RunsUntil(Instant deadline) implements Countdown {}

    /**
     * The clock is stopped.
     *
     * @param left what was left when it was stopped
     * @param since when that was
     */
    record StoppedAt(Duration left, Instant since) implements Countdown {}

    /** There is no clock. */
    record Unlimited() implements Countdown {}
}
