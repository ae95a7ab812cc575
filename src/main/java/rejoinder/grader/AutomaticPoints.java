package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import rejoinder.grade.Finding;
import rejoinder.grade.Finding.Point;
import rejoinder.grade.Verdict;
import rejoinder.text.Sentences;
import rejoinder.text.Sentences.Sentence;
import rejoinder.text.Span;

/**
 * Findings for a question without key points: the sentences of its best reference answer are the points, each with the share that its tokens weigh, and the
 * score of the whole is laid out over them by how well each was carried. The parts sum to the score and none exceeds its share.
 */
final class AutomaticPoints {
    private final GradingPolicy policy;

    AutomaticPoints(GradingPolicy policy) {
        this.policy = policy;
    }

    /**
     * Splits a score.
     *
     * @param alignment the best reference answer with the answer
     * @param answer the answer, at least one token
     * @param score of the whole, 0 to 1
     */
    List<Finding> split(Alignment alignment, WeightedText answer, double score) {
        WeightedText reference = alignment.expected();
        String text = reference.text();
        List<int[]> ranges = new ArrayList<>();
        List<String> statements = new ArrayList<>();
        for (Sentence sentence : Sentences.of(text)) {
            int from = reference.tokenAt(sentence.span().start());
            int to = reference.tokenAt(sentence.span().end());
            if (from < to) {
                ranges.add(new int[] {from, to});
                statements.add(sentence.span().of(text));
            }
        }
        double total = weight(reference, 0, reference.size());
        double[] shares = new double[ranges.size()];
        double[] recalls = new double[ranges.size()];
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            int[] range = ranges.get(i);
            shares[i] = weight(reference, range[0], range[1]) / total;
            recalls[i] = Math.max(0, Math.min(1, alignment.recall(range[0], range[1], 0, answer.size())));
            mean += shares[i] * recalls[i];
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            int[] range = ranges.get(i);
            // a score below the mean recall scales every part down, one above it fills every part up by the same part
            // of what it lacks
            double degree = score <= mean
                    ? (mean > 0 ? recalls[i] * score / mean : 0)
                    : recalls[i] + (1 - recalls[i]) * (score - mean) / (1 - mean);
            Point point = new Point("auto-" + (i + 1), statements.get(i), shares[i], true);
            List<Span> evidence = Evidence.of(
                    answer,
                    alignment.carriers(
                            range[0],
                            range[1],
                            0,
                            answer.size(),
                            policy.similarity().evidenceFrom()));
            findings.add(
                    new Finding(point, verdict(degree), shares[i] * degree, recalls[i], evidence, point.statement()));
        }
        return findings;
    }

    private static Verdict verdict(double degree) {
        if (degree >= 0.8) {
            return Verdict.MADE;
        }
        return degree > 0.3 ? Verdict.UNCLEAR : Verdict.NOT_SAID;
    }

    private static double weight(WeightedText reference, int from, int to) {
        double sum = 0;
        for (int t = from; t < to; t++) {
            sum += reference.weights()[t];
        }
        return sum;
    }
}
