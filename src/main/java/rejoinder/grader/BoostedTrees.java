package rejoinder.grader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Gradient-boosted decision trees: each adds the value of one leaf to the score of one class, and the scores become probabilities by softmax (Friedman, "Greedy function
 * approximation: a gradient boosting machine", 2001, with Newton steps). A tree is complete: {@link #DEPTH} levels of splits.
 */
public final class BoostedTrees {
    /** Splits from the root to a leaf. */
    public static final int DEPTH = 3;

    /** Splits of a tree. */
    public static final int SPLITS = (1 << DEPTH) - 1;

    /** Leaves of a tree. */
    public static final int LEAVES = 1 << DEPTH;

    private final List<Tree> trees;

    /**
     * One tree.
     *
     * @param of the class whose score it adds to, from 0
     * @param features what each split looks at; the splits below split {@code i} are {@code 2i+1} and {@code 2i+2}
     * @param thresholds the greatest value that goes to the first of the two
     * @param leaves what is added, from the leaf of the lowest values to that of the highest
     */
    @SuppressWarnings("ArrayRecordComponent") // read-only, and never compared
    public record Tree(int of, int[] features, double[] thresholds, double[] leaves) {
        /** Refuses a tree that is not complete. */
        public Tree {
            if (features.length != SPLITS || thresholds.length != SPLITS || leaves.length != LEAVES) {
                throw new IllegalArgumentException("A tree has " + SPLITS + " splits and " + LEAVES + " leaves.");
            }
        }

        /** The value of the leaf that some features lead to. */
        public double value(double[] given) {
            int at = 0;
            while (at < SPLITS) {
                at = 2 * at + (given[features[at]] <= thresholds[at] ? 1 : 2);
            }
            return leaves[at - SPLITS];
        }
    }

    /** Trees as they were fitted. */
    public BoostedTrees(List<Tree> trees) {
        this.trees = List.copyOf(trees);
    }

    /** Its trees, in the order in which they were fitted. */
    public List<Tree> trees() {
        return trees;
    }

    /** Adds what the trees say of some features to the scores of the classes. */
    public void addTo(double[] scores, double[] features) {
        for (Tree tree : trees) {
            scores[tree.of] += tree.value(features);
        }
    }

    /** Probabilities of some scores. */
    public static double[] softmax(double[] scores) {
        double most = Arrays.stream(scores).max().orElse(0);
        double[] odds =
                Arrays.stream(scores).map(score -> Math.exp(score - most)).toArray();
        double sum = Arrays.stream(odds).sum();
        return Arrays.stream(odds).map(odd -> odd / sum).toArray();
    }

    /** A tree as a line: its class, feature and threshold of each split, and the leaves. */
    static String line(Tree tree, List<String> classes, List<String> features) {
        List<String> words = new ArrayList<>(List.of(classes.get(tree.of)));
        for (int i = 0; i < SPLITS; i++) {
            words.add(features.get(tree.features[i]));
            words.add(Double.toString(tree.thresholds[i]));
        }
        for (double leaf : tree.leaves) {
            words.add(Double.toString(leaf));
        }
        return String.join(" ", words);
    }

    /**
     * Reads what {@link #line} writes.
     *
     * @throws IllegalArgumentException if the words are not a tree of these classes and features
     */
    static Tree read(List<String> words, List<String> classes, List<String> features) {
        int[] looked = new int[SPLITS];
        double[] thresholds = new double[SPLITS];
        double[] leaves = new double[LEAVES];
        if (words.size() != 1 + 2 * SPLITS + LEAVES || !classes.contains(words.get(0))) {
            throw new IllegalArgumentException("A tree has a class, " + SPLITS + " splits and " + LEAVES + " leaves.");
        }
        for (int i = 0; i < SPLITS; i++) {
            looked[i] = features.indexOf(words.get(1 + 2 * i));
            if (looked[i] < 0) {
                throw new IllegalArgumentException(
                        "There is no feature '" + words.get(1 + 2 * i) + "'; fit the weights again.");
            }
            thresholds[i] = Double.parseDouble(words.get(2 + 2 * i));
        }
        for (int i = 0; i < LEAVES; i++) {
            leaves[i] = Double.parseDouble(words.get(1 + 2 * SPLITS + i));
        }
        return new Tree(classes.indexOf(words.get(0)), looked, thresholds, leaves);
    }
}
