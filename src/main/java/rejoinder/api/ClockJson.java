package rejoinder.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rejoinder.session.InProgress;
import rejoinder.session.Session;
import rejoinder.session.SessionTimes;

/** The clock of a session; times in epoch milliseconds, durations in milliseconds. */
sealed interface ClockJson {
    /** The clock runs; after the deadline there may be overtime. */
    record Running(String kind, long deadline, long millisLeft, long totalMillis, long overtimeMillis)
            implements ClockJson {}

    record Paused(String kind, long millisLeft, long since, long totalMillis) implements ClockJson {}

    record None(String kind) implements ClockJson {}

    /** The clock at a moment; none for a session without a clock, or one that has ended. */
    static ClockJson of(Session session, Instant now) {
        return InProgress.of(session).map(open -> of(open.times(), now)).orElseGet(() -> new None("none"));
    }

    /** Likewise, for a session that takes answers. */
    static ClockJson of(SessionTimes times, Instant now) {
        long total = times.total().map(Duration::toMillis).orElse(0L);
        Optional<ClockJson> running = times.countdown()
                .running()
                .map(clock -> new Running(
                        "running",
                        clock.deadline().toEpochMilli(),
                        Math.max(0, Duration.between(now, clock.deadline()).toMillis()),
                        total,
                        times.overtime().toMillis()));
        return running.or(() -> times.countdown()
                        .stopped()
                        .map(clock -> new Paused(
                                "paused", clock.left().toMillis(), clock.since().toEpochMilli(), total)))
                .orElseGet(() -> new None("none"));
    }
}
