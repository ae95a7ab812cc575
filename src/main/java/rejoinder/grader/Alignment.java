package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;

/**
 * Which tokens of an answer come nearest to the tokens of an expected text: for every token its best cosine among the other text's tokens, both read after the
 * question, in units of the cosine that counts as the same word.
 */
final class Alignment {
    private final WeightedText expected;
    private final AnswerMatrix given;
    private final WeightedText answer;
    private final double sameWord;
    private final Similarities similarities;
    private final float[][] highestIn;
    private final float[] highest;

    /** Aligns; both texts may have any number of tokens, none included. */
    Alignment(WeightedText expected, AnswerMatrix given, GradingPolicy policy) {
        this.expected = expected;
        this.given = given;
        this.answer = given.reading();
        this.sameWord = policy.similarity().sameWord();
        this.similarities = given.with(expected);
        this.highestIn = similarities.highestIn(given.starts());
        this.highest = similarities.highest();
    }

    private double match(float cosine) {
        return Math.max(0, Math.min(1, cosine / sameWord));
    }

    WeightedText expected() {
        return expected;
    }

    /**
     * How well the answer's tokens from one index to another (exclusive) carry the expected text: s = (R + p P) / (1 + p), 0 to 1.
     *
     * @param from where a sentence of the answer starts
     * @param to where one ends
     */
    double similarity(int from, int to, double precisionShare) {
        double precision = precisionShare > 0 ? precision(from, to) : 0;
        return unit((recall(0, expected.size(), from, to) + precisionShare * precision) / (1 + precisionShare));
    }

    /** R: the mean match of some expected tokens, by weight, with whole sentences of the answer. */
    double recall(int expectedFrom, int expectedTo, int from, int to) {
        int first = given.partAt(from);
        int end = given.partAt(to);
        double sum = 0;
        double weights = 0;
        for (int t = expectedFrom; t < expectedTo; t++) {
            sum += expected.weights()[t] * best(t, first, end);
            weights += expected.weights()[t];
        }
        return weights > 0 && from < to ? sum / weights : 0;
    }

    // how well an expected token is matched by the nearest token in some sentences, 0 to 1
    private double best(int token, int first, int end) {
        float best = 0;
        for (int sentence = first; sentence < end; sentence++) {
            best = Math.max(best, highestIn[sentence][token]);
        }
        return match(best);
    }

    // P: the same from the answer's side
    double precision(int from, int to) {
        double sum = 0;
        double weights = 0;
        for (int j = from; j < to; j++) {
            sum += answer.weights()[j] * match(highest[j]);
            weights += answer.weights()[j];
        }
        return weights > 0 ? sum / weights : 0;
    }

    /**
     * The answer's tokens that carry some expected tokens: for each expected token that is not a filler its nearest, if it is near enough.
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
            double nearestCosine = least;
            for (int j = from; j < to; j++) {
                double cosine = similarities.at(t, j);
                if (cosine >= nearestCosine) {
                    nearestCosine = cosine;
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
