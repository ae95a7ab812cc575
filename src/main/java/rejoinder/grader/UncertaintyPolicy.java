package rejoinder.grader;

/**
 * When the grader is not sure of a grade by whole references. Fitted on the development half of own graded answers (442 answers to 34 questions), read as answers to
 * questions without key points: a third of the answers is doubted, which holds 42 % of the squared error.
 *
 * @param from score from which an answer lies between wrong and right: 0.44
 * @param to score up to which it does: 0.82
 * @param code share of the characters of an answer, white space left out, that are marks of code, from which it is not sure: 0.15; sentences have 0.02, code 0.17
 *     at the median
 */
public record UncertaintyPolicy(double from, double to, double code) {
    /** Refuses values that say nothing. */
    public UncertaintyPolicy {
        if (!(from > 0 && from < to && to < 1)) {
            throw new IllegalArgumentException(
                    "A range of doubt must rise and lie between 0 and 1, not go from " + from + " to " + to + ".");
        }
        if (!(code > 0)) {
            throw new IllegalArgumentException("code must be above 0, not " + code + ".");
        }
    }

    /** The measured defaults; each one's source stands with its parameter. */
    public static UncertaintyPolicy standard() {
        return new UncertaintyPolicy(0.44, 0.82, 0.15);
    }
}
