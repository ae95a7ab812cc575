package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The times of a session that takes answers.
 *
 * @param startedAt when the questions were handed out
 * @param countdown the clock
 * @param paused how long the clock was stopped so far, without a stop that still lasts
 * @param allowsOvertime whether one may go on writing after the time
 */
public record SessionTimes(Instant startedAt, Countdown countdown, Duration paused, boolean allowsOvertime) {
    /** What is still taken after the deadline, because a save may have been under way. */
    static final Duration NETWORK_ALLOWANCE = Duration.ofSeconds(5);

    /** The time for the whole session; empty if there is no clock. */
    public Optional<Duration> total() {
        return countdown
                .running()
                .map(running -> Duration.between(startedAt, running.deadline()))
                .or(() -> countdown
                        .stopped()
                        .map(stop -> Duration.between(startedAt, stop.since()).plus(stop.left())))
                .map(withPauses -> withPauses.minus(paused));
    }

    /** How long one may go on writing after the time: as long again as the time was, or not at all. */
    public Duration overtime() {
        return allowsOvertime ? total().orElse(Duration.ZERO) : Duration.ZERO;
    }

    /** The end of the time, with the overtime if there is any. */
    Instant lastMoment() {
        return countdown
                .running()
                .map(running -> running.deadline().plus(overtime()))
                .orElse(Instant.MAX);
    }

    /** Whether the deadline and the network allowance are over, so that what is written now does not count. */
    boolean isLate(Instant now) {
        return countdown
                .running()
                .filter(running -> now.isAfter(running.deadline().plus(NETWORK_ALLOWANCE)))
                .isPresent();
    }

    /** Whether no answer is taken any more: the deadline and the network allowance are over, and the overtime if there is any. */
    boolean isOverdue(Instant now) {
        return isLate(now) && now.isAfter(lastMoment().plus(NETWORK_ALLOWANCE));
    }
}
