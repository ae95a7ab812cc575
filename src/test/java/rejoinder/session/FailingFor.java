package rejoinder.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;

/** A store that cannot change one session. */
record FailingFor(SessionStore store, SessionId failing) implements SessionStore {
    @Override
    public SessionId begin(InProgress session, String key) {
        return store.begin(session, key);
    }

    @Override
    public <R> R change(CandidateId candidate, SessionId id, Function<Session, Change<R>> step) {
        if (id.equals(failing)) {
            throw new StoreException("The disk is full.");
        }
        return store.change(candidate, id, step);
    }

    @Override
    public SaveResult save(
            CandidateId candidate, SessionId id, int place, Function<DraftPlace, DraftPlace.Saving> step) {
        return store.save(candidate, id, place, step);
    }

    @Override
    public void begin(InProgress session) {
        store.begin(session);
    }

    @Override
    public Optional<Session> find(CandidateId candidate, SessionId id) {
        return store.find(candidate, id);
    }

    @Override
    public List<SessionSummary> history(CandidateId candidate, HistoryFilter filter, int most) {
        return store.history(candidate, filter, most);
    }

    @Override
    public int sessions(CandidateId candidate, HistoryFilter filter) {
        return store.sessions(candidate, filter);
    }

    @Override
    public Set<String> topics(CandidateId candidate) {
        return store.topics(candidate);
    }

    @Override
    public Map<QuestionId, Instant> lastAsked(CandidateId candidate) {
        return store.lastAsked(candidate);
    }

    @Override
    public List<Key> runningOutBefore(Instant deadline) {
        return store.runningOutBefore(deadline);
    }

    @Override
    public List<Key> owed() {
        return store.owed();
    }

    @Override
    public List<KeptVersion> kept(CandidateId candidate, SessionId id) {
        return store.kept(candidate, id);
    }

    @Override
    public List<EarlierGrade> earlier(CandidateId candidate, SessionId id) {
        return store.earlier(candidate, id);
    }

    @Override
    public List<PastAttempt> attempts(CandidateId candidate, QuestionId question) {
        return store.attempts(candidate, question);
    }

    @Override
    public List<ConfidenceTally> confidenceTallies(CandidateId candidate, Score from) {
        return store.confidenceTallies(candidate, from);
    }

    @Override
    public List<TimeSpent> timesSpent(CandidateId candidate) {
        return store.timesSpent(candidate);
    }

    @Override
    public void answers(CandidateId candidate, Consumer<Search.Asked> visitor) {
        store.answers(candidate, visitor);
    }

    @Override
    public void keep(CandidateId candidate, DrillLine line) {
        store.keep(candidate, line);
    }

    @Override
    public List<DrillLine> drillLines(CandidateId candidate) {
        return store.drillLines(candidate);
    }

    @Override
    public void forgetDrills(CandidateId candidate) {
        store.forgetDrills(candidate);
    }

    @Override
    public boolean delete(CandidateId candidate, SessionId id) {
        return store.delete(candidate, id);
    }
}
