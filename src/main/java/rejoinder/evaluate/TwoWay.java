package rejoinder.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Answers told apart as correct or not: those at or above a threshold are taken to be correct.
 *
 * @param threshold on the compared number, 0 to 1
 * @param accuracy share of the answers that are told right
 * @param majority accuracy of always saying what most answers are
 */
public record TwoWay(double threshold, double accuracy, double majority) {
    /** Counts with a given threshold. */
    static TwoWay of(List<Evaluation.Row> rows, ToDoubleFunction<Evaluation.Row> number, double threshold) {
        long right = rows.stream()
                .filter(row -> row.answer().isCorrect() == (number.applyAsDouble(row) >= threshold))
                .count();
        long correct = rows.stream().filter(row -> row.answer().isCorrect()).count();
        return new TwoWay(
                threshold,
                (double) right / rows.size(),
                (double) Math.max(correct, rows.size() - correct) / rows.size());
    }

    /** The threshold that tells most of the rows right, half way between two of their numbers; the lowest of several. */
    static double fit(List<Evaluation.Row> rows, ToDoubleFunction<Evaluation.Row> number) {
        List<Evaluation.Row> sorted = rows.stream()
                .sorted((a, b) -> Double.compare(number.applyAsDouble(a), number.applyAsDouble(b)))
                .toList();
        double[] numbers = sorted.stream().mapToDouble(number).toArray();
        long right = rows.stream().filter(row -> row.answer().isCorrect()).count();
        long best = right;
        double threshold = Arrays.stream(numbers).findFirst().orElse(0);
        for (int i = 0; i < numbers.length; i++) {
            right += sorted.get(i).answer().isCorrect() ? -1 : 1;
            boolean last = i + 1 == numbers.length;
            if (right > best && (last || numbers[i + 1] > numbers[i])) {
                best = right;
                threshold = last ? Math.nextUp(numbers[i]) : (numbers[i] + numbers[i + 1]) / 2;
            }
        }
        return threshold;
    }
}
