package rejoinder.session;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import rejoinder.plan.CandidateId;

/** Closes sessions whose time has run out, whether a browser is there or not. */
public final class OverdueCloser {
    private final SessionStore store;
    private final SessionClock clock;

    /**
     * @param store where sessions are kept
     * @param clock the time
     */
    public OverdueCloser(SessionStore store, SessionClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * A session as it is now; one whose time has run out is closed first.
     *
     * @throws SessionException.NoSuchSession if there is none
     */
    Session find(CandidateId candidate, SessionId id) {
        Session session = store.find(candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id));
        return session.isOverdue(clock.instant()) ? close(candidate, id) : session;
    }

    /**
     * Applies a step to a session that takes answers; one whose time has run out is closed instead.
     *
     * @throws SessionException.NoSuchSession if there is none
     * @throws SessionException.WrongState if its answers are fixed, by now or before
     */
    InProgress change(CandidateId candidate, SessionId id, Function<InProgress, InProgress> step) {
        Optional<InProgress> after = store.change(candidate, id, session -> {
            InProgress open = InProgress.of(session)
                    .orElseThrow(
                            () -> new SessionException.WrongState("The interview is over; its answers are fixed."));
            if (open.isOverdue(clock.instant())) {
                return Change.to(open.submit(clock.instant()), Optional.empty());
            }
            InProgress next = step.apply(open);
            return Change.to(next, Optional.of(next));
        });
        return after.orElseThrow(
                () -> new SessionException.WrongState("The time was over; what was typed until then is handed in."));
    }

    /** Closes all of them; returns how many. */
    public int closeAll() {
        int closed = 0;
        for (SessionStore.Key key : store.runningOutBefore(clock.instant().minus(InProgress.NETWORK_ALLOWANCE))) {
            if (inOvertime(key)) {
                continue;
            }
            boolean done = OwedGrading.forOne(key, "closed", () -> close(key.candidate(), key.id()));
            closed += done ? 1 : 0;
        }
        return closed;
    }

    private boolean inOvertime(SessionStore.Key key) {
        return store.find(key.candidate(), key.id())
                .filter(session -> !session.isOverdue(clock.instant()))
                .isPresent();
    }

    private Session close(CandidateId candidate, SessionId id) {
        return store.change(candidate, id, session -> {
            Instant now = clock.instant();
            Session next = session.isOverdue(now) ? session.submit(now) : session;
            return Change.to(next, next);
        });
    }
}
