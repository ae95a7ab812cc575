package rejoinder.session;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;

/** The use cases after grading: correcting a grade, accepting wordings from now on, withdrawing both, and judging answers without a reference. */
public final class Corrections {
    private final SessionStore store;
    private final CandidateStore candidates;
    private final OverdueCloser overdue;
    private final SessionClock clock;

    /**
     * @param store where sessions are kept
     * @param candidates for the wordings that count from now on
     * @param overdue closes a session whose time has run out
     * @param clock the time
     */
    public Corrections(SessionStore store, CandidateStore candidates, OverdueCloser overdue, SessionClock clock) {
        this.store = store;
        this.candidates = candidates;
        this.overdue = overdue;
        this.clock = clock;
    }

    /**
     * The candidate's own judgement of an answer that has no reference.
     *
     * @throws SessionException.WrongState if the answer is not handed in, or was graded against references
     */
    public Session judge(CandidateId candidate, SessionId id, int place, Score score) {
        return store.change(candidate, id, session -> {
            Outcome.SelfMarked mark = new Outcome.SelfMarked(score, clock.instant());
            Session next = session.replace(place, result -> {
                if (result.isSelfJudged()) {
                    return result.with(mark);
                }
                throw new SessionException.WrongState(
                        "This answer is graded against reference answers; correct one of its points instead.");
            });
            return Change.to(next, next);
        });
    }

    /**
     * Corrects a grade, as the candidate or a reviewer; see {@link Correction}.
     *
     * @throws SessionException.WrongState if the answer is not graded yet, the interview still goes on, or a reviewer has decided what the candidate would correct
     * @throws SessionException.NoSuchQuestion if there is no such place or point
     */
    public Session correct(CandidateId candidate, SessionId id, Function<Instant, Correction> said) {
        return store.change(candidate, id, session -> {
            if (InProgress.keepsMarksBack(session)) {
                throw new SessionException.WrongState("Marks can be corrected once the interview is over.");
            }
            Correction correction = said.apply(clock.instant());
            if (correction.reviewer().isEmpty()
                    && Correction.isDecided(session.corrections(correction.place()), correction)) {
                throw new SessionException.WrongState("Your reviewer has decided this; tell them if you disagree.");
            }
            Session next = session.correct(correction);
            return Change.to(next, next);
        });
    }

    /**
     * Corrects as {@link #correct} does, and lets the quoted words count for the point from now on. Taking the correction back takes that back too.
     *
     * @throws SessionException.WrongState if the answer is not graded yet, or the question has no such point of its own to accept words for
     * @throws SessionException.NoSuchQuestion if there is no such place or point
     */
    public Session acceptFromNowOn(CandidateId candidate, SessionId id, Function<Instant, Correction.Given> said) {
        Correction.Given given = said.apply(clock.instant());
        Session session = overdue.find(candidate, id);
        session.requirePlace(given.place());
        Question question = session.setup().questions().get(given.place());
        AcceptedWording wording =
                new AcceptedWording(question.id(), given.point(), given.quote().strip(), given.at());
        if (!wording.fits(question)) {
            throw new SessionException.WrongState(
                    "Words can be accepted for a key point of the question, or for the whole answer where it has reference answers.");
        }
        Session corrected = correct(candidate, id, at -> given);
        candidates.accept(candidate, wording);
        return corrected;
    }

    /**
     * Takes the corrections of a point back, and with them the words that were accepted for it.
     *
     * @throws SessionException.WrongState if the answer is not graded yet
     * @throws SessionException.NoSuchQuestion if there is no such place or point
     */
    public Session withdraw(CandidateId candidate, SessionId id, int place, String point) {
        List<Correction> before = overdue.find(candidate, id).corrections(place);
        Session graded = correct(candidate, id, at -> new Correction.Withdrawn(place, point, at));
        QuestionId question = graded.setup().questions().get(place).id();
        before.stream()
                .flatMap(correction -> correction.given().stream())
                .filter(given -> given.point().equals(point) && !given.quote().isBlank())
                .map(given -> new AcceptedWording(question, point, given.quote().strip(), given.at()))
                .forEach(wording -> candidates.forget(candidate, wording.id()));
        return graded;
    }
}
