package rejoinder.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import rejoinder.session.InProgress;
import rejoinder.session.Session;

/** The clock of a session; times in epoch milliseconds, durations in milliseconds. */
sealed interface ClockJson {
    /** Runs; after the deadline one may go on for the overtime. */
    record Running(String kind, long deadline, long millisLeft, long totalMillis, long overtimeMillis)
            implements ClockJson {}

    record Paused(String kind, long millisLeft, long since, long totalMillis) implements ClockJson {}

    record None(String kind) implements ClockJson {}

    /** The clock as it stands; none for a session without one, and for one that has ended. */
    static ClockJson of(Session session, Instant now) {
        return InProgress.of(session).flatMap(open -> of(open, now)).orElseGet(() -> new None("none"));
    }

    private static Optional<ClockJson> of(InProgress open, Instant now) {
        long total = open.setup().total().map(Duration::toMillis).orElse(0L);
        Optional<ClockJson> running = open.countdown()
                .running()
                .map(clock -> new Running(
                        "running",
                        clock.deadline().toEpochMilli(),
                        Math.max(0, Duration.between(now, clock.deadline()).toMillis()),
                        total,
                        open.overtime().toMillis()));
        return running.or(() -> open.countdown()
                .stopped()
                .map(clock -> new Paused(
                        "paused", clock.left().toMillis(), clock.since().toEpochMilli(), total)));
    }
}
