package rejoinder.plan;

import java.time.Instant;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/**
 * An attempt as memory sees it.
 *
 * @param question what was asked
 * @param at when the answer was handed in
 * @param score what it earned, overrides included
 */
public record Review(QuestionId question, Instant at, Score score) {}
