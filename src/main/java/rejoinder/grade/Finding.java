package rejoinder.grade;

import java.util.List;
import rejoinder.text.Span;

/**
 * What became of one key point in one answer.
 *
 * @param point the key point it is about
 * @param verdict whether the answer makes it
 * @param earned what the point adds to the score; the findings and deductions of a grade sum to its score
 * @param similarity for a contradicted point the probability that the answer contradicts it, else the probability that the answer makes it, 0 to 1; for a point that was
 *     taken from a reference answer how near the answer comes to it
 * @param evidence the words of the answer that decided, whole words; in order, may be empty
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
     * @param share the most it can add to the score; the shares of the core points of a grade sum to 1, those of bonus points come on top
     * @param bonus whether full marks do without it; see {@link Bonus}
     * @param automatic true if the point was taken from a reference answer
     */
    public record Point(String id, String statement, double share, boolean bonus, boolean automatic) {
        /** A core point. */
        public Point(String id, String statement, double share, boolean automatic) {
            this(id, statement, share, false, automatic);
        }
    }

    /** Whether this is the verdict. */
    public boolean is(Verdict other) {
        return verdict == other;
    }

    /** The part of the point's share that was earned; a point that can add nothing counts as earned. */
    public double part() {
        return point.share() > 0 ? earned / point.share() : 1;
    }

    /** The same finding with another addend. */
    public Finding earning(double other) {
        return new Finding(point, verdict, other, similarity, evidence, wording, reason);
    }

    /** The same finding with its evidence elsewhere. */
    public Finding at(List<Span> spans) {
        return new Finding(point, verdict, earned, similarity, spans, wording, reason);
    }
}
