package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a test moves it, in either direction. */
public final class TestClock implements InstantSource {
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void forward(Duration step) {
        now = now.plus(step);
    }

    public void backward(Duration step) {
        now = now.minus(step);
    }

    public void set(Instant instant) {
        now = instant;
    }
}
