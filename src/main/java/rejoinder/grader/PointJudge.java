package rejoinder.grader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rejoinder.grade.Verdict;

/**
 * Turns what speaks for and against a key point into a verdict: a multinomial logistic regression, fitted on points that people judged. {@code rejoinder calibrate
 * --points} fits it, and the file of the weights says on what.
 */
public final class PointJudge {
    private static final String SHIPPED = "point-judge.txt";
    private static final double EDGE = 1e-4;
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
            "aside");

    private final Map<Judged, double[]> weights;
    private final double madeFrom;
    private final double contradictedFrom;
    private final double unclearFrom;

    private PointJudge(Map<Judged, double[]> weights, Map<String, Double> thresholds) {
        this.weights = weights;
        this.madeFrom = thresholds.getOrDefault("made-from", 1.0);
        this.contradictedFrom = thresholds.getOrDefault("contradicted-from", 1.0);
        this.unclearFrom = thresholds.getOrDefault("unclear-from", 1.0);
    }

    /** A judge by other weights, one row of {@link #FEATURES} a class but the last. */
    public static PointJudge of(
            Map<Judged, double[]> weights, double madeFrom, double contradictedFrom, double unclearFrom) {
        return new PointJudge(
                Map.copyOf(weights),
                Map.of("made-from", madeFrom, "contradicted-from", contradictedFrom, "unclear-from", unclearFrom));
    }

    /** The weights that ship. */
    public static PointJudge shipped() {
        try (InputStream in = PointJudge.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("The program holds no " + SHIPPED + "; build it again.");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The weights of the verdicts cannot be read.", e);
        }
    }

    /**
     * Reads weights: lines of a feature's name and its weights for made, partly and contradicted, and lines of a threshold's name and value.
     *
     * @throws IllegalArgumentException if a line is none of these or a feature is missing
     */
    public static PointJudge read(Reader text) throws IOException {
        double[] made = new double[FEATURES.size()];
        double[] partly = new double[FEATURES.size()];
        double[] contradicted = new double[FEATURES.size()];
        Map<String, Double> thresholds = new HashMap<>();
        int features = 0;
        BufferedReader lines = new BufferedReader(text);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] fields = line.strip().split("\\s+", -1);
            int feature = FEATURES.indexOf(fields[0]);
            if (feature >= 0 && fields.length == COLUMNS) {
                made[feature] = Double.parseDouble(fields[1]);
                partly[feature] = Double.parseDouble(fields[2]);
                contradicted[feature] = Double.parseDouble(fields[3]);
                features++;
            } else if (fields.length == 2) {
                thresholds.put(fields[0], Double.parseDouble(fields[1]));
            } else {
                throw new IllegalArgumentException("'" + line + "' is neither a weight nor a threshold.");
            }
        }
        if (features != FEATURES.size()) {
            throw new IllegalArgumentException(
                    features + " features have weights, not " + FEATURES.size() + "; fit the weights again.");
        }
        return new PointJudge(
                Map.of(Judged.MADE, made, Judged.PARTLY, partly, Judged.CONTRADICTED, contradicted), thresholds);
    }

    /** The figures that the regression sees, in the order of {@link #FEATURES}. */
    public static double[] features(PointSignals signals) {
        double similarity = signals.similarity();
        double difference = signals.made() - signals.contradicted();
        return new double[] {
            1,
            similarity,
            similarity * similarity,
            logit(signals.made()),
            logit(signals.contradicted()),
            signals.likeTrue(),
            signals.likeFalse(),
            difference,
            similarity * difference,
            signals.recall(),
            signals.wordsNear(),
            signals.wordsSide(),
            signals.wordsNear() * signals.wordsSide(),
            similarity * signals.wordsSide(),
            logit(signals.aside())
        };
    }

    private static double logit(double probability) {
        double inside = Math.max(EDGE, Math.min(1 - EDGE, probability));
        return Math.log(inside / (1 - inside));
    }

    /** The probability of each judgement; they sum to 1. */
    public Map<Judged, Double> probabilities(PointSignals signals) {
        double[] features = features(signals);
        Map<Judged, Double> odds = new HashMap<>();
        double sum = 0;
        for (Judged judged : Judged.values()) {
            double[] own = weights.get(judged);
            double score = 0;
            for (int i = 0; own != null && i < features.length; i++) {
                score += own[i] * features[i];
            }
            odds.put(judged, Math.exp(score));
            sum += Math.exp(score);
        }
        double total = sum;
        odds.replaceAll((judged, value) -> value / total);
        return odds;
    }

    /**
     * Whether an answer may be said to contradict a point: only where the words of the sentence that does take the side of the false statements, too, and the sentence
     * does not make another point as surely.
     */
    public static boolean mayContradict(PointSignals signals) {
        return signals.sideAgainst() < 0 && signals.elsewhere() < signals.contradicted();
    }

    /** The verdict on a point of these probabilities. */
    Verdict verdict(PointSignals signals, Map<Judged, Double> probabilities) {
        double made = probabilities.getOrDefault(Judged.MADE, 0.0);
        double contradicted = probabilities.getOrDefault(Judged.CONTRADICTED, 0.0);
        return contradicted >= contradictedFrom && contradicted > made && mayContradict(signals)
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
