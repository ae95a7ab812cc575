package rejoinder.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import rejoinder.bank.Question;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderState;
import rejoinder.grade.Stability;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Drilled;
import rejoinder.plan.Drills;
import rejoinder.plan.Hints;
import rejoinder.plan.Rating;

/**
 * The use cases that practice adds to a session: hints before the answer, the grade of one answer at once, other words and a drill of a missed point after it,
 * and the candidate's own rating, which decides when the question comes again.
 */
public final class Practice {
    /** Characters of the answer to a drill, which is one line. */
    public static final int LONGEST_DRILL = 2_000;

    /** What a line about a question's own follow-up is kept under, in place of a key point. */
    public static final String FOLLOW_UP = "follow-up";

    private final SessionStore store;
    private final Supplier<GraderState> grading;
    private final CandidateStore candidates;
    private final Hints hints;
    private final OverdueCloser overdue;
    private final OwedGrading owed;
    private final SessionClock clock;

    /**
     * @param store where sessions are kept
     * @param candidates for the wordings that count from now on
     * @param grading whether answers can be graded now
     * @param hints what a question's hints are
     * @param overdue closes a session whose time has run out
     * @param owed grades an answer that is handed in alone
     * @param clock the time
     */
    public Practice(
            SessionStore store,
            CandidateStore candidates,
            Supplier<GraderState> grading,
            Hints hints,
            OverdueCloser overdue,
            OwedGrading owed,
            SessionClock clock) {
        this.store = store;
        this.candidates = candidates;
        this.grading = grading;
        this.hints = hints;
        this.overdue = overdue;
        this.owed = owed;
        this.clock = clock;
    }

    /** What a hint is made of, and what it costs. */
    public List<Hints.Hint> hints(Question question) {
        return hints.of(question);
    }

    /**
     * Takes the next hint of a question.
     *
     * @throws SessionException.WrongState in an interview, after the answer was handed in, or if there is none left
     */
    public Session hint(CandidateId candidate, SessionId id, int place) {
        return store.change(candidate, id, session -> {
            InProgress open = InProgress.of(session)
                    .filter(one -> !one.isOverdue(clock.instant()))
                    .orElseThrow(() -> new SessionException.WrongState(
                            "The answers are handed in already; a hint comes too late."));
            open.requirePlace(place);
            Session next = open.hint(
                    place, hints.of(open.setup().questions().get(place)).size());
            return Change.to(next, next);
        });
    }

    /**
     * Hands in one answer and grades it at once if the grader is ready; else the grading is owed.
     *
     * @return the session afterwards
     */
    public Session settle(CandidateId candidate, SessionId id, int place) {
        overdue.change(candidate, id, open -> open.settle(place, clock.instant()));
        owed.gradeNow(new SessionStore.Key(candidate, id));
        return overdue.find(candidate, id);
    }

    /**
     * Grades another answer to a question that was asked, with the wordings accepted so far, and stores nothing: the attempt stays as it was.
     *
     * @return the grade; empty while there is no grader
     * @throws SessionException.WrongState if the answer is not handed in, or the question has no reference answer
     * @throws SessionException.AnswerTooLong if the text is over the limit
     */
    public Optional<Grade> tryAgain(CandidateId candidate, SessionId id, int place, String text) {
        SessionException.AnswerTooLong.check(text, DraftSave.LONGEST_ANSWER);
        Question question = triable(candidate, overdue.find(candidate, id), place);
        return grading.get().ready().map(grader -> grader.grade(question, text));
    }

    /**
     * Grades an answer that was handed in together with mechanical rewordings of it, and stores nothing.
     *
     * @return how far its score moves; empty while there is no grader
     * @throws SessionException.WrongState if the answer is not handed in, or the question has no reference answer
     */
    public Optional<Stability> stability(CandidateId candidate, SessionId id, int place) {
        Session session = overdue.find(candidate, id);
        Question question = triable(candidate, session, place);
        String text = session.result(place).orElseThrow().attempt().text();
        return grading.get().ready().map(grader -> Stability.of(grader, question, text));
    }

    private Question triable(CandidateId candidate, Session session, int place) {
        session.requirePlace(place);
        if (session.result(place).isEmpty()) {
            throw new SessionException.WrongState("Other words can be tried once the answer is handed in.");
        }
        if (InProgress.keepsMarksBack(session)) {
            throw new SessionException.WrongState("Other words can be tried once the interview is over.");
        }
        Question question =
                AcceptedWording.addedTo(session.setup().questions().get(place), candidates.wordings(candidate));
        if (question.selfGraded()) {
            throw new SessionException.WrongState(
                    "This question has no reference answer to compare other words with; judge them yourself.");
        }
        return question;
    }

