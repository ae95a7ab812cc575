package rejoinder.session;

import java.time.Instant;
import java.time.InstantSource;
import rejoinder.plan.CandidateId;

/** Closes sessions whose time has run out, whether a browser is there or not. */
final class OverdueCloser {
    private final SessionStore store;
    private final InstantSource clock;

    OverdueCloser(SessionStore store, InstantSource clock) {
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
        return session instanceof InProgress open && open.isOver(clock.instant()) ? close(candidate, id) : session;
    }

    /** Closes all of them; returns how many. */
    int closeOverdue() {
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
                .filter(session -> session instanceof InProgress open
                        && !open.overtime().isZero()
                        && !open.isOver(clock.instant()))
                .isPresent();
    }

    private Session close(CandidateId candidate, SessionId id) {
        return store.change(candidate, id, session -> {
            Instant now = clock.instant();
            Session next = session instanceof InProgress open && open.isOver(now) ? open.submit(now) : session;
            return Change.to(next, next);
        });
    }
}
