package rejoinder.evaluate;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import rejoinder.grader.Calibration;

/** What a curve from alignment to score would give that was fitted on a set's own answers, but never on those to the question that is graded. */
final class OtherQuestions {
    private OtherQuestions() {}

    /**
     * A score for each row, 0 to 1.
     *
     * @param fit of a curve to some of the rows
     */
    static double[] scores(List<Evaluation.Row> rows, Function<List<Evaluation.Row>, Calibration> fit) {
        List<Evaluation.Row> sorted = CurveFit.sorted(rows);
        double[] scores = new double[rows.size()];
        rows.stream().map(Evaluation.Row::questionId).distinct().forEach(id -> {
            Calibration curve = fit.apply(
                    sorted.stream().filter(row -> !row.questionId().equals(id)).toList());
            IntStream.range(0, rows.size())
                    .filter(i -> rows.get(i).questionId().equals(id))
                    .forEach(i -> scores[i] = curve.score(rows.get(i).raw()));
        });
        return scores;
    }
}
