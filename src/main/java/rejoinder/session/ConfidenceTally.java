package rejoinder.session;

/**
 * How the answers came out that the candidate was equally sure of.
 *
 * @param said how sure the candidate was before the result
 * @param times of how many answers
 * @param borneOut how many of them came out well
 */
public record ConfidenceTally(Confidence said, int times, int borneOut) {}
