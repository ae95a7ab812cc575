package rejoinder.session;

import java.time.Instant;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;

/** Where the grading of an attempt stands. */
public sealed interface Outcome {
    /** The grader has not come to it yet. */
    record Owed() implements Outcome {}

    /** Graded against the reference answers. */
    record Marked(Grade grade, Instant at) implements Outcome {}

    /** There is no reference answer; the candidate has yet to judge. */
    record SelfOwed() implements Outcome {}

    /** The candidate judged. */
    record SelfMarked(Score score, Instant at) implements Outcome {}
}
