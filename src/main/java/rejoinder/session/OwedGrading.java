package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderState;
import rejoinder.plan.Hints;

/** Grades what is owed, outside any transaction: a crash or a failure leaves it owed, and it is graded later. */
public final class OwedGrading {
    /** After a failure a session is graded again after this time: soon enough for a person, too seldom to keep the machine busy. */
    static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(10);

    /** A database that was away is usually back within seconds. */
    static final Duration STORED_AGAIN_AFTER = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(OwedGrading.class);

    private final SessionStore store;
    private final Leases leases;
    private final Supplier<GraderState> grading;
    private final Hints hints;
    private final SessionClock clock;
    /** Until when sessions wait after a failure. */
    private final Map<SessionStore.Key, Instant> waiting = new ConcurrentHashMap<>();

    /**
     * @param store where sessions are kept
     * @param leases which of several servers grades what
     * @param grading whether answers can be graded now
     * @param hints what a hint that was taken costs
     * @param clock the time
     */
    public OwedGrading(
            SessionStore store, Leases leases, Supplier<GraderState> grading, Hints hints, SessionClock clock) {
        this.store = store;
        this.leases = leases;
        this.grading = grading;
        this.hints = hints;
        this.clock = clock;
    }

    /** Grades every session that is owed and not waiting after a failure; returns how many are still owed afterwards, by what is known here. */
    public int gradeAll() {
        List<SessionStore.Key> owed = store.owed();
        waiting.keySet().retainAll(owed);
        Instant now = clock.instant();
        Map<String, SessionStore.Key> due = new LinkedHashMap<>();
        for (SessionStore.Key key : owed) {
            Instant until = waiting.get(key);
            // a wait that is longer than any is from before the clock was put back
            if (until == null || !until.isAfter(now) || until.isAfter(now.plus(TRIED_AGAIN_AFTER))) {
                due.put(key.id().value(), key);
            }
        }
        AtomicInteger left = new AtomicInteger(owed.size());
        // asked for each session again: a server that stops takes its grader away, and the rest stays owed
        leases.each(Leases.Work.GRADING, due.keySet(), lease -> {
            Optional<Grader> grader = grading.get().ready();
            grader.filter(it -> grade(Objects.requireNonNull(due.get(lease.piece())), it, lease))
                    .ifPresent(it -> left.decrementAndGet());
            return grader.isPresent();
        });
        return left.get();
    }

    /** Grades one session if the grader is ready and no other server grades it. */
    void gradeNow(SessionStore.Key key) {
        grading.get()
                .ready()
                .ifPresent(grader -> leases.each(
                        Leases.Work.GRADING, List.of(key.id().value()), lease -> grade(key, grader, lease)));
    }

    /** Grades what one session owes; whether nothing is owed any more. */
    private boolean grade(SessionStore.Key key, Grader grader, Leases.Lease lease) {
        Optional<RuntimeException> failure = forOne(key, "graded", () -> {
            List<RuntimeException> failures = new ArrayList<>();
            write(key, grader, lease, failures);
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        });
        failure.ifPresentOrElse(
                why -> waiting.put(
                        key,
                        clock.instant().plus(why instanceof StoreException ? STORED_AGAIN_AFTER : TRIED_AGAIN_AFTER)),
                () -> waiting.remove(key));
        return failure.isEmpty();
    }

    private void write(SessionStore.Key key, Grader grader, Leases.Lease lease, List<RuntimeException> failures) {
        Session session =
                store.find(key.candidate(), key.id()).orElseThrow(() -> new SessionException.NoSuchSession(key.id()));
        // each is written as it comes, so that the candidate sees how far it is, and a crash costs one at most
        Grading.grade(
                session,
                grader,
                hints,
                (place, grade) -> {
                    if (lease.renew()) {
                        store.change(key.candidate(), key.id(), current -> {
                            Session next = Grading.write(current, place, grade, clock.instant());
                            return Change.to(next, next);
                        });
                    }
                },
                (place, failure) -> failures.add(failure));
    }

    /** Does work for one of several sessions, so that one that fails does not keep the others waiting; the failure, if there was one. A session that is gone is none. */
    static Optional<RuntimeException> forOne(SessionStore.Key key, String what, Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (SessionException.NoSuchSession e) {
            LOG.debug("Session {} was deleted before it was {}.", key.id().value(), what);
            return Optional.empty();
        } catch (RuntimeException e) {
            LOG.error(
                    "Session {} could not be {}; it will be retried later.",
                    key.id().value(),
                    what,
                    e);
            return Optional.of(e);
        }
    }
}
