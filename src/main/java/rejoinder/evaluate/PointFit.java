package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import rejoinder.grader.BoostedTrees;
import rejoinder.grader.PointJudge;
import rejoinder.grader.PointJudge.Judged;
import rejoinder.grader.PointSignals;

/**
 * Fits the weights of the verdicts on points that people judged: a multinomial logistic regression with a ridge, by Newton's method, trees for what it
 * gets wrong, and three thresholds. The
 * thresholds are chosen on predictions for questions that took no part in the fit that made them. The same points give the same bytes.
 */
public final class PointFit {
    /** Share of the verdicts "contradicted" that are to be right. */
    private static final double CONTRADICTED_PRECISION = 0.9;

    /** Share of the verdicts "made" that are to be right. */
    private static final double MADE_PRECISION = 0.88;

    /**
     * Expected credit from which a point is unclear and not left out: so low that a right sentence in a candidate's own words seldom earns nothing. Of 150 right
     * sentences 5 do.
     */
    private static final double UNCLEAR_FROM = 0.12;

    private static final double RIDGE = 3.0;
    private static final int FOLDS = 10;
    private static final int STEPS = 30;
    private static final int LEAST = 8;

    private static final List<Judged> FITTED = List.of(Judged.MADE, Judged.PARTLY, Judged.CONTRADICTED);

    private final Map<Judged, double[]> weights;
    private final BoostedTrees trees;
    private final double made;
    private final double contradicted;
    private final double unclear;
    private final int count;

    /**
     * A judged point: what the grader sees of it, and what a person says.
     *
     * @param weight how much it counts in the fit: 1 for a point of an answer, less for a statement of the bank, which has no say in the thresholds
     */
    public record Labelled(String question, PointSignals signals, Judged judged, double weight) {}

    private PointFit(
            Map<Judged, double[]> weights,
            BoostedTrees trees,
            double made,
            double contradicted,
            double unclear,
            int count) {
        this.weights = weights;
        this.trees = trees;
        this.made = made;
        this.contradicted = contradicted;
        this.unclear = unclear;
        this.count = count;
    }

