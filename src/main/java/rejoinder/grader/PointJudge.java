package rejoinder.grader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rejoinder.grade.Verdict;
import rejoinder.text.ShippedFile;

/**
 * Turns what speaks for and against a key point into a verdict: a multinomial logistic regression and, for what it gets wrong, small decision trees, both fitted on
 * points that people judged. {@code rejoinder calibrate --points} fits them, and the file of the weights says on what.
 */
public final class PointJudge {
    private static final String SHIPPED = "point-judge.txt";
    private static final double EDGE = 1e-4;

    /** At or above this probability a sentence contradicts a point although it makes another one as surely: of 6 such points of development answers 5 are contradicted. */
    private static final double CERTAIN = 0.8;

    private static final int COLUMNS = 4;

    /** What a person says of a point in an answer. {@link #NOT_SAID} is what the others are compared with. */
    public enum Judged {
        MADE,
        PARTLY,
        CONTRADICTED,
        NOT_SAID
    }

    /** What the regression sees, by name. */
    public static final List<String> FEATURES = List.of(
            "constant",
            "similarity",
            "similarity-squared",
            "made",
            "contradicted",
            "like-true",
            "like-false",
            "reader-difference",
            "similarity-reader",
            "recall",
            "words-near",
            "words-side",
            "words-near-side",
            "similarity-side",
            "aside",
            "elsewhere",
            "elsewhere-against",
            "side-for",
            "side-against",
            "ahead",
            "ahead-of-mean",
            "similarity-ahead",
            "mean-similarity",
            "length",
            "anywhere",
            "margin",
            "counter-for",
            "counter-against",
            "counter-words");

    private static final List<Judged> CLASSES = List.of(Judged.values());
    private static final List<String> CLASS_NAMES = CLASSES.stream()
            .map(judged -> judged.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    private static final String TREE = "tree";

    private final Map<Judged, double[]> weights;
    private final BoostedTrees trees;
    private final Map<String, Double> thresholds;
    private final double madeFrom;
    private final double contradictedFrom;
    private final double unclearFrom;

    private PointJudge(Map<Judged, double[]> weights, BoostedTrees trees, Map<String, Double> thresholds) {
        this.weights = weights;
        this.trees = trees;
        this.thresholds = Map.copyOf(thresholds);
        this.madeFrom = thresholds.getOrDefault("made-from", 1.0);
        this.contradictedFrom = thresholds.getOrDefault("contradicted-from", 1.0);
        this.unclearFrom = thresholds.getOrDefault("unclear-from", 1.0);
    }

    /**
     * A judge by other weights, without thresholds.
     *
     * @param weights one row of {@link #FEATURES} a class but the last
     * @param trees what is added to the weighted sums
     */
    public static PointJudge of(Map<Judged, double[]> weights, BoostedTrees trees) {
        return new PointJudge(Map.copyOf(weights), trees, Map.of());
    }

    /** The weights that ship. */
    public static PointJudge shipped() {
        return Shipped.JUDGE;
    }

    /** The same without the trees, for questions whose points have no statements: the trees were fitted on none of them. */
    static PointJudge shippedWithoutTrees() {
        return Shipped.WITHOUT_TREES;
    }

    private static final class Shipped {
        static final PointJudge JUDGE = load();
        static final PointJudge WITHOUT_TREES =
                new PointJudge(JUDGE.weights, new BoostedTrees(List.of()), JUDGE.thresholds);
    }

    private static PointJudge load() {
        try (Reader in = ShippedFile.open(PointJudge.class, SHIPPED)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The weights of the verdicts cannot be read.", e);
        }
    }

    /**
     * Reads weights: lines of a feature's name and its weights for made, partly and contradicted, lines of a threshold's name and value, and one line a tree.
     *
     * @throws IllegalArgumentException if a line is none of these or a feature is missing
     */
    public static PointJudge read(Reader text) throws IOException {
        Map<Judged, double[]> weights = new EnumMap<>(Judged.class);
        for (Judged judged : List.of(Judged.MADE, Judged.PARTLY, Judged.CONTRADICTED)) {
            weights.put(judged, new double[FEATURES.size()]);
        }
        List<BoostedTrees.Tree> trees = new ArrayList<>();
        Map<String, Double> thresholds = new HashMap<>();
        int features = 0;
        BufferedReader lines = new BufferedReader(text);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.strip().split("\\s+", -1);
            int feature = FEATURES.indexOf(fields[0]);
            if (fields[0].equals(TREE)) {
                trees.add(BoostedTrees.read(Arrays.asList(fields).subList(1, fields.length), CLASS_NAMES, FEATURES));
            } else if (feature >= 0 && fields.length == COLUMNS) {
                int column = 1;
                for (double[] own : weights.values()) {
                    own[feature] = Double.parseDouble(fields[column]);
                    column++;
                }
                features++;
            } else if (fields.length == 2) {
                thresholds.put(fields[0], Double.parseDouble(fields[1]));
            } else {
                throw new IllegalArgumentException("'" + line + "' is neither a weight nor a threshold nor a tree.");
            }
        }
        if (features != FEATURES.size()) {
            throw new IllegalArgumentException(
                    features + " features have weights, not " + FEATURES.size() + "; fit the weights again.");
        }
        return new PointJudge(weights, new BoostedTrees(trees), thresholds);
    }

