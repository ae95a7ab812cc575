package rejoinder.evaluate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a curve from alignment to score would give that was fitted on a set's own answers, but never on those to the question that is graded: isotonic
 * regression (pool adjacent violators) on all other questions, straight lines between the pools' middles, flat outside.
 */
final class OtherQuestions {
    private OtherQuestions() {}

    /** A score for each row, 0 to 1. */
    static double[] scores(List<Evaluation.Row> rows) {
        List<Evaluation.Row> sorted = rows.stream()
                .sorted(Comparator.comparingDouble(Evaluation.Row::raw))
                .toList();
        double[] scores = new double[rows.size()];
        rows.stream().map(Evaluation.Row::questionId).distinct().forEach(id -> {
            Curve curve = new Curve(
                    sorted.stream().filter(row -> !row.questionId().equals(id)).toList());
            IntStream.range(0, rows.size())
                    .filter(i -> rows.get(i).questionId().equals(id))
                    .forEach(i -> scores[i] = curve.at(rows.get(i).raw()));
        });
        return scores;
    }

    /** A rising curve through rows that are sorted by alignment. */
    private static final class Curve {
        private final double[] raw;
        private final double[] score;
        private final double[] rows;
        private int pools;

        Curve(List<Evaluation.Row> sorted) {
            raw = new double[sorted.size()];
            score = new double[sorted.size()];
            rows = new double[sorted.size()];
            for (Evaluation.Row row : sorted) {
                raw[pools] = row.raw();
                score[pools] = row.score();
                rows[pools] = 1;
                pools++;
                while (pools > 1 && (score[pools - 1] <= score[pools - 2] || raw[pools - 1] == raw[pools - 2])) {
                    join(pools - 2, pools - 1);
                    pools--;
                }
            }
        }

        private void join(int left, int right) {
            double sum = rows[left] + rows[right];
            raw[left] = (raw[left] * rows[left] + raw[right] * rows[right]) / sum;
            score[left] = (score[left] * rows[left] + score[right] * rows[right]) / sum;
            rows[left] = sum;
        }

        double at(double alignment) {
            int found = Arrays.binarySearch(raw, 0, pools, alignment);
            int above = found >= 0 ? found : -found - 1;
            if (above == 0 || above == pools) {
                return score[Math.min(above, pools - 1)];
            }
            double way = (alignment - raw[above - 1]) / (raw[above] - raw[above - 1]);
            return score[above - 1] + way * (score[above] - score[above - 1]);
        }
    }
}
