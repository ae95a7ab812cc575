package rejoinder.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.grade.Deduction;
import rejoinder.grade.Explanation;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;
import rejoinder.grade.ScoreBand;
import rejoinder.grade.Verdict;
import rejoinder.text.Span;

/**
 * A grade with its evidence. What the findings earned and the deductions took adds up to {@code score}, and so does {@code marking} in whole points. Spans are UTF-16 indices into the answer.
 *
 * @param raw alignment before calibration
 * @param reference index of the reference answer that fitted best
 */
public record GradeJson(
        double score,
        int percent,
        String word,
        double raw,
        int reference,
        boolean sure,
        List<FindingJson> findings,
        List<DeductionJson> deductions,
        List<String> doubts,
        GraderStamp stamp,
        MarkingJson marking,
        ExplanationJson explanation) {
    /** The grade as JSON. */
    public static GradeJson of(Grade grade) {
        Score score = grade.score();
        return new GradeJson(
                score.value(),
                score.percent(),
                ScoreBand.of(score).word(),
                grade.raw(),
                grade.reference(),
                grade.sure(),
                grade.findings().stream().map(FindingJson::of).toList(),
                grade.deductions().stream().map(DeductionJson::of).toList(),
                grade.doubts(),
                grade.stamp(),
                MarkingJson.of(Marking.of(grade)),
                ExplanationJson.of(Explanation.of(grade)));
    }

    /**
     * A key point's verdict.
     *
     * @param kind {@code made}, {@code unclear}, {@code not-said} or {@code contradicted}
     * @param wording what the evidence is nearest to
     * @param reason only of a contradiction: one sentence; left out of the JSON otherwise
     */
    public record FindingJson(
            String kind,
            Finding.Point point,
            double earned,
            double similarity,
            List<Span> evidence,
            String wording,
            @Nullable String reason) {
        static FindingJson of(Finding finding) {
            return new FindingJson(
                    finding.verdict().id(),
                    finding.point(),
                    finding.earned(),
                    finding.similarity(),
                    finding.evidence(),
                    finding.wording(),
                    finding.is(Verdict.CONTRADICTED) ? finding.reason() : null);
        }
    }

    /**
     * A grade in whole points.
     *
     * @param percent the score by the points, which all of them add up to
     * @param word its band
     * @param low the score if the answer made none of the points that are open
     * @param high the score if it made all of them
     * @param own the grader's own score
     * @param lines one per finding
     * @param changes one per deduction
     */
    public record MarkingJson(
            int percent, String word, int low, int high, int own, List<LineJson> lines, List<ChangeJson> changes) {
        /** The marking as JSON. */
        public static MarkingJson of(Marking marking) {
            return new MarkingJson(
                    marking.byPoints().percent(),
                    ScoreBand.of(marking.byPoints()).word(),
                    marking.low().percent(),
                    marking.high().percent(),
                    marking.own().percent(),
                    marking.lines().stream().map(LineJson::of).toList(),
                    marking.changes().stream().map(ChangeJson::of).toList());
        }
    }

    /**
     * A deduction in whole points.
     *
     * @param id what a correction calls it
     * @param points what it adds, negative for what it takes away
     * @param own the same before corrections
     */
    public record ChangeJson(String id, int points, int own) {
        static ChangeJson of(Marking.Change change) {
            return new ChangeJson(change.id(), change.points(), change.own());
        }
    }

    /**
     * A key point in whole points.
     *
     * @param verdict that counts
     * @param points what it adds
     * @param own what the grader gave
     * @param most the most that it can add
     */
    public record LineJson(String verdict, int points, int own, int most) {
        static LineJson of(Marking.Line line) {
            return new LineJson(line.verdict().id(), line.points(), line.own(), line.most());
        }
    }

    /** What took away from the whole. */
    public record DeductionJson(String name, String reason, double amount, List<Span> evidence) {
        static DeductionJson of(Deduction deduction) {
            return new DeductionJson(deduction.name(), deduction.reason(), deduction.amount(), deduction.evidence());
        }
    }

    /** How the score came about: each value is computed from its parts. */
    public record ExplanationJson(String label, double value, List<ExplanationJson> parts) {
        static ExplanationJson of(Explanation explanation) {
            return new ExplanationJson(
                    explanation.text(),
                    explanation.value(),
                    explanation.parts().stream().map(ExplanationJson::of).toList());
        }
    }
}
