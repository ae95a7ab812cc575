package rejoinder.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Wrong passwords of late, by name and by address. Who has too many waits, even with the right one: otherwise the answer would tell it from a wrong one. A name that
 * nobody has is counted like any other.
 */
final class Tries {
    static final int MOST_OF_NAME = 10;

    /** A class shares one address behind its school's router. */
    static final int MOST_OF_ADDRESS = 60;

    static final Duration WINDOW = Duration.ofMinutes(15);

    /** Names and addresses that are remembered; the ones not heard of for longest make room. */
    private static final int MOST_REMEMBERED = 20_000;

    private final Map<String, Deque<Instant>> wrong = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Counts a try as wrong until {@link #succeeded} says otherwise, so that tries at the same time count too.
     *
     * @throws AccountException.TooManyTries if it may not be tried now
     */
    synchronized void begin(String name, String address, Instant now) {
        Deque<Instant> ofName = late("name " + name, now);
        Deque<Instant> ofAddress = late("address " + address, now);
        requireRoom(ofName, MOST_OF_NAME, now);
        requireRoom(ofAddress, MOST_OF_ADDRESS, now);
        ofName.addLast(now);
        ofAddress.addLast(now);
    }

    private static void requireRoom(Deque<Instant> tries, int most, Instant now) {
        if (tries.size() >= most) {
            throw new AccountException.TooManyTries(
                    Duration.between(now, tries.getFirst().plus(WINDOW)));
        }
    }

    /** The password was right after all. */
    synchronized void succeeded(String name, String address, Instant now) {
        wrong.remove("name " + name);
        Deque<Instant> ofAddress = late("address " + address, now);
        ofAddress.pollLast();
        if (ofAddress.isEmpty()) {
            wrong.remove("address " + address);
        }
    }

    private Deque<Instant> late(String key, Instant now) {
        Deque<Instant> tries = wrong.computeIfAbsent(key, unseen -> new ArrayDeque<>());
        // a try from the future is from before the clock was put back, and would count for too long
        tries.removeIf(at -> at.isAfter(now) || !at.plus(WINDOW).isAfter(now));
        if (wrong.size() > MOST_REMEMBERED) {
            wrong.remove(wrong.keySet().iterator().next());
        }
        return tries;
    }
}
