package rejoinder.grader;

/**
 * When the grader is not sure. Fitted on the development half of own graded answers (442 answers to 34 questions) so that the doubted answers hold most of the
 * errors and are about a third of all: 35 % of the answers, which hold 64 % of the squared error and 72 % of the errors above a quarter of full marks.
 *
 * @param from score from which on an answer lies between wrong and right: 0.28. From there to the next parameter every second grade is off by more than a quarter, of
 *     the others every fifth; right answers whose words no wording foresaw end near its lower end
 * @param to score up to which it does: two thirds
 * @param between share of the question, from which on the grader is not sure, that is worth points between "made" and "not made": 0.6
 * @param disagreement difference between what the key points earn and what the comparison with whole references counts, from which on it is not sure: 0.35
 * @param charge what a misconception costs, up to which it is not sure: 0.2. Of 11 such answers that no other sign marks, four are off by more than a quarter, and it
 *     marks 9 of 14 right answers, put together from accepted wordings that the question was not given, that a misconception takes from
 * @param code share of the characters of an answer, white space left out, that are marks of code, from which on it is not sure: 0.15; sentences have 0.02, code 0.17
 *     at the median
 * @param wholeFrom like the first, where a question has no key points: 0.44. There doubts are worth less: a third of the answers holds 42 % of the squared error
 * @param wholeTo like the second: 0.82
 */
public record UncertaintyPolicy(
        double from,
        double to,
        double between,
        double disagreement,
        double charge,
        double code,
        double wholeFrom,
        double wholeTo) {
    /** Refuses values that say nothing. */
    public UncertaintyPolicy {
        range(from, to);
        range(wholeFrom, wholeTo);
        above0("between", between);
        above0("disagreement", disagreement);
        above0("charge", charge);
        above0("code", code);
    }

    /** The measured defaults; each one's source stands with its parameter. */
    public static UncertaintyPolicy standard() {
        return new UncertaintyPolicy(0.28, 2.0 / 3, 0.6, 0.35, 0.2, 0.15, 0.44, 0.82);
    }

    private static void range(double from, double to) {
        if (!(from > 0 && from < to && to < 1)) {
            throw new IllegalArgumentException(
                    "A range of doubt must rise and lie between 0 and 1, not go from " + from + " to " + to + ".");
        }
    }

    private static void above0(String name, double value) {
        if (!(value > 0)) {
            throw new IllegalArgumentException(name + " must be above 0, not " + value + ".");
        }
    }
}
