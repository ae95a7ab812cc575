package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import rejoinder.grader.BoostedTrees;
import rejoinder.grader.BoostedTrees.Tree;

/** Fits {@link BoostedTrees}. The same rows in the same order give the same trees. */
final class Boosting {
    /** Trees of each class. With 20 to 75 the loss on questions left out is the same within .005; more lowers only what is fitted. */
    private static final int ROUNDS = 40;

    /** Part of each step that is taken. */
    private static final double RATE = 0.1;

    /** Rows that each side of a split needs. */
    private static final int LEAST_ROWS = 30;

    private static final double RIDGE = 5;

    /** Values of a feature between which a split is looked for. */
    private static final int CUTS = 48;

    private static final double DIGITS = 1e5;

    private final int[][] bins;
    private final double[][] cuts;
    private final int[] labels;
    private final double[] weights;
    private final int classes;

    private Boosting(double[][] rows, int[] labels, double[] weights, int classes) {
        int width = rows[0].length;
        this.labels = labels;
        this.weights = weights;
        this.classes = classes;
        this.cuts = IntStream.range(0, width).mapToObj(f -> cuts(rows, f)).toArray(double[][]::new);
        this.bins = new int[width][rows.length];
        for (int f = 0; f < width; f++) {
            for (int i = 0; i < rows.length; i++) {
                int bin = 0;
                while (bin < cuts[f].length && rows[i][f] > cuts[f][bin]) {
                    bin++;
                }
                bins[f][i] = bin;
            }
        }
    }

    /**
     * Fits trees to rows of features.
     *
     * @param labels the class of each row, from 0
     * @param weights how much each row counts
     * @param start the scores of each row's classes that the trees are added to
     */
    static BoostedTrees fit(double[][] rows, int[] labels, double[] weights, double[][] start) {
        return new Boosting(rows, labels, weights, start[0].length).fitted(start);
    }

    private static double[] cuts(double[][] rows, int feature) {
        double[] sorted =
                Arrays.stream(rows).mapToDouble(row -> row[feature]).sorted().toArray();
        return IntStream.rangeClosed(1, CUTS)
                .mapToDouble(cut -> rounded(sorted[(int) ((long) cut * (sorted.length - 1) / (CUTS + 1))]))
                .distinct()
                .toArray();
    }

    private static double rounded(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }

    private BoostedTrees fitted(double[][] start) {
        int rows = labels.length;
        double[][] scores = Arrays.stream(start).map(double[]::clone).toArray(double[][]::new);
        List<Tree> trees = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            double[][] chances =
                    Arrays.stream(scores).map(BoostedTrees::softmax).toArray(double[][]::new);
            for (int k = 0; k < classes; k++) {
                double[] slope = new double[rows];
                double[] bend = new double[rows];
                for (int i = 0; i < rows; i++) {
                    double chance = chances[i][k];
                    slope[i] = weights[i] * (chance - (labels[i] == k ? 1 : 0));
                    bend[i] = weights[i] * chance * (1 - chance);
                }
                int[] leaf = new int[rows];
                Tree tree = grown(k, slope, bend, leaf);
                trees.add(tree);
                for (int i = 0; i < rows; i++) {
                    scores[i][k] += tree.leaves()[leaf[i]];
                }
            }
        }
        return new BoostedTrees(trees);
    }

    private Tree grown(int k, double[] slope, double[] bend, int[] leaf) {
        int[] features = new int[BoostedTrees.SPLITS];
        double[] thresholds = new double[BoostedTrees.SPLITS];
        int[] at = new int[slope.length];
        for (int level = 0, first = 0; level < BoostedTrees.DEPTH; first = 2 * first + 1, level++) {
            int[] splits = new int[BoostedTrees.SPLITS];
            for (int node = first; node < 2 * first + 1; node++) {
                split(node, at, slope, bend, features, splits);
                thresholds[node] = splits[node] < 0 ? Double.MAX_VALUE : cuts[features[node]][splits[node]];
            }
            for (int i = 0; i < at.length; i++) {
                int node = at[i];
                at[i] = 2 * node + (splits[node] < 0 || bins[features[node]][i] <= splits[node] ? 1 : 2);
            }
        }
        double[] down = new double[BoostedTrees.LEAVES];
        double[] curved = new double[BoostedTrees.LEAVES];
        for (int i = 0; i < at.length; i++) {
            leaf[i] = at[i] - BoostedTrees.SPLITS;
            down[leaf[i]] += slope[i];
            curved[leaf[i]] += bend[i];
        }
        double[] leaves = IntStream.range(0, BoostedTrees.LEAVES)
                .mapToDouble(n -> rounded(-RATE * down[n] / (curved[n] + RIDGE)))
                .toArray();
        return new Tree(k, features, thresholds, leaves);
    }

    // the split that lowers the loss most; -1 where none has enough rows on both sides
    private void split(int node, int[] at, double[] slope, double[] bend, int[] features, int[] splits) {
        int[] own = IntStream.range(0, at.length).filter(i -> at[i] == node).toArray();
        double down = Arrays.stream(own).mapToDouble(i -> slope[i]).sum();
        double curved = Arrays.stream(own).mapToDouble(i -> bend[i]).sum();
        double best = gain(down, curved) + 1e-9;
        splits[node] = -1;
        for (int f = 0; f < cuts.length; f++) {
            double[] slopes = new double[cuts[f].length + 1];
            double[] bends = new double[cuts[f].length + 1];
            int[] counts = new int[cuts[f].length + 1];
            for (int i : own) {
                int bin = bins[f][i];
                slopes[bin] += slope[i];
                bends[bin] += bend[i];
                counts[bin]++;
            }
            double left = 0;
            double leftBend = 0;
            int count = 0;
            for (int bin = 0; bin < cuts[f].length; bin++) {
                left += slopes[bin];
                leftBend += bends[bin];
                count += counts[bin];
                double found = gain(left, leftBend) + gain(down - left, curved - leftBend);
                if (count >= LEAST_ROWS && own.length - count >= LEAST_ROWS && found > best) {
                    best = found;
                    features[node] = f;
                    splits[node] = bin;
                }
            }
        }
    }

    private static double gain(double slope, double bend) {
        return slope * slope / (bend + RIDGE);
    }
}
