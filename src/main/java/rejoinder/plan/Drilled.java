package rejoinder.plan;

import java.time.Instant;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/**
 * One line that a candidate said about one key point, outside the answer to its question.
 *
 * @param question what the point belongs to
 * @param point its id in the question
 * @param at when it was said
 * @param score what the line earned of the point
 */
public record Drilled(QuestionId question, String point, Instant at, Score score) {
    private static final double MADE_FROM = .5;

    /** Whether the line made the point: it earned at least half of its share, as an answer must. */
    public boolean made() {
        return score.value() >= MADE_FROM;
    }
}
