package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rejoinder.grader.Calibration;

/**
 * Fits a curve from alignment to score on answers that people graded: isotonic regression (pool adjacent violators, least squares), straight lines between the
 * pools' middles, flat outside. The same answers give the same curve, in whatever order they come.
 */
final class CurveFit {
    /** Of equal alignments the better score first, which puts them into one pool. */
    private static final Comparator<Evaluation.Row> ORDER = Comparator.comparingDouble(Evaluation.Row::raw)
            .thenComparing(Comparator.comparingDouble(Evaluation.Row::score).reversed());

    private CurveFit() {}

    /**
     * The curve through some answers.
     *
     * @param version names it
     * @throws IllegalArgumentException if there are none
     */
    static Calibration through(String version, List<Evaluation.Row> rows) {
        List<Pool> pools = new ArrayList<>();
        for (Evaluation.Row row : sorted(rows)) {
            Pool last = new Pool(row.raw(), row.score(), 1);
            while (!pools.isEmpty() && last.violates(pools.get(pools.size() - 1))) {
                last = pools.remove(pools.size() - 1).joined(last);
            }
            pools.add(last);
        }
        return new Calibration(
                version,
                pools.stream()
                        .map(pool -> new Calibration.Anchor(pool.raw, pool.score))
                        .toList());
    }

    /** By alignment; sort once where many curves are fitted. */
    static List<Evaluation.Row> sorted(List<Evaluation.Row> rows) {
        return rows.stream().sorted(ORDER).toList();
    }

    /**
     * Neighbouring answers that share a score.
     *
     * @param raw mean alignment
     * @param score mean of what people gave
     * @param answers how many
     */
    private record Pool(double raw, double score, double answers) {
        boolean violates(Pool below) {
            return score <= below.score || raw <= below.raw;
        }

        Pool joined(Pool above) {
            double sum = answers + above.answers;
            return new Pool(
                    (raw * answers + above.raw * above.answers) / sum,
                    (score * answers + above.score * above.answers) / sum,
                    sum);
        }
    }
}
