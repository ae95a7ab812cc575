package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A session that takes answers.
 *
 * @param setup what does not change
 * @param countdown the clock
 * @param paused how long the clock was stopped so far, without a stop that still lasts
 * @param pauses how often it was stopped
 * @param drafts one per question, in order
 * @param settled practice, and interviews with follow-ups: places whose answer is handed in already
 * @param corrections practice only: the candidate's words about the grades so far, oldest first
 * @param writeLock token of the one window that may write
 */
public record InProgress(
        SessionSetup setup,
        Countdown countdown,
        Duration paused,
        int pauses,
        List<Draft> drafts,
        SortedMap<Integer, Result> settled,
        List<Correction> corrections,
        String writeLock)
        implements Session {
    /** How often the clock of one session can be stopped. */
    public static final int MOST_PAUSES = 2;

    /** Copies the lists. */
    public InProgress {
        drafts = List.copyOf(drafts);
        settled = Collections.unmodifiableSortedMap(new TreeMap<>(settled));
        corrections = List.copyOf(corrections);
    }

    /** A session if it still takes answers; empty once they are fixed. */
    public static Optional<InProgress> of(Session session) {
        return session instanceof InProgress open ? Optional.of(open) : Optional.empty();
    }

    /** A session as it begins. */
    public static InProgress begin(SessionSetup setup, String writeLock) {
        Countdown countdown = setup.total()
                .<Countdown>map(
                        total -> new Countdown.RunsUntil(setup.startedAt().plus(total)))
                .orElseGet(Countdown.Unlimited::new);
        List<Draft> drafts = Collections.nCopies(setup.questions().size(), Draft.untouched(setup.startedAt()));
        return new InProgress(setup, countdown, Duration.ZERO, 0, drafts, new TreeMap<>(), List.of(), writeLock);
    }

    /** Its times. */
    public SessionTimes times() {
        return new SessionTimes(
                setup.startedAt(), countdown, paused, setup.blueprint().overtime());
    }

    @Override
    public boolean isOverdue(Instant now) {
        return times().isOverdue(now);
    }

    /**
     * Saves a draft if the window holds the write lock and knows the draft as it is. What cannot be saved is kept as a version. Sending the same text again is
     * harmless.
     */
    public Change<SaveResult> save(DraftSave save, Instant now) {
        requirePlace(save.place());
        DraftPlace.Saving saving = place(save.place()).save(save, now);
        return new Change<>(saving.result().saved().map(this::with).orElse(this), saving.result(), saving.kept());
    }

    @Override
    public DraftPlace place(int place) {
        return new DraftPlace.Open(times(), writeLock, drafts.get(place), settled.containsKey(place));
    }

    /** The same session with what was saved. */
    InProgress with(SaveResult.Saved saved) {
        List<Draft> changed = new ArrayList<>(drafts);
        changed.set(saved.place(), saved.draft());
        return new InProgress(setup, countdown, paused, pauses, changed, settled, corrections, writeLock);
    }

    /** Gives the right to write to another window; the one before can only read from now on. */
    public InProgress handWriteLockTo(String window) {
        return new InProgress(setup, countdown, paused, pauses, drafts, settled, corrections, window);
    }

    /**
     * Stops the clock.
     *
     * @throws SessionException.WrongState if there is no clock, it is stopped or over already, or was stopped too often
     */
    public InProgress pause(Instant now) {
        Countdown.RunsUntil running = countdown
                .running()
                .orElseThrow(() -> new SessionException.WrongState("There is no running clock to stop."));
        if (pauses >= MOST_PAUSES) {
            throw new SessionException.WrongState("An interview can be paused " + MOST_PAUSES + " times; it was.");
        }
        Duration left = Duration.between(now, running.deadline());
        if (left.isNegative() || left.isZero()) {
            throw new SessionException.WrongState("The time is over.");
        }
        return new InProgress(
                setup, new Countdown.StoppedAt(left, now), paused, pauses + 1, drafts, settled, corrections, writeLock);
    }

    /**
     * Lets the clock go on with the time that was left.
     *
     * @throws SessionException.WrongState if it is not stopped
     */
    public InProgress resume(Instant now) {
        Countdown.StoppedAt stopped =
                countdown.stopped().orElseThrow(() -> new SessionException.WrongState("The clock is not stopped."));
        return new InProgress(
                setup,
                new Countdown.RunsUntil(now.plus(stopped.left())),
                paused(now),
                pauses,
                drafts,
                settled,
                corrections,
                writeLock);
    }

    /** Whether marks stay hidden because it is an interview that still goes on. */
    public static boolean keepsMarksBack(Session session) {
        return of(session)
                .filter(open -> open.setup().blueprint().mode() == Mode.INTERVIEW)
                .isPresent();
    }

    /**
     * Practice, and interviews with follow-ups: hands in one answer; its grading is owed from then on.
     *
     * @throws SessionException.WrongState in an interview without follow-ups, or if the place is settled already
     */
    public InProgress settle(int place, Instant now) {
        requirePlace(place);
        if (!setup.blueprint().settlesOneByOne()) {
            throw new SessionException.WrongState("In an interview all answers are handed in together at the end.");
        }
        if (settled.containsKey(place)) {
            throw new SessionException.WrongState("This answer is handed in already.");
        }
        return with(place, handedIn(place, now));
    }

    /**
     * Practice: takes one more hint.
     *
     * @param available how many hints the question has
     * @throws SessionException.WrongState in an interview, after the answer was handed in, or if there is none left
     */
    public InProgress hint(int place, int available) {
        requirePlace(place);
        if (setup.blueprint().mode() != Mode.PRACTICE) {
            throw new SessionException.WrongState("An interview gives no hints; practise the question afterwards.");
        }
        if (settled.containsKey(place)) {
            throw new SessionException.WrongState("This answer is handed in already; a hint comes too late.");
        }
        Draft draft = drafts.get(place);
        if (draft.hints() >= available) {
            throw new SessionException.WrongState(
                    available == 0 ? "This question has no hints." : "There is no further hint for this question.");
        }
        List<Draft> changed = new ArrayList<>(drafts);
        changed.set(place, draft.withHint());
        return new InProgress(setup, countdown, paused, pauses, changed, settled, corrections, writeLock);
    }

    /** How long the clock was stopped so far, with a stop that still lasts. */
    public Duration paused(Instant now) {
        return countdown.stopped().map(stop -> paused.plus(stop.lasted(now))).orElse(paused);
    }

    /** Fixes every answer as it is. A session whose deadline has passed, and its overtime, ended then. */
    @Override
    public Session submit(Instant now) {
        Instant lastMoment = times().lastMoment();
        boolean late = now.isAfter(lastMoment);
        Instant at = late ? lastMoment : now;
        List<Result> results = new ArrayList<>();
        for (int place = 0; place < drafts.size(); place++) {
            Result before = settled.get(place);
            results.add(before != null ? before : isSkipped(place) ? skipped(place, at) : handedIn(place, at));
        }
        return Ended.of(
                setup, new Ending(at, late ? EndedBy.DEADLINE : EndedBy.CANDIDATE, paused(now)), results, corrections);
    }

    // a round of practice that ends early counts what was answered; the rest says nothing
    private boolean isSkipped(int place) {
        return setup.blueprint().mode() == Mode.PRACTICE
                && drafts.get(place).text().isBlank();
    }

    private Result skipped(int place, Instant at) {
        return handedIn(place, at).with(new Outcome.SelfOwed());
    }

    private Result handedIn(int place, Instant at) {
        boolean selfGraded = setup.questions().get(place).selfGraded();
        Draft draft = drafts.get(place);
        return new Result(
                Attempt.of(draft, at),
                selfGraded ? new Outcome.SelfOwed() : new Outcome.Owed(),
                new PracticeNotes(draft.hints(), Optional.empty(), false));
    }

    @Override
    public State state() {
        return State.IN_PROGRESS;
    }

    @Override
    public int answered() {
        return (int) drafts.stream().filter(draft -> !draft.text().isBlank()).count();
    }

    @Override
    public SortedMap<Integer, Result> handedIn() {
        return settled;
    }

    @Override
    public InProgress withCorrections(List<Correction> said) {
        return new InProgress(setup, countdown, paused, pauses, drafts, settled, said, writeLock);
    }

    @Override
    public InProgress with(int place, Result result) {
        SortedMap<Integer, Result> changed = new TreeMap<>(settled);
        changed.put(place, result);
        return new InProgress(setup, countdown, paused, pauses, drafts, changed, corrections, writeLock);
    }
}
