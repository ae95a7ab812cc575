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
import rejoinder.plan.DrillLog;
import rejoinder.plan.Drilled;

/**
 * Where sessions are kept. Every method is one transaction; what it has returned from survives a power cut. Instants and durations are kept to the millisecond,
 * texts to the character, and questions as they were asked. Every method throws {@link StoreException} if the sessions cannot be read or written.
 */
public interface SessionStore extends DrillLog {
    /**
     * Keeps a new session; its questions count as seen from now on.
     *
     * @throws IllegalStateException if the id is taken
     */
    void begin(InProgress session);

    /**
     * Keeps a new session, unless the candidate has one that was begun with the same key.
     *
     * @return the session that was begun with the key: this one, or the earlier one
     * @throws IllegalStateException if the id is taken
     */
    SessionId begin(InProgress session, String key);

    /** A candidate's session; empty if there is none of that id or it is another's. */
    Optional<Session> find(CandidateId candidate, SessionId id);

    /**
     * Applies one step to a session, alone: no other change to any session happens between its reading and its writing. If the step throws, nothing is changed
     * and the exception goes on. Every other change waits while a step runs, so a step only computes; it never changes the set-up or takes a correction away.
     * Of the texts to keep beside, one that is kept for its place already is not kept twice.
     *
     * @throws SessionException.NoSuchSession if there is none of that id or it is another's
     */
    <R> R change(CandidateId candidate, SessionId id, Function<Session, Change<R>> step);

    /**
     * Lets a save decide about one draft, alone in the same way. Only its place is read and written, so that it costs the same however many questions there are.
     *
     * @throws SessionException.NoSuchSession if there is none of that id or it is another's
     * @throws SessionException.NoSuchQuestion if the session has no such place
     */
    SaveResult save(CandidateId candidate, SessionId id, int place, Function<DraftPlace, DraftPlace.Saving> step);

    /** The newest sessions of a candidate that a filter takes, the newest first; no more than so many. */
    List<SessionSummary> history(CandidateId candidate, HistoryFilter filter, int most);

    /** All sessions of a candidate, the newest first. */
    default List<SessionSummary> history(CandidateId candidate) {
        return history(candidate, HistoryFilter.ALL, Integer.MAX_VALUE);
    }

    /** How many sessions of a candidate a filter takes. */
    int sessions(CandidateId candidate, HistoryFilter filter);

    /** The ids of all topics that sessions of a candidate ask about. */
    Set<String> topics(CandidateId candidate);

    /** When each question was last handed out to a candidate. */
    Map<QuestionId, Instant> lastAsked(CandidateId candidate);

    /** Sessions in progress whose clock runs and whose deadline is before an instant, of every candidate, the earliest deadline first. */
    List<Key> runningOutBefore(Instant deadline);

    /** Sessions with an answer whose grading is owed, of every candidate, the first to have begun first. */
    List<Key> owed();

    /** Texts kept beside the drafts of a session, oldest first. */
    List<KeptVersion> kept(CandidateId candidate, SessionId id);

    /** Grades of a session that later ones took the place of, by place, the first grade of each first. */
    List<EarlierGrade> earlier(CandidateId candidate, SessionId id);

    /** Every attempt at a question that was handed in, oldest first. */
    List<PastAttempt> attempts(CandidateId candidate, QuestionId question);

    /**
     * How sure the candidate was, against what came of it.
     *
     * @param from the least score that bears it out
     * @return one for each word that was said about an answer that has a score, the surest first
     */
    List<ConfidenceTally> confidenceTallies(CandidateId candidate, Score from);

    /** How long the answers with text took, one per question, in the order of the questions' ids. */
    List<TimeSpent> timesSpent(CandidateId candidate);

    /** Hands over every question whose answer is handed in, with the answer; the newest session first. The visitor must not use this store. */
    void answers(CandidateId candidate, Consumer<Search.Asked> visitor);

    /**
     * Keeps a line about a key point.
     *
     * @throws SessionException.NoSuchSession if it is of a session that there is not, or that is another's
     */
    void keep(CandidateId candidate, DrillLine line);

    /** Every line about a key point, oldest first. */
    List<DrillLine> drillLines(CandidateId candidate);

    @Override
    default List<Drilled> drills(CandidateId candidate) {
        return drillLines(candidate).stream().map(DrillLine::drilled).toList();
    }

    /** Deletes every line about a key point of a candidate. */
    void forgetDrills(CandidateId candidate);

    /** Deletes a session with everything that belongs to it, lines about its points included; false if there was none. */
    boolean delete(CandidateId candidate, SessionId id);

    /**
     * Names a session of any candidate.
     *
     * @param candidate whose it is
     * @param id which
     */
    record Key(CandidateId candidate, SessionId id) {}

    /**
     * One handed-in attempt at a question.
     *
     * @param session where it was asked
     * @param place index in that session, from 0
     * @param revision the question's revision at the time
     * @param result what was handed in and what it earned
     * @param corrections the candidate's words about it, oldest first
     */
    record PastAttempt(SessionId session, int place, String revision, Result result, List<Correction> corrections) {
        /** Copies the list. */
        public PastAttempt {
            corrections = List.copyOf(corrections);
        }
    }
}