    /** Fits weights and thresholds. */
    public static PointFit of(List<Labelled> points) {
        List<String> questions =
                points.stream().map(Labelled::question).distinct().sorted().toList();
        List<Map<Judged, Double>> unseen = new ArrayList<>(
                points.stream().map(point -> Map.<Judged, Double>of()).toList());
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            List<Labelled> others = points.stream()
                    .filter(point -> questions.indexOf(point.question) % FOLDS != left)
                    .toList();
            if (others.isEmpty() || others.size() == points.size()) {
                continue;
            }
            PointJudge judge = judge(others);
            for (int i = 0; i < points.size(); i++) {
                if (questions.indexOf(points.get(i).question) % FOLDS == left) {
                    unseen.set(i, judge.probabilities(points.get(i).signals));
                }
            }
        }
        double contradicted = threshold(points, unseen, Judged.CONTRADICTED, CONTRADICTED_PRECISION);
        double made = threshold(points, unseen, Judged.MADE, MADE_PRECISION);
        Map<Judged, double[]> weights = newton(points);
        return new PointFit(weights, trees(points, weights), made, contradicted, UNCLEAR_FROM, points.size());
    }

    static PointJudge judge(List<Labelled> points) {
        Map<Judged, double[]> weights = newton(points);
        return PointJudge.of(weights, trees(points, weights));
    }

    private static BoostedTrees trees(List<Labelled> points, Map<Judged, double[]> weights) {
        double[][] rows =
                points.stream().map(point -> PointJudge.features(point.signals)).toArray(double[][]::new);
        return Boosting.fit(
                rows,
                points.stream()
                        .mapToInt(point -> PointJudge.index(point.judged))
                        .toArray(),
                points.stream().mapToDouble(Labelled::weight).toArray(),
                Arrays.stream(rows).map(row -> PointJudge.linear(weights, row)).toArray(double[][]::new));
    }

    // the lowest probability from which that share is right
    private static double threshold(
            List<Labelled> points, List<Map<Judged, Double>> unseen, Judged judged, double precision) {
        ToDoubleFunction<Integer> probability = i -> unseen.get(i).getOrDefault(judged, 0.0);
        List<Integer> falling = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            falling.add(i);
        }
        falling.sort(Comparator.comparingDouble(i -> -probability.applyAsDouble(i)));
        double threshold = 1;
        int right = 0;
        falling.removeIf(i -> points.get(i).weight < 1
                || (judged == Judged.CONTRADICTED && !PointJudge.mayContradict(points.get(i).signals)));
        for (int n = 0; n < falling.size(); n++) {
            right += points.get(falling.get(n)).judged == judged ? 1 : 0;
            if (n + 1 >= LEAST && right >= precision * (n + 1)) {
                threshold = probability.applyAsDouble(falling.get(n));
            }
        }
        return rounded(threshold);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }

    private static Map<Judged, double[]> newton(List<Labelled> points) {
        double[][] raw =
                points.stream().map(point -> PointJudge.features(point.signals)).toArray(double[][]::new);
        int width = PointJudge.FEATURES.size();
        double[] mean = new double[width];
        double[] deviation = new double[width];
        for (int f = 1; f < width; f++) {
            int feature = f;
            mean[f] = Arrays.stream(raw)
                    .mapToDouble(row -> row[feature])
                    .average()
                    .orElse(0);
            double centre = mean[f];
            deviation[f] = Math.sqrt(Arrays.stream(raw)
                    .mapToDouble(row -> (row[feature] - centre) * (row[feature] - centre))
                    .average()
                    .orElse(0));
        }
        double[][] rows = new double[raw.length][width];
        for (int i = 0; i < raw.length; i++) {
            rows[i][0] = 1;
            for (int f = 1; f < width; f++) {
                rows[i][f] = deviation[f] > 0 ? (raw[i][f] - mean[f]) / deviation[f] : 0;
            }
        }
        double[] found = climbed(rows, points, width);
        Map<Judged, double[]> weights = new EnumMap<>(Judged.class);
        for (int k = 0; k < FITTED.size(); k++) {
            double[] own = new double[width];
            own[0] = found[k * width];
            for (int f = 1; f < width; f++) {
                if (deviation[f] > 0) {
                    own[f] = found[k * width + f] / deviation[f];
                    own[0] -= own[f] * mean[f];
                }
            }
            weights.put(FITTED.get(k), own);
        }
        return weights;
    }

    private static double[] climbed(double[][] rows, List<Labelled> points, int width) {
        int size = FITTED.size() * width;
        double[] weights = new double[size];
        for (int step = 0; step < STEPS; step++) {
            double[] gradient = new double[size];
            double[][] curvature = new double[size][size];
            for (int k = 0; k < size; k++) {
                // the constant goes free
                double ridge = k % width == 0 ? 1e-6 : RIDGE;
                gradient[k] = -ridge * weights[k];
                curvature[k][k] = ridge;
            }
            for (int i = 0; i < rows.length; i++) {
                double[] chance = chances(rows[i], weights, width);
                double counts = points.get(i).weight;
                for (int a = 0; a < FITTED.size(); a++) {
                    double off = counts * ((points.get(i).judged == FITTED.get(a) ? 1 : 0) - chance[a]);
                    for (int f = 0; f < width; f++) {
                        gradient[a * width + f] += off * rows[i][f];
                    }
                    for (int b = 0; b <= a; b++) {
                        double bend = counts * chance[a] * ((a == b ? 1 : 0) - chance[b]);
                        for (int f = 0; f < width; f++) {
                            double part = bend * rows[i][f];
                            for (int g = 0; g < width; g++) {
                                curvature[a * width + f][b * width + g] += part * rows[i][g];
                            }
                        }
                    }
                }
            }
            for (int a = 0; a < size; a++) {
                for (int b = a + 1; b < size; b++) {
                    curvature[a][b] = curvature[b][a];
                }
            }
            double[] move = new CholeskyDecomposition(new Array2DRowRealMatrix(curvature, false), 1e-6, 1e-12)
                    .getSolver()
                    .solve(new ArrayRealVector(gradient, false))
                    .toArray();
            double largest = 0;
            for (int k = 0; k < size; k++) {
                weights[k] += move[k];
                largest = Math.max(largest, Math.abs(move[k]));
            }
            if (largest < 1e-8) {
                break;
            }
        }
        return weights;
    }

    private static double[] chances(double[] row, double[] weights, int width) {
        double[] chance = new double[FITTED.size()];
        double sum = 1;
        for (int k = 0; k < chance.length; k++) {
            double score = 0;
            for (int f = 0; f < width; f++) {
                score += weights[k * width + f] * row[f];
            }
            chance[k] = Math.exp(Math.max(-30, Math.min(30, score)));
            sum += chance[k];
        }
        for (int k = 0; k < chance.length; k++) {
            chance[k] /= sum;
        }
        return chance;
    }

    /** Number of points that it was fitted on. */
    public int count() {
        return count;
    }

    /**
     * The file that {@link PointJudge#read} takes.
     *
     * @param head remarks, one per line, without the mark before them
     */
    public String text(List<String> head) {
        StringBuilder text = new StringBuilder();
        head.forEach(line -> text.append("# ").append(line).append('\n'));
        text.append("# feature, and its weight for made, partly and contradicted against not said\n");
        for (int f = 0; f < PointJudge.FEATURES.size(); f++) {
            text.append(String.format(
                    Locale.ROOT,
                    "%s %.5f %.5f %.5f%n",
                    PointJudge.FEATURES.get(f),
                    weight(Judged.MADE, f),
                    weight(Judged.PARTLY, f),
                    weight(Judged.CONTRADICTED, f)));
        }
        text.append(String.format(
                Locale.ROOT,
                "made-from %.3f%ncontradicted-from %.3f%nunclear-from %.3f%n",
                made,
                contradicted,
                unclear));
        text.append("# class, feature and threshold of each split, leaves\n");
        trees.trees().forEach(tree -> text.append(PointJudge.line(tree)).append('\n'));
        return text.toString();
    }

    private double weight(Judged judged, int feature) {
        double[] own = weights.get(judged);
        return own == null ? 0 : own[feature];
    }
}
