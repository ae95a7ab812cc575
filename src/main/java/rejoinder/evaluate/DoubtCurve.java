package rejoinder.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import rejoinder.grader.Uncertainty;

/**
 * What "not sure" is worth: how much of the errors the answers hold that the grader doubts most.
 *
 * @param marked the answers that the grader marks as not sure
 * @param most the most doubtful tenth of the answers, fifth and so on; among equally doubtful ones what a draw holds on average
 */
public record DoubtCurve(Point marked, List<Point> most) {
    /** Errors above this count as large: a quarter of full marks, one step of most scales that people grade by. */
    public static final double LARGE = 0.25;

    private static final Uncertainty DOUBTS = Uncertainty.standard();
    private static final List<Double> SHARES = List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.75);

    /** Copies the list. */
    public DoubtCurve {
        most = List.copyOf(most);
    }

    /**
     * A part of the answers.
     *
     * @param share of all answers, 0 to 1
     * @param squaredError share of the sum of squared differences to people that they hold; NaN if there is none
     * @param largeErrors share of the answers off by more than {@link #LARGE} that they hold; NaN if there is none
     */
    public record Point(double share, double squaredError, double largeErrors) {}

    static DoubtCurve of(List<Evaluation.Row> rows) {
        List<Evaluation.Row> marked =
                rows.stream().filter(row -> !row.evidence().sure()).toList();
        List<Evaluation.Row> sorted = rows.stream()
                .sorted(Comparator.comparingDouble(row -> -degree(row)))
                .toList();
        double[] squared = even(sorted, DoubtCurve::squared);
        double[] large = even(sorted, DoubtCurve::large);
        return new DoubtCurve(
                new Point(
                        (double) marked.size() / rows.size(),
                        marked.stream().mapToDouble(DoubtCurve::squared).sum()
                                / Arrays.stream(squared).sum(),
                        marked.stream().mapToDouble(DoubtCurve::large).sum()
                                / Arrays.stream(large).sum()),
                SHARES.stream()
                        .map(share -> new Point(share, held(squared, share), held(large, share)))
                        .toList());
    }

    private static double degree(Evaluation.Row row) {
        return DOUBTS.degree(row.evidence(), row.answer().answer());
    }

    private static double squared(Evaluation.Row row) {
        return (row.score() - row.grade()) * (row.score() - row.grade());
    }

    private static double large(Evaluation.Row row) {
        return Math.abs(row.score() - row.grade()) > LARGE ? 1 : 0;
    }

    /** A figure of each row, in their order; equally doubtful rows get their mean. */
    private static double[] even(List<Evaluation.Row> sorted, ToDoubleFunction<Evaluation.Row> figure) {
        double[] figures = sorted.stream().mapToDouble(figure).toArray();
        int from = 0;
        for (int to = 1; to <= figures.length; to++) {
            if (to == figures.length || degree(sorted.get(to)) != degree(sorted.get(from))) {
                double mean = Arrays.stream(figures, from, to).average().orElse(0);
                Arrays.fill(figures, from, to, mean);
                from = to;
            }
        }
        return figures;
    }

    private static double held(double[] figures, double share) {
        double rows = share * figures.length;
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            sum += figures[i] * Math.min(1, rows - i);
        }
        return sum / Arrays.stream(figures).sum();
    }
}