    /**
     * Stores the candidate's rating of an answer that was handed in; a new one replaces it.
     *
     * @param rating how well it was remembered; empty lets the score decide again
     * @param again whether to be asked again at once
     * @throws SessionException.WrongState if the answer is not handed in
     */
    public Session rate(CandidateId candidate, SessionId id, int place, Optional<Rating> rating, boolean again) {
        return store.change(candidate, id, session -> {
            Session next = session.replace(
                    place,
                    result -> new Result(
                            result.attempt(),
                            result.outcome(),
                            new PracticeNotes(result.practiceNotes().hints(), rating, again)));
            return Change.to(next, next);
        });
    }

    /**
     * Grades one line about one key point of an answered question and keeps it with the session; it changes no score.
     *
     * @return the grade, which has one finding; empty while there is no grader
     * @throws SessionException.WrongState if the answer is not handed in or was not graded
     * @throws SessionException.NoSuchQuestion if there is no such place or point
     * @throws SessionException.AnswerTooLong if the line is over the limit
     */
    public Optional<Grade> drill(CandidateId candidate, SessionId id, int place, String point, String line) {
        Session session = store.find(candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id));
        session.requirePlace(place);
        Question question = session.setup().questions().get(place);
        Result result = session.result(place)
                .orElseThrow(() -> new SessionException.WrongState(
                        "A point can be practised once the answer to its question is handed in."));
        Grade graded = result.grade()
                .orElseThrow(() -> new SessionException.WrongState(
                        "A point can be practised once the answer to its question is graded."));
        String statement = graded.findings().stream()
                .map(Finding::point)
                .filter(one -> one.id().equals(point))
                .map(Finding.Point::statement)
                .findFirst()
                .orElseThrow(() -> noSuchPoint(point));
        return drill(candidate, Optional.of(id), question, point, statement, line);
    }

    /**
     * Grades one line about one key point of a question of the bank and keeps it.
     *
     * @return the grade, which has one finding; empty while there is no grader
     * @throws SessionException.NoSuchQuestion if the question has no such point
     * @throws SessionException.AnswerTooLong if the line is over the limit
     */
    public Optional<Grade> drill(CandidateId candidate, Question question, String point, String line) {
        String statement = question.keyPoints().stream()
                .filter(one -> one.id().equals(point))
                .findFirst()
                .orElseThrow(() -> noSuchPoint(point))
                .statement();
        return drill(candidate, Optional.empty(), question, point, statement, line);
    }

    /**
     * Grades the answer to a question's own follow-up and keeps it with the session; it changes no score.
     *
     * @return the grade; empty while there is no grader
     * @throws SessionException.WrongState if the answer is not handed in, or the follow-up has nothing to be graded against
     * @throws SessionException.NoSuchQuestion if there is no such place
     * @throws SessionException.AnswerTooLong if the line is over the limit
     */
    public Optional<Grade> followUp(CandidateId candidate, SessionId id, int place, String line) {
        Session session = store.find(candidate, id).orElseThrow(() -> new SessionException.NoSuchSession(id));
        session.requirePlace(place);
        Question question = session.setup().questions().get(place);
        if (session.result(place).isEmpty()) {
            throw new SessionException.WrongState("The follow-up comes once the answer to its question is handed in.");
        }
        if (!question.followUp().canBeMarked()) {
            throw new SessionException.WrongState("This question has no follow-up that can be marked.");
        }
        return kept(
                candidate,
                Optional.of(id),
                Drills.aboutFollowUp(question),
                FOLLOW_UP,
                question.followUp().prompt(),
                line);
    }

    private Optional<Grade> drill(
            CandidateId candidate,
            Optional<SessionId> session,
            Question question,
            String point,
            String statement,
            String line) {
        Question asked = AcceptedWording.addedTo(question, candidates.wordings(candidate));
        return kept(candidate, session, Drills.aboutOnePoint(asked, point, statement), point, statement, line);
    }

    private Optional<Grade> kept(
            CandidateId candidate,
            Optional<SessionId> session,
            Question asked,
            String point,
            String statement,
            String line) {
        SessionException.AnswerTooLong.check(line, LONGEST_DRILL);
        Optional<Grade> graded = grading.get().ready().map(grader -> grader.grade(asked, line));
        graded.filter(grade -> !line.isBlank()).ifPresent(grade -> {
            Drilled drilled = new Drilled(asked.id(), point, clock.instant(), grade.score());
            store.keep(candidate, new DrillLine(session, statement, line, drilled));
        });
        return graded;
    }

    private static SessionException.NoSuchQuestion noSuchPoint(String point) {
        return new SessionException.NoSuchQuestion("The question has no key point '" + point + "'.");
    }
}
