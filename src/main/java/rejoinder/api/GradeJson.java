package rejoinder.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.grade.Deduction;
import rejoinder.grade.Explanation;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.KeyPointFinding;
import rejoinder.text.Span;

/**
 * A grade with its evidence. What the findings earned and the deductions took adds up to {@code score}; spans are UTF-16 indices into the answer.
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
        ExplanationJson explanation) {
    /** The grade as JSON. */
    public static GradeJson of(Grade grade) {
        ScoreJson score = ScoreJson.of(grade.score());
        return new GradeJson(
                score.value(),
                score.percent(),
                score.word(),
                grade.raw(),
                grade.reference(),
                grade.sure(),
                grade.findings().stream().map(FindingJson::of).toList(),
                grade.deductions().stream().map(DeductionJson::of).toList(),
                grade.doubts(),
                grade.stamp(),
                ExplanationJson.of(Explanation.of(grade)));
    }

    /**
     * A key point's verdict.
     *
     * @param kind {@code covered}, {@code partial}, {@code missing} or {@code contradicted}
     * @param wording what the evidence is nearest to
     * @param reason only of a contradiction: one sentence
     */
    public record FindingJson(
            String kind,
            KeyPointFinding.Point point,
            double earned,
            double similarity,
            List<Span> evidence,
            String wording,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {
        static FindingJson of(KeyPointFinding finding) {
            String wording;
            String reason = null;
            if (finding instanceof KeyPointFinding.Covered covered) {
                wording = covered.wording();
            } else if (finding instanceof KeyPointFinding.Partial partial) {
                wording = partial.wording();
            } else if (finding instanceof KeyPointFinding.Missing missing) {
                wording = missing.wording();
            } else {
                KeyPointFinding.Contradicted contradicted = (KeyPointFinding.Contradicted) finding;
                wording = contradicted.against();
                reason = contradicted.reason();
            }
            return new FindingJson(
                    kind(finding),
                    finding.point(),
                    finding.earned(),
                    finding.similarity(),
                    finding.evidence(),
                    wording,
                    reason);
        }

        static String kind(KeyPointFinding finding) {
            if (finding instanceof KeyPointFinding.Covered) {
                return "covered";
            }
            if (finding instanceof KeyPointFinding.Partial) {
                return "partial";
            }
            return finding instanceof KeyPointFinding.Missing ? "missing" : "contradicted";
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
