package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderState;
import rejoinder.plan.Hints;

/** Grades what is owed, outside any transaction: a crash or a failure leaves it owed, and it is graded later. */
public final class OwedGrading {
    /** After a failure a session is graded again once this has passed: soon enough for a person, too seldom to keep the machine busy with it. */
    static final Duration TRIED_AGAIN_AFTER = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(OwedGrading.class);

    private final SessionStore store;
    private final Supplier<GraderState> grading;
    private final Hints hints;
    private final SessionClock clock;
    private final Map<SessionStore.Key, Instant> failed = new ConcurrentHashMap<>();

    /**
     * @param store where sessions are kept
     * @param grading whether answers can be graded now
     * @param hints what a hint that was taken costs
     * @param clock the time
     */
    public OwedGrading(SessionStore store, Supplier<GraderState> grading, Hints hints, SessionClock clock) {
        this.store = store;
        this.grading = grading;
        this.hints = hints;
        this.clock = clock;
    }

    /** Grades every session that is owed and not waiting after a failure; returns how many are still owed afterwards. */
    public int gradeAll() {
        List<SessionStore.Key> owed = store.owed();
        failed.keySet().retainAll(owed);
        Instant longAgo = clock.instant().minus(TRIED_AGAIN_AFTER);
        int left = 0;
        for (SessionStore.Key key : owed) {
            Instant failure = failed.get(key);
            boolean waits = failure != null && failure.isAfter(longAgo);
            // asked for each session anew: a server that stops takes its grader away, and the rest stays owed
            boolean graded = !waits
                    && grading.get()
                            .ready()
                            .filter(grader -> grade(key, grader))
                            .isPresent();
            if (!graded) {
                left++;
            }
        }
        return left;
    }

    /** Grades one session if the grader is ready. */
    void gradeNow(SessionStore.Key key) {
        grading.get().ready().ifPresent(grader -> grade(key, grader));
    }

    /** Grades what one session owes; whether nothing is owed any more. */
    private boolean grade(SessionStore.Key key, Grader grader) {
        boolean graded = forOne(key, "graded", () -> {
            List<RuntimeException> failures = new ArrayList<>();
            write(key, grader, failures);
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        });
        if (graded) {
            failed.remove(key);
        } else {
            failed.put(key, clock.instant());
        }
        return graded;
    }

    private void write(SessionStore.Key key, Grader grader, List<RuntimeException> failures) {
        Session session =
                store.find(key.candidate(), key.id()).orElseThrow(() -> new SessionException.NoSuchSession(key.id()));
        // each is written as it comes, so that the candidate sees how far it is, and a crash costs one at most
        Grading.grade(
                session,
                grader,
                hints,
                (place, grade) -> store.change(key.candidate(), key.id(), current -> {
                    Session next = Grading.write(current, place, grade, clock.instant());
                    return Change.to(next, next);
                }),
                (place, failure) -> failures.add(failure));
    }

    /** Does work for one of several sessions, so that one that fails does not keep the others waiting; whether it was done, or the session is gone. */
    static boolean forOne(SessionStore.Key key, String what, Runnable work) {
        try {
            work.run();
            return true;
        } catch (SessionException.NoSuchSession e) {
            LOG.debug("Session {} was deleted before it was {}.", key.id().value(), what);
            return true;
        } catch (RuntimeException e) {
            LOG.error(
                    "Session {} could not be {}; it is tried again later.",
                    key.id().value(),
                    what,
                    e);
            return false;
        }
    }
}
