package rejoinder.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import rejoinder.plan.CandidateId;

/** Closes sessions whose time has run out, whether a browser is there or not. */
public final class OverdueCloser {
    private final SessionStore store;
    private final Leases leases;
    private final SessionClock clock;

    /**
     * @param store where sessions are kept
     * @param leases which of several servers closes what
     * @param clock the time
     */
    public OverdueCloser(SessionStore store, Leases leases, SessionClock clock) {
        this.store = store;
        this.leases = leases;
        this.clock = clock;
    }

    /**
     * A session as it is now; if its time has run out, it is closed first.
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

    /** Closes the sessions that no other server closes; returns how many. */
    public int closeAll() {
        Map<String, SessionStore.Key> due = new LinkedHashMap<>();
        due().forEach(key -> due.put(key.id().value(), key));
        AtomicInteger closed = new AtomicInteger();
        leases.each(Leases.Work.CLOSING, due.keySet(), lease -> {
            if (close(Objects.requireNonNull(due.get(lease.piece())))) {
                closed.incrementAndGet();
            }
            return true;
        });
        return closed.get();
    }

    /** Closes those of one candidate. */
    void closeAll(CandidateId candidate) {
        due().stream().filter(key -> key.candidate().equals(candidate)).forEach(this::close);
    }

    private List<SessionStore.Key> due() {
        return store.runningOutBefore(clock.instant().minus(SessionTimes.NETWORK_ALLOWANCE)).stream()
                .filter(key -> !inOvertime(key))
                .toList();
    }

    private boolean close(SessionStore.Key key) {
        return OwedGrading.forOne(key, "closed", () -> close(key.candidate(), key.id()))
                .isEmpty();
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
