package rejoinder.session;

/**
 * What came of the answers about which the candidate said the same.
 *
 * @param said how sure the candidate was before the result
 * @param times of how many answers
 * @param borneOut how many of them came out well
 */
public record ConfidenceTally(Confidence said, int times, int borneOut) {}
