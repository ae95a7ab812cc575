package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tokens of an answer come nearest to the tokens of an expected text. For every token its best cosine among the other text's tokens, read alone (d3) and
 * read after the question (d4), each in units of the cosine that counts as the same word, and the mean of the two: V = (d3 + d4) / 2.
 */
final class Alignment {
    private final Reading expected;
    private final Reading answer;
    private final double sameWord;
    private final Similarities plain;
    private final Similarities inContext;
    private final double[] answered;

    /** Aligns; both texts may have any number of tokens, none included. */
    Alignment(Reading expected, Given given, GradingPolicy policy) {
        this.expected = expected;
        this.answer = given.reading();
        this.sameWord = policy.sameWord();
        this.plain = Similarities.of(expected.plain().vectors(), given.plain());
        this.inContext = Similarities.of(expected.inContext().vectors(), given.inContext());
        this.answered = new double[given.size()];
        float[] alone = plain.highest();
        float[] together = inContext.highest();
        for (int j = 0; j < answered.length; j++) {
            answered[j] = (match(alone[j]) + match(together[j])) / 2;
        }
    }

    private double match(float cosine) {
        return Math.max(0, Math.min(1, cosine / sameWord));
    }

    Reading expected() {
        return expected;
    }

    /** How well the answer's tokens from one index to another (exclusive) carry the expected text: s = (R + p P) / (1 + p), 0 to 1. */
    double similarity(int from, int to, double precisionShare) {
        double precision = precisionShare > 0 ? precision(from, to) : 0;
        return unit((recall(0, expected.size(), from, to) + precisionShare * precision) / (1 + precisionShare));
    }

    /** R: the mean match of some expected tokens, by weight. */
    double recall(int expectedFrom, int expectedTo, int from, int to) {
        double sum = 0;
        double weights = 0;
        for (int t = expectedFrom; t < expectedTo; t++) {
            sum += expected.weights()[t] * best(t, from, to);
            weights += expected.weights()[t];
        }
        return weights > 0 && from < to ? sum / weights : 0;
    }

    /** How well an expected token is matched by the nearest among some tokens of the answer, 0 to 1; the mean of both readings. */
    double best(int token, int from, int to) {
        float alone = 0;
        float together = 0;
        for (int j = from; j < to; j++) {
            alone = Math.max(alone, plain.at(token, j));
            together = Math.max(together, inContext.at(token, j));
        }
        return (match(alone) + match(together)) / 2;
    }

    // P: the same from the answer's side
    double precision(int from, int to) {
        double sum = 0;
        double weights = 0;
        for (int j = from; j < to; j++) {
            sum += answer.weights()[j] * answered[j];
            weights += answer.weights()[j];
        }
        return weights > 0 ? sum / weights : 0;
    }

    /**
     * The answer's tokens that carry some expected tokens: for each expected token that is no filler its nearest, if it is near enough.
     *
     * @param least least similarity
     * @return indexes of answer tokens, rising, without repeats
     */
    List<Integer> carriers(int expectedFrom, int expectedTo, int from, int to, double least) {
        boolean[] carries = new boolean[answer.size()];
        double mean = 0;
        for (int t = expectedFrom; t < expectedTo; t++) {
            mean += expected.weights()[t] / (expectedTo - expectedFrom);
        }
        for (int t = expectedFrom; t < expectedTo; t++) {
            int nearest = -1;
            double highest = 2 * least;
            for (int j = from; j < to; j++) {
                double both = (double) plain.at(t, j) + inContext.at(t, j);
                if (both >= highest) {
                    highest = both;
                    nearest = j;
                }
            }
            // a filler word's partner ("the", "is") shows nothing
            if (nearest >= 0 && expected.weights()[t] >= mean / 2) {
                carries[nearest] = true;
            }
        }
        List<Integer> indexes = new ArrayList<>();
        for (int j = from; j < to; j++) {
            if (carries[j]) {
                indexes.add(j);
            }
        }
        return indexes;
    }

    private static double unit(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
