package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One session, in the state that it is in; each record carries only what exists in that state. Ask the session, not its class: what a state does not have is
 * empty, and a move that it does not allow is refused.
 */
public sealed interface Session permits InProgress, Session.Ended {
    /** The three states by name. */
    enum State {
        IN_PROGRESS,
        SUBMITTED,
        GRADED
    }

    /** What does not change. */
    SessionSetup setup();

    /** The state by name. */
    State state();

    /** How many questions have text. */
    int answered();

    /** The answers that are handed in, by place (from 0). */
    SortedMap<Integer, Result> handedIn();

    /** The result at a place (from 0); empty while the answer is not handed in. */
    default Optional<Result> result(int place) {
        return Optional.ofNullable(handedIn().get(place));
    }

    /** Every correction, oldest first. */
    List<Correction> corrections();

    /** Corrections about one place. */
    default List<Correction> corrections(int place) {
        return corrections().stream()
                .filter(correction -> correction.place() == place)
                .toList();
    }

    /** One place (from 0) as a save finds it. */
    DraftPlace place(int place);

    /** Whether the time is over and the answers are still not fixed. */
    boolean isOverdue(Instant now);

    /** Fixes every answer as it is; idempotent. */
    Session submit(Instant now);

    /** The same session with another result at a place whose answer is handed in. */
    Session with(int place, Result result);

    /**
     * Replaces the result of one place.
     *
     * @throws SessionException.WrongState if its answer is not handed in
     * @throws SessionException.NoSuchQuestion if there is no such place
     */
    default Session replace(int place, UnaryOperator<Result> step) {
        requirePlace(place);
        Result before = result(place)
                .orElseThrow(
                        () -> new SessionException.WrongState("Question " + (place + 1) + " has no handed-in answer."));
        return with(place, step.apply(before));
    }

    /** The same session with other corrections. */
    Session withCorrections(List<Correction> said);

    /**
     * Adds a correction about an answer that is graded; practice grades its answers one by one.
     *
     * @throws SessionException.WrongState if the answer is not graded yet
     * @throws SessionException.NoSuchQuestion if there is no such place or point
     */
    default Session correct(Correction correction) {
        int place = correction.place();
        requirePlace(place);
        Result result = result(place)
                .filter(one -> !one.isOwed())
                .orElseThrow(
                        () -> new SessionException.WrongState("A mark can be corrected once its answer is graded."));
        boolean whole = correction.point().equals(Correction.WHOLE_ANSWER);
        if (!whole
                && !result.grade()
                        .filter(grade -> grade.has(correction.point()))
                        .isPresent()) {
            throw new SessionException.NoSuchQuestion(
                    "Question " + (place + 1) + " has no key point or deduction '" + correction.point() + "'.");
        }
        List<Correction> all = new ArrayList<>(corrections());
        all.add(correction);
        return withCorrections(all);
    }

    /** The session once its answers are fixed; empty before. */
    default Optional<Ended> ended() {
        return Optional.empty();
    }

    /** The session once every answer is graded; empty before. */
    default Optional<Graded> graded() {
        return Optional.empty();
    }

    /**
     * Refuses a place that the session does not have.
     *
     * @throws SessionException.NoSuchQuestion if there is no such place
     */
    default void requirePlace(int place) {
        int questions = setup().questions().size();
        if (place < 0 || place >= questions) {
            throw SessionException.NoSuchQuestion.at(place, questions);
        }
    }

    /**
     * How a session ended.
     *
     * @param at when: for one that ran out of time, its deadline
     * @param by who ended it
     * @param paused how long its clock was stopped altogether
     */
    record Ending(Instant at, EndedBy by, Duration paused) {
        /** Time from the start to the end without pauses; zero if a clock that went backwards makes it negative. */
        public Duration used(Instant startedAt) {
            Duration used = Duration.between(startedAt, at).minus(paused);
            return used.isNegative() ? Duration.ZERO : used;
        }
    }

    /** Who ended a session. */
    enum EndedBy {
        CANDIDATE,
        DEADLINE
    }

    /** A session whose answers are fixed. */
    sealed interface Ended extends Session {
        /** How it ended. */
        Ending ending();

        /** One per question, in order. */
        List<Result> results();

        /** The session's score; empty while grading is owed, or if no question has a score. */
        Optional<SessionScore> score();

        /** Time from the start to the end without pauses. */
        default Duration used() {
            return ending().used(setup().startedAt());
        }

        @Override
        default int answered() {
            return (int) results().stream()
                    .filter(result -> result.attempt().isAnswered())
                    .count();
        }

        @Override
        default SortedMap<Integer, Result> handedIn() {
            SortedMap<Integer, Result> byPlace = new TreeMap<>();
            results().forEach(result -> byPlace.put(byPlace.size(), result));
            return byPlace;
        }

        @Override
        default DraftPlace place(int place) {
            return new DraftPlace.Closed(results().get(place).attempt().text());
        }

        @Override
        default boolean isOverdue(Instant now) {
            return false;
        }

        @Override
        default Session submit(Instant now) {
            return this;
        }

        @Override
        default Optional<Ended> ended() {
            return Optional.of(this);
        }

        /** {@link Graded} if no grading is owed, else {@link Submitted}. */
        static Ended of(SessionSetup setup, Ending ending, List<Result> results, List<Correction> corrections) {
            return results.stream().anyMatch(Result::isOwed)
                    ? new Submitted(setup, ending, results, corrections)
                    : new Graded(setup, ending, results, corrections);
        }
    }

    /**
     * The answers are fixed; grading of some is owed.
     *
     * @param results one per question, in order
     * @param corrections the candidate's words about the grades that are there already, oldest first
     */
    record Submitted(SessionSetup setup, Ending ending, List<Result> results, List<Correction> corrections)
            implements Ended {
        /** Copies the lists. */
        public Submitted {
            results = List.copyOf(results);
            corrections = List.copyOf(corrections);
        }

        @Override
        public Submitted withCorrections(List<Correction> said) {
            return new Submitted(setup, ending, results, said);
        }

        @Override
        public State state() {
            return State.SUBMITTED;
        }

        @Override
        public Optional<SessionScore> score() {
            return Optional.empty();
        }

        @Override
        public Session with(int place, Result result) {
            return Ended.of(setup, ending, replaced(results, place, result), corrections);
        }
    }

    /**
     * The grader has come to every answer.
     *
     * @param results one per question, in order
     * @param corrections the candidate's words about the grades, oldest first
     */
    record Graded(SessionSetup setup, Ending ending, List<Result> results, List<Correction> corrections)
            implements Ended {
        /** Copies the lists. */
        public Graded {
            results = List.copyOf(results);
            corrections = List.copyOf(corrections);
        }

        @Override
        public State state() {
            return State.GRADED;
        }

        @Override
        public Optional<SessionScore> score() {
            return SessionScore.of(results, this::corrections);
        }

        @Override
        public Graded with(int place, Result result) {
            return new Graded(setup, ending, replaced(results, place, result), corrections);
        }

        @Override
        public Optional<Graded> graded() {
            return Optional.of(this);
        }

        @Override
        public Graded withCorrections(List<Correction> said) {
            return new Graded(setup, ending, results, said);
        }
    }

    private static List<Result> replaced(List<Result> results, int place, Result result) {
        List<Result> changed = new ArrayList<>(results);
        changed.set(place, result);
        return changed;
    }
}
