package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rejoinder.grade.Finding;
import rejoinder.grade.Finding.Point;
import rejoinder.grade.Verdict;
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
     * @param sentences of the reference
     * @param alignment the best reference answer with the answer
     * @param coverage how much of the sentences the answer covers
     * @param answer the answer, at least one token
     * @param turned sentences that the answer turns round, with the words that do it; they earn little and are asked about
     * @param score of the whole, 0 to 1; no more is laid out than the other sentences hold
     */
    List<Finding> split(
            List<ReferenceSentence> sentences,
            Alignment alignment,
            Coverage coverage,
            WeightedText answer,
            Map<Integer, Span> turned,
            double score) {
        WeightedText reference = alignment.expected();
        double total = weight(reference, 0, reference.size());
        double[] shares = new double[sentences.size()];
        double[] byLikeness = new double[sentences.size()];
        double[] recalls = new double[sentences.size()];
        double open = 0;
        double mean = 0;
        for (int i = 0; i < shares.length; i++) {
            ReferenceSentence sentence = sentences.get(i);
            shares[i] = weight(reference, sentence.from(), sentence.to()) / total;
            double recall = alignment.recall(sentence.from(), sentence.to(), 0, answer.size());
            byLikeness[i] = Math.max(0, Math.min(1, recall));
            recalls[i] = coverage.carried(i, byLikeness[i]);
            if (!turned.containsKey(i)) {
                open += shares[i];
                mean += shares[i] * recalls[i];
            }
        }
        double laid = Math.min(coverage.limited(score, shares, byLikeness), open);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            Point point = new Point("auto-" + (i + 1), sentences.get(i).text(), shares[i], true);
            if (turned.containsKey(i)) {
                // a reference is one right answer of several: 19 of 1,841 right ones in Beetle turn its sentence round
                findings.add(new Finding(
                        point,
                        Verdict.UNCLEAR,
                        shares[i] * Verdict.UNCLEAR.part(PointGrading.TURNED),
                        recalls[i],
                        List.of(turned.get(i)),
                        point.statement()));
                continue;
            }
            // a score below the mean recall scales every part down, one above it fills every part up by the same part
            // of what it lacks
            double degree = laid <= mean
                    ? (mean > 0 ? recalls[i] * laid / mean : 0)
                    : recalls[i] + (1 - recalls[i]) * (laid - mean) / (open - mean);
            List<Span> evidence = Evidence.of(
                    answer,
                    alignment.carriers(
                            sentences.get(i).from(),
                            sentences.get(i).to(),
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
