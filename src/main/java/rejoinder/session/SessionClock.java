package rejoinder.session;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time in whole milliseconds, as sessions are stored: a time equals itself when it is read back. */
public final class SessionClock implements InstantSource {
    private final InstantSource clock;

    /**
     * @param clock the time, however fine
     */
    public SessionClock(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
