package rejoinder.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Likeness;

/**
 * The use cases of a session, from the draw until the answers are fixed. Submitting fixes them in one transaction; grading is not part of it: what is owed is
 * graded by {@link OwedGrading}.
 */
public final class Interviewer {
    private final ItemBank bank;
    private final SessionStore store;
    private final CandidateStore candidates;
    private final OverdueCloser overdue;
    private final WarmUp warmUp;
    private final Supplier<Likeness> likeness;
    private final SessionClock clock;
    private final Supplier<String> tokens;

    /**
     * @param bank what can be asked
     * @param store where sessions are kept
     * @param candidates for the wordings that count from now on
     * @param overdue closes a session whose time has run out
     * @param warmUp told of each session under way
     * @param likeness what recognises near-duplicates now
     * @param clock the time
     * @param tokens unguessable names for sessions and write locks
     */
    public Interviewer(
            ItemBank bank,
            SessionStore store,
            CandidateStore candidates,
            OverdueCloser overdue,
            WarmUp warmUp,
            Supplier<Likeness> likeness,
            SessionClock clock,
            Supplier<String> tokens) {
        this.bank = bank;
        this.store = store;
        this.candidates = candidates;
        this.overdue = overdue;
        this.warmUp = warmUp;
        this.likeness = likeness;
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * Draws the questions and starts the clock.
     *
     * @throws SessionException.TooFewQuestions if the topics cannot give as many as were asked for
     * @throws SessionException.NoSuchQuestion if a topic or a picked question is not in the bank
     */
    public InProgress start(CandidateId candidate, Blueprint blueprint) {
        return start(candidate, blueprint, question -> true);
    }

    /**
     * Draws from some of the questions only, and starts the clock; questions that were picked are asked whatever they are.
     *
     * @param drawable whether a question may be drawn
     * @throws SessionException.TooFewQuestions if the topics cannot give as many of them as were asked for
     * @throws SessionException.NoSuchQuestion if a topic or a picked question is not in the bank
     */
    public InProgress start(CandidateId candidate, Blueprint blueprint, Predicate<Question> drawable) {
        InProgress session = drawn(candidate, blueprint, drawable);
        store.begin(session);
        warmUp.of(session);
        return session;
    }

    /**
     * Likewise, once for each key: a start that is sent again because nobody heard its answer gives the session that it began.
     *
     * @param key what the candidate's browser calls this start
     * @throws SessionException.WrongState if that session is over by now
     */
    public InProgress start(CandidateId candidate, Blueprint blueprint, Predicate<Question> drawable, String key) {
        InProgress session = drawn(candidate, blueprint, drawable);
        SessionId begun = store.begin(session, key);
        InProgress there = begun.equals(session.setup().id())
                ? session
                : InProgress.of(overdue.find(candidate, begun))
                        .orElseThrow(() -> new SessionException.WrongState(
                                "This session was begun before and is over; the history has it."));
        warmUp.of(there);
        return there;
    }

    private InProgress drawn(CandidateId candidate, Blueprint blueprint, Predicate<Question> drawable) {
        List<AcceptedWording> wordings = candidates.wordings(candidate);
        List<Question> questions = drawn(blueprint, drawable, store.lastAsked(candidate)).stream()
                .map(question -> AcceptedWording.addedTo(question, wordings))
                .toList();
        SessionSetup setup =
                new SessionSetup(new SessionId(tokens.get()), candidate, blueprint, questions, clock.instant());
        return InProgress.begin(setup, tokens.get());
    }

    /**
     * Draws questions for others, as if none had been asked before.
     *
     * @throws SessionException.TooFewQuestions if the topics cannot give as many as were asked for
     * @throws SessionException.NoSuchQuestion if a topic or a picked question is not in the bank
     */
    public List<Question> draw(Blueprint blueprint, Predicate<Question> drawable) {
        return drawn(blueprint, drawable, Map.of());
    }

    private List<Question> drawn(
            Blueprint blueprint, Predicate<Question> drawable, Map<QuestionId, Instant> lastAsked) {
        return Sampler.draw(
                blueprint,
                blueprint.picked().isEmpty() ? only(drawable) : bank,
                lastAsked,
                likeness.get()::nearlyTheSame);
    }

    /**
     * Begins a session that somebody else has assigned: the questions are as they are in the bank, without wordings that the candidate accepted.
     *
     * @param begin keeps it; returns whether it did
     * @return empty if it was not kept
     * @throws SessionException.NoSuchQuestion if a question is not in the bank any more
     */
    public Optional<InProgress> startSet(CandidateId candidate, Blueprint blueprint, Predicate<InProgress> begin) {
        List<Question> questions = drawn(blueprint, question -> true, Map.of());
        SessionSetup setup =
                new SessionSetup(new SessionId(tokens.get()), candidate, blueprint, questions, clock.instant());
        InProgress session = InProgress.begin(setup, tokens.get());
        if (!begin.test(session)) {
            return Optional.empty();
        }
        warmUp.of(session);
        return Optional.of(session);
    }

    private ItemBank only(Predicate<Question> drawable) {
        List<Question> some = bank.questions().stream().filter(drawable).toList();
        return some.size() == bank.questions().size() ? bank : new ItemBank(bank.topics(), some);
    }

    /**
     * A session as it is now; if its time has run out, it is closed first.
     *
     * @throws SessionException.NoSuchSession if there is none
     */
    public Session open(CandidateId candidate, SessionId id) {
        Session session = overdue.find(candidate, id);
        InProgress.of(session).ifPresent(warmUp::of);
        return session;
    }

    /** Closes the sessions of a candidate whose time has run out. */
    public void closeOverdue(CandidateId candidate) {
        overdue.closeAll(candidate);
    }

    /** All sessions of a candidate, the newest first; those whose time has run out are closed first. */
    public List<SessionSummary> history(CandidateId candidate) {
        return history(candidate, HistoryFilter.ALL, Integer.MAX_VALUE);
    }

    /** Likewise, the newest that a filter takes; no more than so many. */
    public List<SessionSummary> history(CandidateId candidate, HistoryFilter filter, int most) {
        closeOverdue(candidate);
        return store.history(candidate, filter, most);
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
     * @return the draft as it is kept now, and the clock
     * @throws SessionException.StaleDraft if another window saved in between
     * @throws SessionException.WriteLockTaken if another window took over
     * @throws SessionException.WrongState if the answers are fixed; in each of the three cases a text that says something new is kept as a version
     * @throws SessionException.NoSuchQuestion if the session has no such place
     * @throws SessionException.AnswerTooLong if the text is over the limit
     */
    public SaveResult.Saved save(CandidateId candidate, SessionId id, DraftSave save) {
        SaveResult.Saved saved = store.save(candidate, id, save.place(), place -> place.save(save, clock.instant()))
                .orThrow();
        if (!warmUp.knows(id)) {
            // begun on another server, or before this one was started
            open(candidate, id);
        }
        return saved;
    }

    /** Gives this window the write lock; the window that had it can only read from now on. */
    public InProgress takeOver(CandidateId candidate, SessionId id) {
        String writeLock = tokens.get();
        return overdue.change(candidate, id, open -> open.handWriteLockTo(writeLock));
    }

    /** Stops the clock. */
    public InProgress pause(CandidateId candidate, SessionId id) {
        return overdue.change(candidate, id, open -> open.pause(clock.instant()));
    }

    /** Lets the clock go on. */
    public InProgress resume(CandidateId candidate, SessionId id) {
        return overdue.change(candidate, id, open -> open.resume(clock.instant()));
    }

    /** Fixes the answers as they are saved; idempotent. */
    public Session submit(CandidateId candidate, SessionId id) {
        return store.change(candidate, id, session -> {
            Session next = session.submit(clock.instant());
            return Change.to(next, next);
        });
    }

    /** Deletes a session permanently. */
    public void delete(CandidateId candidate, SessionId id) {
        if (!store.delete(candidate, id)) {
            throw new SessionException.NoSuchSession(id);
        }
    }
}
