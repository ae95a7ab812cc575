package rejoinder.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Counts recent failed sign-ins, by name and by address. After too many, one has to wait even with the right password: otherwise the answer would tell it from a wrong one. A name that
 * nobody has is counted like any other.
 */
final class SignInThrottle {
    static final int MOST_OF_NAME = 10;

    /** A class shares one address behind its school's router. */
    static final int MOST_OF_ADDRESS = 60;

    static final Duration WINDOW = Duration.ofMinutes(15);

    /** How far the clocks of servers may be apart; a try that is further ahead is from before the clock was put back, and would count for too long. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);

    private final AccountStore store;

    SignInThrottle(AccountStore store) {
        this.store = store;
    }

    /**
     * Counts a try as wrong until {@link #succeeded} says otherwise, so that tries at the same time count too.
     *
     * @param id of the try
     * @throws AccountException.TooManyTries if it may not be tried now
     */
    void begin(String id, String name, String address, Instant now) {
        begin("There were too many wrong passwords", id, name, address, now);
    }

    /**
     * The same for somebody who goes to an identity provider and has no name yet.
     *
     * @throws AccountException.TooManyTries if it may not be tried now
     */
    void beginFrom(String id, String address, Instant now) {
        begin("Too many sign-ins were started from here and not finished", id, id, address, now);
    }

    private void begin(String what, String id, String name, String address, Instant now) {
        store.forgetTries(now.minus(WINDOW), now.plus(CLOCKS));
        Optional<Instant> oldest = store.tryPassword(
                id,
                new AccountStore.Counted(name(name), MOST_OF_NAME),
                new AccountStore.Counted("address " + address, MOST_OF_ADDRESS),
                now);
        oldest.ifPresent(since -> {
            throw new AccountException.TooManyTries(what, Duration.between(now, since.plus(WINDOW)));
        });
    }

    /** The password was right after all. */
    void succeeded(String id, String name) {
        store.passwordWasRight(id, name(name));
    }

    /** The sign-in at an identity provider has succeeded. */
    void succeeded(String id) {
        succeeded(id, id);
    }

    private static String name(String name) {
        return "name " + name;
    }
}
