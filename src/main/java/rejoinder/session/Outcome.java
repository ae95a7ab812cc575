package rejoinder.session;

import java.time.Instant;
import java.util.Optional;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;

/** The state of an attempt's grading. */
public sealed interface Outcome {
    /** The four outcomes by name. */
    enum Kind {
        OWED,
        MARKED,
        SELF_OWED,
        SELF_MARKED
    }

    /** Which of the four it is. */
    Kind kind();

    /** What the grader found; empty unless it has graded the attempt. */
    default Optional<Marked> marked() {
        return Optional.empty();
    }

    /** The grader's or the candidate's own score; empty while it is owed. */
    default Optional<Score> earned() {
        return Optional.empty();
    }

    /** When the score was given; empty while it is owed. */
    default Optional<Instant> earnedAt() {
        return Optional.empty();
    }

    /** The grader has not come to it yet. */
    record Owed() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.OWED;
        }
    }

    /** Graded against the reference answers. */
    record Marked(Grade grade, Instant at) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.MARKED;
        }

        @Override
        public Optional<Marked> marked() {
            return Optional.of(this);
        }

        @Override
        public Optional<Score> earned() {
            return Optional.of(grade.score());
        }

        @Override
        public Optional<Instant> earnedAt() {
            return Optional.of(at);
        }
    }

    /** There is no reference answer, or the grader cannot read the answer; the candidate has yet to judge. */
    record SelfOwed() implements Outcome {
        @Override
        public Kind kind() {
            return Kind.SELF_OWED;
        }
    }

    /** The candidate judged. */
    record SelfMarked(Score score, Instant at) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.SELF_MARKED;
        }

        @Override
        public Optional<Score> earned() {
            return Optional.of(score);
        }

        @Override
        public Optional<Instant> earnedAt() {
            return Optional.of(at);
        }
    }
}
