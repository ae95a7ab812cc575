package rejoinder.api;

import java.time.Duration;
import java.time.Instant;
import rejoinder.session.Countdown;
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
        if (!(session instanceof InProgress open)) {
            return new None("none");
        }
        long total = open.setup().total().map(Duration::toMillis).orElse(0L);
        if (open.countdown() instanceof Countdown.RunsUntil running) {
            long left = Duration.between(now, running.deadline()).toMillis();
            return new Running(
                    "running",
                    running.deadline().toEpochMilli(),
                    Math.max(0, left),
                    total,
                    open.overtime().toMillis());
        }
        if (open.countdown() instanceof Countdown.StoppedAt stopped) {
            return new Paused(
                    "paused", stopped.left().toMillis(), stopped.since().toEpochMilli(), total);
        }
        return new None("none");
    }
}
