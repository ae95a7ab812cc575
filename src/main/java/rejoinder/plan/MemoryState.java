package rejoinder.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What memory holds of one question after an answer.
 *
 * @param stability days until the chance of recall has fallen to 90 %, .001 to 36500
 * @param difficulty how hard it is to make the memory last, 1 to 10
 * @param lastReviewed when it was last answered
 * @param due the day in the candidate's zone on which it should be asked again
 */
public record MemoryState(double stability, double difficulty, Instant lastReviewed, LocalDate due) {}
