package rejoinder.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Hints;

/**
 * Regrades past answers with the current grader, against the questions as they were asked. Sessions in progress are left alone: they end with the grader
 * that they began with. The candidate's corrections stay; an answer is left as it is where a correction speaks of a point that the current grader would not find
 * any more, because the candidate's word would be lost, and where the current grader cannot read it. The store keeps the grades that are replaced.
 */
public final class Regrading {
    private final SessionStore store;
    private final Grader grader;
    private final Hints hints;
    private final SessionClock clock;

    /**
     * @param grader today's
     * @param hints what a hint that was taken costs
     * @param clock the time
     */
    public Regrading(SessionStore store, Grader grader, Hints hints, SessionClock clock) {
        this.store = store;
        this.grader = grader;
        this.hints = hints;
        this.clock = clock;
    }

    /**
     * What regrading a session comes to.
     *
     * @param session which
     * @param startedAt when it began
     * @param answers how many were regraded
     * @param before the session's score until now; empty if it has none
     * @param after its score with the new grades
     * @param changes answers whose grade is another one now, in the order of the session; also where only the grader's version is
     * @param left answers that a correction keeps as they are, or that the current grader cannot read
     */
    public record Regraded(
            SessionId session,
            Instant startedAt,
            int answers,
            Optional<Score> before,
            Optional<Score> after,
            List<Changed> changes,
            int left) {
        /** Copies the list. */
        public Regraded {
            changes = List.copyOf(changes);
        }
    }

    /**
     * An answer whose grade is another one.
     *
     * @param place index of the question, from 0
     * @param question which
     * @param revision of the question, as it was asked
     * @param before the grader's score until now
     * @param after the current grader's score
     * @param counted the score that counts until now, the candidate's corrections applied
     * @param counts the score that would count
     * @param by what graded it until now
     */
    public record Changed(
            int place,
            QuestionId question,
            String revision,
            Score before,
            Score after,
            Score counted,
            Score counts,
            GraderStamp by) {}

    /**
     * An answer to a question that reads otherwise today.
     *
     * @param place index of the question, from 0
     * @param before the grader's score until now
     * @param today what the current grader gives it for the question as it stands today
     */
    public record Edited(SessionId session, int place, QuestionId question, Score before, Score today) {}

    /**
     * Grades the answers of a session to questions that were edited since against the questions as they stand today; slow, and writes nothing. An answer keeps the
     * grade of the question that was asked.
     *
     * @param today the question that would be asked now in place of one that was asked
     */
    public List<Edited> edited(CandidateId candidate, SessionId id, UnaryOperator<Question> today) {
        List<Edited> edited = new ArrayList<>();
        store.find(candidate, id)
                .flatMap(Session::ended)
                .ifPresent(session -> session.handedIn().forEach((place, result) -> {
                    Question asked = session.setup().questions().get(place);
                    Question now = today.apply(asked);
                    if (result.grade().isPresent()
                            && !now.selfGraded()
                            && !now.revision().equals(asked.revision())) {
                        Score score = Grading.grade(grader, hints, now, result).score();
                        edited.add(new Edited(
                                id, place, asked.id(), result.grade().get().score(), score));
                    }
                }));
        return edited;
    }

    /**
     * Regrades one session and reports what would change; slow. Empty if it is in progress or gone.
     *
     * @param write whether to keep the new grades; an answer that was regraded by someone else meanwhile keeps that grade
     */
    public Optional<Regraded> regrade(CandidateId candidate, SessionId id, boolean write) {
        return store.find(candidate, id).flatMap(Session::ended).map(session -> regrade(session, write));
    }

    private Regraded regrade(Session.Ended session, boolean write) {
        Map<Integer, Grade> grades = new TreeMap<>();
        int answers = 0;
        int left = 0;
        for (Map.Entry<Integer, Result> entry : session.handedIn().entrySet()) {
            int place = entry.getKey();
            Optional<Grade> old = entry.getValue().grade();
            if (old.isEmpty()) {
                continue;
            }
            answers++;
            Question question = session.setup().questions().get(place);
            Grade grade = Grading.grade(grader, hints, question, entry.getValue());
            if (grade.unread() || losesCorrection(old.get(), grade, session.corrections(place))) {
                left++;
            } else if (!grade.equals(old.get())) {
                grades.put(place, grade);
            }
        }
        Session next = replaced(session, session, grades, clock.instant());
        if (write && !grades.isEmpty()) {
            store.change(
                    session.setup().candidate(),
                    session.setup().id(),
                    current -> Change.to(replaced(session, current, grades, clock.instant()), ""));
        }
        return new Regraded(
                session.setup().id(),
                session.setup().startedAt(),
                answers,
                score(session),
                score(next),
                grades.keySet().stream()
                        .map(place -> changed(session, next, place, session.corrections(place)))
                        .toList(),
                left);
    }

    private static boolean losesCorrection(Grade old, Grade grade, List<Correction> corrections) {
        return corrections.stream()
                .map(Correction::point)
                .filter(point -> !point.equals(Correction.WHOLE_ANSWER))
                .anyMatch(point -> !statement(old, point).equals(statement(grade, point)));
    }

    private static Optional<String> statement(Grade grade, String point) {
        return grade.findings().stream()
                .map(Finding::point)
                .filter(it -> it.id().equals(point))
                .map(Finding.Point::statement)
                .findFirst();
    }

    // only where the outcome is still the one that was regraded
    private static Session replaced(Session seen, Session current, Map<Integer, Grade> grades, Instant at) {
        Session next = current;
        for (Map.Entry<Integer, Grade> entry : grades.entrySet()) {
            Optional<Outcome> then = seen.result(entry.getKey()).map(Result::outcome);
            Optional<Outcome> now = next.result(entry.getKey()).map(Result::outcome);
            if (now.equals(then)) {
                next = next.replace(entry.getKey(), result -> result.with(new Outcome.Marked(entry.getValue(), at)));
            }
        }
        return next;
    }

    private static Optional<Score> score(Session session) {
        return session.ended().flatMap(Session.Ended::score).map(SessionScore::score);
    }

    private static Changed changed(Session session, Session next, int place, List<Correction> corrections) {
        Result old = session.result(place).orElseThrow();
        Result regraded = next.result(place).orElseThrow();
        Grade grade = old.grade().orElseThrow();
        return new Changed(
                place,
                grade.question(),
                grade.revision(),
                old.score().orElseThrow(),
                regraded.score().orElseThrow(),
                old.score(corrections).orElseThrow(),
                regraded.score(corrections).orElseThrow(),
                grade.stamp());
    }
}
