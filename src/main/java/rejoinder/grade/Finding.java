package rejoinder.grade;

import java.util.List;
import rejoinder.text.Span;

/**
 * What became of one key point in one answer.
 *
 * @param point the key point it is about
 * @param verdict whether the answer makes it
 * @param earned what the point adds to the score; the findings and deductions of a grade sum to its score
 * @param similarity how near the answer comes to the point, 0 to 1: the figure that was compared with the policy's thresholds
 * @param evidence the words of the answer that carry the point, or come nearest to it; in order, may be empty
 * @param wording what the evidence is nearest to: the statement, an accepted wording, a reference sentence, or a misconception
 * @param reason why the answer contradicts the point, one sentence for the candidate; empty for every other verdict
 */
public record Finding(
        Point point,
        Verdict verdict,
        double earned,
        double similarity,
        List<Span> evidence,
        String wording,
        String reason) {
    /** Copies the list and refuses a reason where nothing is contradicted. */
    public Finding {
        evidence = List.copyOf(evidence);
        if (verdict != Verdict.CONTRADICTED && !reason.isEmpty()) {
            throw new IllegalArgumentException("Only a contradicted point has a reason, not '" + point.id() + "'.");
        }
    }

    /** One that needs no reason. */
    public Finding(
            Point point, Verdict verdict, double earned, double similarity, List<Span> evidence, String wording) {
        this(point, verdict, earned, similarity, evidence, wording, "");
    }

    /**
     * The key point as it was graded.
     *
     * @param id the key point's id, or {@code auto-1}, {@code auto-2}, ... for points taken from a reference answer's sentences because none were written
     * @param statement what a good answer says
     * @param share the most it can add to the score; the shares of a grade sum to 1
     * @param automatic true if the point was taken from a reference answer
     */
    public record Point(String id, String statement, double share, boolean automatic) {}

    /** Whether this is the verdict. */
    public boolean is(Verdict other) {
        return verdict == other;
    }

    /** The part of the point's share that was earned; a point that can add nothing counts as earned. */
    public double part() {
        return point.share() > 0 ? earned / point.share() : 1;
    }

    /** The same finding with its evidence elsewhere. */
    public Finding at(List<Span> spans) {
        return new Finding(point, verdict, earned, similarity, spans, wording, reason);
    }
}
