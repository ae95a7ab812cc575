package rejoinder.session;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderState;
import rejoinder.grade.ScoreBand;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Hints;

/** The use cases over all past sessions: searching, comparing with the current grader, exporting everything and deleting it. */
public final class Archive {
    /** Most pairs of answers that are listed. */
    private static final int MOST_REVERSALS = 10;

    private final SessionStore store;
    private final CandidateStore candidates;
    private final Supplier<GraderState> grading;
    private final Hints hints;

    /**
     * @param store where sessions are kept
     * @param candidates notes and wordings
     * @param grading whether answers can be graded now
     * @param hints what a hint that was taken costs
     */
    public Archive(SessionStore store, CandidateStore candidates, Supplier<GraderState> grading, Hints hints) {
        this.store = store;
        this.candidates = candidates;
        this.grading = grading;
        this.hints = hints;
    }

    /**
     * Searches the questions that were asked, the answers and the notes.
     *
     * @param words each of them must be there, whatever its case; none finds everything
     * @param noted whether only questions with a note of the candidate's count
     * @return the hits of each session, the newest session first
     */
    public Map<SessionId, List<Search.Hit>> search(CandidateId candidate, String words, boolean noted) {
        Search search = new Search(words, candidates.notes(candidate), noted);
        Map<SessionId, List<Search.Hit>> found = new LinkedHashMap<>();
        store.answers(
                candidate,
                answer -> search.in(answer)
                        .ifPresent(hit -> found.computeIfAbsent(answer.session(), session -> new ArrayList<>())
                                .add(hit)));
        return found;
    }

    /**
     * What is looked for in sessions.
     *
     * @param words each of them must be in the same question, its answer or its note; or all of them as they stand in the title of a topic
     * @param noted whether only questions with a note of the candidate's count; titles then do not
     */
    public record Looked(String words, boolean noted) {
        boolean nothing() {
            return words.isBlank() && !noted;
        }

        boolean isIn(String title) {
            return !noted
                    && title.toLowerCase(Locale.ROOT).contains(words.strip().toLowerCase(Locale.ROOT));
        }
    }

    /**
     * A part of the history.
     *
     * @param all how many sessions there are
     * @param found how many of them are wanted
     * @param topics ids of the topics that the sessions ask about
     * @param lines the newest of those that are wanted
     */
    public record History(int all, int found, Set<String> topics, List<Line> lines) {}

    /** A session, with the questions that were looked for. */
    public record Line(SessionSummary summary, List<Search.Hit> hits) {}

    /**
     * The newest sessions that a filter takes and that have what is looked for, the newest first.
     *
     * @param title the title of a topic by its id
     * @param most how many are listed
     */
    public History history(
            CandidateId candidate, HistoryFilter filter, Looked looked, UnaryOperator<String> title, int most) {
        int all = store.sessions(candidate, HistoryFilter.ALL);
        Set<String> topics = store.topics(candidate);
        if (looked.nothing()) {
            List<Line> lines = store.history(candidate, filter, most).stream()
                    .map(line -> new Line(line, List.of()))
                    .toList();
            return new History(all, store.sessions(candidate, filter), topics, lines);
        }
        Set<String> named =
                topics.stream().filter(id -> looked.isIn(title.apply(id))).collect(Collectors.toSet());
        Map<SessionId, List<Search.Hit>> hits = search(candidate, looked.words(), looked.noted());
        List<Line> lines = store.history(candidate, filter, Integer.MAX_VALUE).stream()
                .filter(line ->
                        hits.containsKey(line.id()) || line.topics().stream().anyMatch(named::contains))
                .map(line -> new Line(line, hits.getOrDefault(line.id(), List.of())))
                .toList();
        return new History(all, lines.size(), topics, lines.stream().limit(most).toList());
    }

