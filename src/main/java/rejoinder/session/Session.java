package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One session, in the state that it is in; each record carries only what exists in that state. */
public sealed interface Session permits InProgress, Session.Submitted, Session.Graded {
    /** What does not change. */
    SessionSetup setup();

    /**
     * How a session ended.
     *
     * @param at when: for one that ran out of time, its deadline
     * @param by who ended it
     * @param paused how long its clock was stopped altogether
     */
    record Ending(Instant at, EndedBy by, Duration paused) {}

    /** Who ended a session. */
    enum EndedBy {
        CANDIDATE,
        DEADLINE
    }

    /**
     * The answers are fixed; grading of some is owed.
     *
     * @param results one a question, in order
     */
    record Submitted(SessionSetup setup, Ending ending, List<Result> results) implements Session {
        /** Copies the list. */
        public Submitted {
            results = List.copyOf(results);
        }
    }

    /**
     * The grader has come to every answer.
     *
     * @param results one a question, in order
     * @param corrections the candidate's words about the grades, oldest first
     */
    record Graded(SessionSetup setup, Ending ending, List<Result> results, List<Correction> corrections)
            implements Session {
        /** Copies the lists. */
        public Graded {
            results = List.copyOf(results);
            corrections = List.copyOf(corrections);
        }

        /** Corrections about one place. */
        public List<Correction> corrections(int place) {
            return corrections.stream()
                    .filter(correction -> correction.place() == place)
                    .toList();
        }
    }

    /** The result at a place (from 0); empty while the answer is not handed in. */
    static Optional<Result> result(Session session, int place) {
        if (session instanceof InProgress open) {
            return Optional.ofNullable(open.settled().get(place));
        }
        List<Result> results =
                session instanceof Submitted submitted ? submitted.results() : ((Graded) session).results();
        return Optional.of(results.get(place));
    }

    /** Every correction of a session, oldest first. */
    static List<Correction> corrections(Session session) {
        return session instanceof Graded graded ? graded.corrections() : List.of();
    }

    /** {@link Graded} if no grading is owed, else {@link Submitted}. */
    static Session ended(SessionSetup setup, Ending ending, List<Result> results) {
        return results.stream().anyMatch(result -> result.outcome() instanceof Outcome.Owed)
                ? new Submitted(setup, ending, results)
                : new Graded(setup, ending, results, List.of());
    }
}
