package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.List;
import rejoinder.grader.Calibration;
import rejoinder.grader.Calibration.Anchor;

/**
 * Fits the curve that ships: straight pieces between corners at every twentieth of the alignment, from nothing for no likeness to full marks for the reference itself,
 * never falling. Among all such curves it has the least sum of two parts:
 *
 * <ul>
 *   <li>the mean over the answers of {@code sqrt(e^2 + d^2)}, where {@code e} is what the curve gives less what people gave: nearly the absolute difference, so that a few
 *       answers that likeness cannot judge do not draw the curve away from the many that it can;
 *   <li>how sharply it bends: the squares of the second differences of its corners, weighted, so that the corners of a part with few answers follow their neighbours.
 * </ul>
 *
 * That sum is convex and has one smallest curve, which moves no further than the answers do: other last bits of the alignments give the same corners when those are
 * rounded. It is found by weighted least squares again and again (the weight of an answer is {@code d / sqrt(e^2 + d^2)}), each by projected gradients with momentum; the
 * numbers of steps are fixed, so the same answers give the same bytes.
 */
final class SmoothCurve {
    /** Corners between 0 and 1: enough for the shape, each with about twenty of the answers that the shipped curve is fitted on. */
    private static final int PIECES = 20;

    /**
     * Weight of the bends. On the development half of the own graded answers, with curves fitted on other questions, .01 and .03 give the same error; the smoother one
     * ships.
     */
    private static final double SMOOTHING = 0.03;

    /**
     * Differences up to about this count by their square: a mark that people give is no finer. .05 to .2 give the same error of curves fitted on other questions.
     */
    private static final double SMALL = 0.05;

    private static final int ROUNDS = 60;
    private static final int STEPS = 400;

    private SmoothCurve() {}

    /**
     * The curve through some answers, in whatever order they come.
     *
     * @param version names it
     */
    static Calibration through(String version, List<Evaluation.Row> rows) {
        List<Evaluation.Row> sorted = CurveFit.sorted(rows);
        double[] curve = new double[PIECES + 1];
        for (int k = 0; k <= PIECES; k++) {
            curve[k] = (double) k / PIECES;
        }
        for (int round = 0; round < ROUNDS; round++) {
            curve = nearer(curve, sorted);
        }
        List<Anchor> anchors = new ArrayList<>();
        for (int k = 0; k <= PIECES; k++) {
            anchors.add(new Anchor((double) k / PIECES, curve[k]));
        }
        return new Calibration(version, anchors);
    }

    /** The least squares, each answer weighted by how far it is from a curve. */
    private static double[] nearer(double[] start, List<Evaluation.Row> rows) {
        double[][] form = bends();
        double[] pull = new double[PIECES + 1];
        for (Evaluation.Row row : rows) {
            double place = Math.max(0, Math.min(1, row.raw())) * PIECES;
            int left = Math.min(PIECES - 1, (int) place);
            double way = place - left;
            double error = (1 - way) * start[left] + way * start[left + 1] - row.score();
            double weight = SMALL / Math.sqrt(error * error + SMALL * SMALL) / rows.size();
            form[left][left] += weight * (1 - way) * (1 - way);
            form[left][left + 1] += weight * (1 - way) * way;
            form[left + 1][left] += weight * (1 - way) * way;
            form[left + 1][left + 1] += weight * way * way;
            pull[left] += weight * (1 - way) * row.score();
            pull[left + 1] += weight * way * row.score();
        }
        double steepest = 0;
        for (double[] line : form) {
            double sum = 0;
            for (double value : line) {
                sum += Math.abs(value);
            }
            steepest = Math.max(steepest, sum);
        }
        double[] curve = start;
        double[] ahead = start;
        double momentum = 1;
        for (int step = 0; step < STEPS; step++) {
            double[] next = ahead.clone();
            for (int k = 1; k < PIECES; k++) {
                double slope = -pull[k];
                for (int j = 0; j <= PIECES; j++) {
                    slope += form[k][j] * ahead[j];
                }
                next[k] -= slope / steepest;
            }
            next = rising(next);
            double more = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
            ahead = next.clone();
            for (int k = 1; k < PIECES; k++) {
                ahead[k] += (momentum - 1) / more * (next[k] - curve[k]);
            }
            curve = next;
            momentum = more;
        }
        return curve;
    }

    private static double[][] bends() {
        double[][] form = new double[PIECES + 1][PIECES + 1];
        double[] second = {1, -2, 1};
        for (int k = 0; k + 2 <= PIECES; k++) {
            for (int i = 0; i < second.length; i++) {
                for (int j = 0; j < second.length; j++) {
                    form[k + i][k + j] += SMOOTHING * second[i] * second[j];
                }
            }
        }
        return form;
    }

    /** The nearest curve that never falls, from 0 to 1; its ends stay. */
    private static double[] rising(double[] curve) {
        double[] mean = new double[PIECES];
        int[] corners = new int[PIECES];
        int pools = 0;
        for (int k = 1; k < PIECES; k++) {
            double value = curve[k];
            int size = 1;
            while (pools > 0 && mean[pools - 1] >= value) {
                pools--;
                value = (mean[pools] * corners[pools] + value * size) / (corners[pools] + size);
                size += corners[pools];
            }
            mean[pools] = value;
            corners[pools] = size;
            pools++;
        }
        double[] rising = new double[PIECES + 1];
        rising[PIECES] = 1;
        int k = 1;
        for (int pool = 0; pool < pools; pool++) {
            for (int i = 0; i < corners[pool]; i++) {
                rising[k++] = Math.max(0, Math.min(1, mean[pool]));
            }
        }
        return rising;
    }
}
