package rejoinder.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The time where several servers share a database: this machine's, or the database's where the two are far apart, so that no deadline depends on the server that looks. */
final class SharedClock implements InstantSource {
    private static final Logger LOG = LoggerFactory.getLogger(SharedClock.class);

    /** Clocks that are set by a time server are never so far apart. */
    private static final Duration FAR = Duration.ofSeconds(5);

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final InstantSource own;
    private final Supplier<Optional<Instant>> database;
    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant comparedAt = Instant.MIN;

    /**
     * @param own this machine's
     * @param database the database's; empty if no other server works on it
     */
    SharedClock(InstantSource own, Supplier<Optional<Instant>> database) {
        this.own = own;
        this.database = database;
    }

    @Override
    public Instant instant() {
        return own.instant().minus(ahead);
    }

    /** Compares the two, once a minute. */
    void compare() {
        Instant before = own.instant();
        if (!before.isBefore(comparedAt) && before.isBefore(comparedAt.plus(EVERY))) {
            return;
        }
        Optional<Instant> there = database.get();
        if (there.isEmpty()) {
            return;
        }
        Duration took = Duration.between(before, own.instant());
        if (took.isNegative() || took.compareTo(FAR) > 0) {
            // the database's clock was read at some moment in between
            return;
        }
        Duration now = Duration.between(there.get(), before.plus(took.dividedBy(2)));
        Duration apart = now.abs().compareTo(FAR) > 0 ? now : Duration.ZERO;
        boolean told = !ahead.isZero();
        ahead = apart;
        comparedAt = before;
        if (told != warning().isPresent()) {
            LOG.warn("{}", warning().orElse("The clock of this server is right again."));
        }
    }

    /** That the clock is wrong; empty if it is not. */
    Optional<String> warning() {
        Duration apart = ahead;
        return apart.isZero()
                ? Optional.empty()
                : Optional.of("The clock of this server is " + inWords(apart.abs())
                        + (apart.isNegative() ? " behind" : " ahead of")
                        + " the database's, which counts now; set both by a time server.");
    }

    private static String inWords(Duration apart) {
        long seconds = apart.toSeconds();
        if (seconds < 120) {
            return seconds + " seconds";
        }
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 120) {
            return minutes + " minutes";
        }
        return Math.round(minutes / 60.0) + " hours";
    }
}