    /** A tree as {@link #read} takes it. */
    public static String line(BoostedTrees.Tree tree) {
        return TREE + " " + BoostedTrees.line(tree, CLASS_NAMES, FEATURES);
    }

    /** The figures that the regression sees, in the order of {@link #FEATURES}. */
    public static double[] features(PointSignals signals) {
        double similarity = signals.similarity();
        double recall = signals.recall();
        PointSignals.Reader reader = signals.reader();
        PointSignals.Words words = signals.words();
        PointSignals.Among among = signals.among();
        double difference = reader.made() - reader.contradicted();
        double made = logit(reader.made());
        double length = among.length();
        return new double[] {
            1,
            similarity,
            similarity * similarity,
            made,
            logit(reader.contradicted()),
            reader.likeTrue(),
            reader.likeFalse(),
            difference,
            similarity * difference,
            recall,
            words.near(),
            words.side(),
            words.near() * words.side(),
            similarity * words.side(),
            logit(reader.aside()),
            logit(reader.elsewhere()),
            logit(reader.elsewhereAgainst()),
            words.sideFor(),
            words.sideAgainst(),
            among.ahead(),
            among.aheadOfMean(),
            among.similarityAhead(),
            among.meanSimilarity(),
            length,
            logit(reader.anywhere()),
            reader.margin(),
            signals.counter().madeBy(),
            signals.counter().contradictedBy(),
            signals.counter().words()
        };
    }

    private static double logit(double probability) {
        double inside = Math.max(EDGE, Math.min(1 - EDGE, probability));
        return Math.log(inside / (1 - inside));
    }

    /** The probability of each judgement; they sum to 1. */
    public Map<Judged, Double> probabilities(PointSignals signals) {
        double[] features = features(signals);
        double[] scores = linear(weights, features);
        trees.addTo(scores, features);
        double[] chances = BoostedTrees.softmax(scores);
        Map<Judged, Double> probabilities = new EnumMap<>(Judged.class);
        for (int k = 0; k < chances.length; k++) {
            probabilities.put(CLASSES.get(k), chances[k]);
        }
        return probabilities;
    }

    /** The place of a judgement among the scores, from 0. */
    public static int index(Judged judged) {
        return CLASSES.indexOf(judged);
    }

    /** The weighted sum of each judgement, in their order; what has no weights has 0. */
    public static double[] linear(Map<Judged, double[]> weights, double[] features) {
        double[] scores = new double[CLASSES.size()];
        weights.forEach((judged, own) -> {
            for (int i = 0; i < features.length; i++) {
                scores[index(judged)] += own[i] * features[i];
            }
        });
        return scores;
    }

    /**
     * Whether an answer may be said to contradict a point: only where the words of the sentence that does take the side of the false statements, too, and the sentence
     * does not make another point as surely.
     */
    public static boolean mayContradict(PointSignals signals) {
        return takesTheFalseSide(signals)
                && signals.reader().elsewhere() < signals.reader().contradicted();
    }

    private static boolean takesTheFalseSide(PointSignals signals) {
        return signals.words().sideAgainst() < 0;
    }

    /** The verdict on a point of these probabilities. */
    Verdict verdict(PointSignals signals, Map<Judged, Double> probabilities) {
        double made = probabilities.getOrDefault(Judged.MADE, 0.0);
        double contradicted = probabilities.getOrDefault(Judged.CONTRADICTED, 0.0);
        return contradicted >= contradictedFrom
                        && contradicted > made
                        && (mayContradict(signals) || (contradicted >= CERTAIN && takesTheFalseSide(signals)))
                ? Verdict.CONTRADICTED
                : accepting(probabilities);
    }

    /** The verdict on a point that is known not to be contradicted. */
    Verdict accepting(Map<Judged, Double> probabilities) {
        double made = probabilities.getOrDefault(Judged.MADE, 0.0);
        if (made >= madeFrom) {
            return Verdict.MADE;
        }
        return credit(probabilities) >= unclearFrom ? Verdict.UNCLEAR : Verdict.NOT_SAID;
    }

    /** What a point is expected to earn, 0 to 1. */
    static double credit(Map<Judged, Double> probabilities) {
        return probabilities.getOrDefault(Judged.MADE, 0.0) + probabilities.getOrDefault(Judged.PARTLY, 0.0) / 2;
    }
}
