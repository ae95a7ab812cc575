package rejoinder.session;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Hints;

/**
 * The use cases of a session, from the draw to the review. Submitting fixes the answers in one transaction; grading happens outside any transaction and is
 * written in another, so that a crash between the two costs nothing: what is owed is graded later.
 */
public final class Interviewer {
    private final ItemBank bank;
    private final SessionStore store;
    private final CandidateStore candidates;
    private final Supplier<GraderState> grading;
    private final InstantSource clock;
    private final Supplier<String> tokens;
    private final OverdueCloser overdue;
    private final OwedGrading owed;
    private final Corrections corrections;
    private final Practice practice;
    private final WarmUp warmUp;
    private final Archive archive;

    /**
     * @param bank what can be asked
     * @param store where sessions are kept
     * @param candidates for the wordings that count from now on
     * @param grading whether answers can be graded now
     * @param clock the time
     * @param tokens unguessable names for sessions and pens
     */
    public Interviewer(
            ItemBank bank,
            SessionStore store,
            CandidateStore candidates,
            Supplier<GraderState> grading,
            InstantSource clock,
            Supplier<String> tokens) {
        this.bank = bank;
        this.store = store;
        this.candidates = candidates;
        this.grading = grading;
        // sessions are kept to the millisecond; what is handed out now must equal what is read back later
        this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
        this.tokens = tokens;
        Hints hints = new Hints(bank);
        this.overdue = new OverdueCloser(store, this.clock);
        this.corrections = new Corrections(store, candidates, overdue, this.clock);
        this.owed = new OwedGrading(store, grading, hints, this.clock);
        this.practice = new Practice(store, candidates, grading, hints, this.clock);
        this.warmUp = new WarmUp(grading);
        this.archive = new Archive(store, candidates, grading, hints);
    }

    /**
     * Draws the questions and starts the clock.
     *
     * @throws SessionException.TooFewQuestions if the topics cannot give as many as were asked for
     * @throws SessionException.NoSuchQuestion if a topic or a picked question is not in the bank
     */
    public InProgress start(CandidateId candidate, Blueprint blueprint) {
        List<AcceptedWording> wordings = candidates.wordings(candidate);
        List<Question> questions = Sampler.draw(blueprint, bank, store.lastAsked(candidate)).stream()
                .map(question -> AcceptedWording.addedTo(question, wordings))
                .toList();
        SessionSetup setup =
                new SessionSetup(new SessionId(tokens.get()), candidate, blueprint, questions, clock.instant());
        InProgress session = InProgress.begin(setup, tokens.get());
        store.begin(session);
        warmUp.of(session);
        return session;
    }

    /**
     * A session as it is now; one whose time has run out is closed first.
     *
     * @throws SessionException.NoSuchSession if there is none
     */
    public Session open(CandidateId candidate, SessionId id) {
        Session session = overdue.find(candidate, id);
        if (session instanceof InProgress open) {
            warmUp.of(open);
        }
        return session;
    }

    /** All sessions of a candidate, the newest first; those whose time has run out are closed first. */
    public List<SessionSummary> history(CandidateId candidate) {
        closeOverdue();
        return store.history(candidate);
    }

    /** When each question was last handed out to a candidate; what is not in it is new. */
    public Map<QuestionId, Instant> lastAsked(CandidateId candidate) {
        return store.lastAsked(candidate);
    }

    /** Texts that were kept beside the drafts of a session. */
    public List<KeptVersion> kept(CandidateId candidate, SessionId id) {
        return store.kept(candidate, id);
    }

    /**
     * Saves a draft.
     *
     * @return the draft as it is kept now
     * @throws SessionException.StaleDraft if another window saved in between
     * @throws SessionException.PenTaken if another window took over
     * @throws SessionException.WrongState if the answers are fixed; in each of the three cases a text that says something new is kept as a version
     * @throws SessionException.NoSuchQuestion if the session has no such place
     * @throws SessionException.AnswerTooLong if the text is over the limit
     */
    public Draft save(CandidateId candidate, SessionId id, DraftSave save) {
        SaveResult result = store.change(candidate, id, session -> {
            Instant now = clock.instant();
            if (session instanceof InProgress open) {
                return open.save(save, now);
            }
            boolean known = save.place() >= 0
                    && save.place() < session.setup().questions().size();
            if (!known) {
                throw new SessionException.NoSuchQuestion(
                        "There is no question " + (save.place() + 1) + " in this session.");
            }
            boolean news = !save.text().isBlank() && !save.text().equals(handedIn(session, save.place()));
            SessionException reason = new SessionException.WrongState(
                    news
                            ? "The interview is over; the text that arrived afterwards was kept as a version."
                            : "The interview is over; its answers stay as they were handed in.");
            List<KeptVersion> kept = news
                    ? List.of(new KeptVersion(save.place(), save.text(), now, String.valueOf(reason.getMessage())))
                    : List.of();
            return new Change<SaveResult>(session, new SaveResult.Refused(reason), kept);
        });
        if (result instanceof SaveResult.Refused refused) {
            throw refused.reason();
        }
        return ((SaveResult.Saved) result).draft();
    }