    /**
     * A graded session as the current grader would grade it, with the wordings accepted so far; nothing of it is kept.
     *
     * @return empty while there is no grader
     * @throws SessionException.NoSuchSession if there is none
     * @throws SessionException.WrongState if it is not graded
     */
    public Optional<Session.Graded> currentGrades(CandidateId candidate, SessionId id) {
        Session session = store.find(candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id));
        Session.Graded graded = session.graded()
                .orElseThrow(() -> new SessionException.WrongState("A session can be compared once it is graded."));
        return grading.get().ready().map(grader -> regraded(candidate, graded, grader));
    }

    private Session.Graded regraded(CandidateId candidate, Session.Graded graded, Grader grader) {
        List<AcceptedWording> wordings = candidates.wordings(candidate);
        List<Result> results = new ArrayList<>();
        for (Result result : graded.results()) {
            Question question =
                    AcceptedWording.addedTo(graded.setup().questions().get(results.size()), wordings);
            results.add(result.outcome()
                    .marked()
                    .map(marked -> result.with(
                            new Outcome.Marked(Grading.grade(grader, hints, question, result), marked.at())))
                    .orElse(result));
        }
        return new Session.Graded(graded.setup(), graded.ending(), results, graded.corrections());
    }

    /** Every attempt at a question, oldest first. */
    public List<SessionStore.PastAttempt> attempts(CandidateId candidate, QuestionId question) {
        return store.attempts(candidate, question);
    }

    /** Pairs of answers to one question that do not go together: contradictions first, then by how much the score fell. */
    public List<Reversal> reversals(CandidateId candidate) {
        return store.timesSpent(candidate).stream()
                .filter(time -> time.answers() > 1)
                .flatMap(time -> Reversal.among(time.question(), store.attempts(candidate, time.question())).stream())
                .sorted(Comparator.comparing((Reversal found) -> !found.contradicts())
                        .thenComparing(
                                Comparator.comparingDouble(Reversal::fall).reversed()))
                .limit(MOST_REVERSALS)
                .toList();
    }

    /** How long the answers to each question took. */
    public List<TimeSpent> timesSpent(CandidateId candidate) {
        return store.timesSpent(candidate);
    }

    /** How many answers with text each day brought, without those of an interview that still runs. */
    public SortedMap<LocalDate, Integer> answersByDay(CandidateId candidate, ZoneId zone) {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        for (SessionSummary line : store.history(candidate)) {
            boolean over = line.mode() == Mode.PRACTICE || line.state() != Session.State.IN_PROGRESS;
            if (over && line.answered() > 0) {
                days.merge(LocalDate.ofInstant(line.startedAt(), zone), line.answered(), Integer::sum);
            }
        }
        return days;
    }

    /** How sure the candidate was of all answers so far, against what came of them, the surest first. */
    public List<ConfidenceTally> confidenceTallies(CandidateId candidate) {
        return store.confidenceTallies(candidate, ScoreBand.SOLID.least());
    }

    /** What a candidate has here, and what deleting it all would take away. */
    public Holdings holdings(CandidateId candidate) {
        int sessions = 0;
        int answers = 0;
        int corrections = 0;
        Agreement agreement = Agreement.NONE;
        for (SessionSummary line : store.history(candidate)) {
            Optional<Session> session = store.find(candidate, line.id());
            sessions++;
            answers += line.answered();
            corrections += session.map(it -> it.corrections().size()).orElse(0);
            agreement = session.map(Agreement::of).map(agreement::plus).orElse(agreement);
        }
        return new Holdings(
                sessions,
                answers,
                corrections,
                store.drillLines(candidate).size(),
                candidates.notes(candidate).size(),
                candidates.wordings(candidate).size(),
                agreement);
    }

    /**
     * What a candidate has here.
     *
     * @param sessions of every state
     * @param answers with text
     * @param corrections of grades
     * @param drills lines about single key points
     * @param notes about questions
     * @param wordings that count from now on
     * @param agreement of the grader with the corrections
     */
    public record Holdings(
            int sessions, int answers, int corrections, int drills, int notes, int wordings, Agreement agreement) {}

    /** Deletes all of a candidate's data permanently. */
    public void deleteEverything(CandidateId candidate) {
        for (SessionSummary line : store.history(candidate)) {
            store.delete(candidate, line.id());
        }
        store.forgetDrills(candidate);
        candidates.clear(candidate);
    }

    /** Every session of a candidate, the newest first, read one by one. */
    public Iterable<Session> sessions(CandidateId candidate) {
        List<SessionSummary> lines = store.history(candidate);
        return () -> lines.stream()
                .flatMap(line -> store.find(candidate, line.id()).stream())
                .iterator();
    }

    /** All lines about single key points of a candidate, oldest first. */
    public List<DrillLine> drills(CandidateId candidate) {
        return store.drillLines(candidate);
    }

    /** All notes of a candidate. */
    public Map<QuestionId, String> notes(CandidateId candidate) {
        return candidates.notes(candidate);
    }

    /** The wordings that a candidate accepted. */
    public List<AcceptedWording> wordings(CandidateId candidate) {
        return candidates.wordings(candidate);
    }
}
