package rejoinder.session;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The time in whole milliseconds, as sessions are kept: what is handed out now equals what is read back later. */
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
