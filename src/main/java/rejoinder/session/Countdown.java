package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The state of a session's clock. */
public sealed interface Countdown {
    /** The clock if it runs. */
    default Optional<RunsUntil> running() {
        return Optional.empty();
    }

    /** The clock if it is stopped. */
    default Optional<StoppedAt> stopped() {
        return Optional.empty();
    }

    /** The clock runs; answers are taken until the deadline. */
    record RunsUntil(Instant deadline) implements Countdown {
        @Override
        public Optional<RunsUntil> running() {
            return Optional.of(this);
        }
    }

    /**
     * The clock is stopped.
     *
     * @param left what was left when it was stopped
     * @param since when that was
     */
    record StoppedAt(Duration left, Instant since) implements Countdown {
        @Override
        public Optional<StoppedAt> stopped() {
            return Optional.of(this);
        }

        /** How long the stop lasts so far; a clock that went backwards must not take time away. */
        public Duration lasted(Instant now) {
            Duration stop = Duration.between(since, now);
            return stop.isNegative() ? Duration.ZERO : stop;
        }
    }

    /** This session has no clock. */
    record Unlimited() implements Countdown {}
}