    private static String handedIn(Session session, int place) {
        return results(session).get(place).attempt().text();
    }

    private static List<Result> results(Session session) {
        if (session instanceof Session.Submitted submitted) {
            return submitted.results();
        }
        return session instanceof Session.Graded graded ? graded.results() : List.of();
    }

    /** Gives this window the right to write; the window that had it can only read from now on. */
    public InProgress takeOver(CandidateId candidate, SessionId id) {
        String pen = tokens.get();
        return step(candidate, id, open -> open.handPenTo(pen));
    }

    /** Stops the clock. */
    public InProgress pause(CandidateId candidate, SessionId id) {
        return step(candidate, id, open -> open.pause(clock.instant()));
    }

    /** Lets the clock go on. */
    public InProgress resume(CandidateId candidate, SessionId id) {
        return step(candidate, id, open -> open.resume(clock.instant()));
    }

    // a session whose time has run out is closed instead
    private InProgress step(CandidateId candidate, SessionId id, Function<InProgress, InProgress> step) {
        Optional<InProgress> after = store.change(candidate, id, session -> {
            if (!(session instanceof InProgress open)) {
                throw new SessionException.WrongState("The interview is over; its answers are fixed.");
            }
            if (open.isOver(clock.instant())) {
                return Change.to(open.submit(clock.instant()), Optional.empty());
            }
            InProgress next = step.apply(open);
            return Change.to(next, Optional.of(next));
        });
        return after.orElseThrow(
                () -> new SessionException.WrongState("The time was over; what was typed until then is handed in."));
    }

    /** Fixes the answers as they are saved; doing it again changes nothing. */
    public Session submit(CandidateId candidate, SessionId id) {
        return store.change(candidate, id, session -> {
            Session next = session instanceof InProgress open ? open.submit(clock.instant()) : session;
            return Change.to(next, next);
        });
    }

    /**
     * Practice: hands in one answer and grades it at once if the grader is ready; else the grading is owed.
     *
     * @return the session afterwards
     */
    public Session settle(CandidateId candidate, SessionId id, int place) {
        step(candidate, id, open -> open.settle(place, clock.instant()));
        owed.gradeNow(new SessionStore.Key(candidate, id));
        return open(candidate, id);
    }

    /**
     * Grades other words for a question that was asked, with the wordings that count by now, and keeps nothing: the attempt stays as it was.
     *
     * @return the grade; empty while there is no grader
     * @throws SessionException.WrongState if the answer is not handed in, or the question has no reference answer
     * @throws SessionException.AnswerTooLong if the text is over the limit
     */
    public Optional<Grade> tryAgain(CandidateId candidate, SessionId id, int place, String text) {
        if (text.length() > InProgress.LONGEST_ANSWER) {
            throw new SessionException.AnswerTooLong(text.length(), InProgress.LONGEST_ANSWER);
        }
        Session session = open(candidate, id);
        Grading.requirePlace(session, place);
        boolean stillOpen =
                session instanceof InProgress open && !open.settled().containsKey(place);
        if (stillOpen) {
            throw new SessionException.WrongState("Other words can be tried once the answer is handed in.");
        }
        Question question =
                AcceptedWording.addedTo(session.setup().questions().get(place), candidates.wordings(candidate));
        if (question.selfGraded()) {
            throw new SessionException.WrongState(
                    "This question has no reference answer to compare other words with; judge them yourself.");
        }
        return grading.get() instanceof GraderState.Ready ready
                ? Optional.of(ready.grader().grade(question, text))
                : Optional.empty();
    }

    /** Every attempt at a question, oldest first. */
    public List<SessionStore.PastAttempt> attempts(CandidateId candidate, QuestionId question) {
        return store.attempts(candidate, question);
    }

    /** Deletes a session for good. */
    public void delete(CandidateId candidate, SessionId id) {
        if (!store.delete(candidate, id)) {
            throw new SessionException.NoSuchSession(id);
        }
    }

    /** Closes every session whose time has run out, browser or no browser; returns how many. */
    public int closeOverdue() {
        return overdue.closeOverdue();
    }

    /**
     * Grades every answer whose grading is owed, if the grader is ready. A session with an answer that could not be graded is left alone for
     * {@link OwedGrading#TRIED_AGAIN_AFTER}.
     *
     * @return how many sessions are still owed afterwards
     */
    public int gradeOwed() {
        return owed.gradeAll();
    }

    /** The candidate's word about grades. */
    public Corrections corrections() {
        return corrections;
    }

    /** Looking back over all sessions. */
    public Archive archive() {
        return archive;
    }

    /** What practice adds to a session. */
    public Practice practice() {
        return practice;
    }

    /**
     * Reads what the next question of a session under way is graded against, so that the answers are graded sooner once they are handed in.
     *
     * @return whether there is more of it to do
     */
    public boolean warmUp() {
        return warmUp.next();
    }

    /** Whether answers can be graded now. */
    public GraderState grading() {
        return grading.get();
    }

    /** What can be asked. */
    public ItemBank bank() {
        return bank;
    }
}
