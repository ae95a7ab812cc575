package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.KeyPointFinding.Contradicted;
import rejoinder.grade.KeyPointFinding.Covered;
import rejoinder.grade.KeyPointFinding.Missing;
import rejoinder.grade.KeyPointFinding.Partial;
import rejoinder.grade.KeyPointFinding.Point;

/**
 * Grades by aligning the answer's tokens with those of the reference answers, the key points and their accepted wordings; the formula stands in this package's
 * description. Give it an embedder that remembers texts, or the references are encoded anew for each answer.
 */
public final class AlignmentGrader implements Grader {
    /** Changes whenever the same answer could get another grade. */
    static final String VERSION = "alignment-3";

    private final Embedder embedder;
    private final GradingPolicy policy;
    private final InverseDocumentFrequency idf;
    private final Calibration calibration;
    private final AutomaticPoints automatic;

    /** Wires the parts; {@link GradingPolicy#standard()}, {@link InverseDocumentFrequency#shipped()} and {@link Calibration#shipped()} are the product's. */
    public AlignmentGrader(
            Embedder embedder, GradingPolicy policy, InverseDocumentFrequency idf, Calibration calibration) {
        this.embedder = embedder;
        this.policy = policy;
        this.idf = idf;
        this.calibration = calibration;
        this.automatic = new AutomaticPoints(policy);
    }

    @Override
    public Grade grade(Question question, String answer) {
        if (question.referenceAnswers().isEmpty()) {
            throw new IllegalArgumentException("Question " + question.id()
                    + " has no reference answer to grade against; the candidate grades it.");
        }
        List<String> references = question.referenceAnswers().stream()
                .map(reference -> Prose.of(reference.text()))
                .toList();
        Spelling.Mended mended = Spelling.mend(embedder.encode(answer), vocabulary(question, references));
        Readings readings = new Readings(embedder, policy, idf, question.prompt());
        Reading given = readings.of(mended.text());
        if (given.size() == 0) {
            return nothingWritten(question, answer);
        }
        int best = 0;
        double raw = -1;
        List<Alignment> alignments = new ArrayList<>();
        for (String reference : references) {
            Alignment alignment = new Alignment(readings.of(reference), given, policy);
            double similarity = alignment.similarity(0, given.size(), policy.precisionShare());
            if (similarity > raw) {
                raw = similarity;
                best = alignments.size();
            }
            alignments.add(alignment);
        }
        List<KeyPointFinding> findings = question.keyPoints().isEmpty()
                ? automatic.split(alignments.get(best), given, calibration.score(raw))
                : new KeyPointFinder(question, readings, policy, given).findings();
        List<String> doubts = question.keyPoints().isEmpty()
                ? Doubts.aboutWhole(raw)
                : Doubts.aboutPoints(findings, calibration.score(raw));
        double earned = findings.stream().mapToDouble(KeyPointFinding::earned).sum();
        List<Deduction> deductions =
                new Guards(question.prompt(), question.context(), references).deductions(mended.text(), earned);
        return new Grade(
                question.id(),
                question.revision(),
                raw,
                best,
                findings.stream().map(finding -> placed(finding, mended)).toList(),
                deductions.stream().map(deduction -> placed(deduction, mended)).toList(),
                deductions.isEmpty() ? doubts : List.of(),
                stamp());
    }

    private static Set<String> vocabulary(Question question, List<String> references) {
        List<String> texts = new ArrayList<>(references);
        texts.add(question.prompt());
        for (KeyPoint point : question.keyPoints()) {
            texts.add(point.statement());
            texts.addAll(point.acceptedWordings());
        }
        return Spelling.vocabulary(texts);
    }

    // evidence is found in the mended answer and shown in the answer as it was typed
    private static KeyPointFinding placed(KeyPointFinding finding, Spelling.Mended mended) {
        if (mended.edits().isEmpty()) {
            return finding;
        }
        List<Span> spans = finding.evidence().stream().map(mended::original).toList();
        if (finding instanceof Covered f) {
            return new Covered(f.point(), f.earned(), f.similarity(), spans, f.wording());
        }
        if (finding instanceof Partial f) {
            return new Partial(f.point(), f.earned(), f.similarity(), spans, f.wording());
        }
        if (finding instanceof Contradicted f) {
            return new Contradicted(f.point(), f.earned(), f.similarity(), spans, f.against(), f.reason());
        }
        Missing f = (Missing) finding;
        return new Missing(f.point(), f.earned(), f.similarity(), spans, f.wording());
    }

    private static Deduction placed(Deduction deduction, Spelling.Mended mended) {
        List<Span> spans = deduction.evidence().stream().map(mended::original).toList();
        return new Deduction(deduction.name(), deduction.reason(), deduction.amount(), spans);
    }

    private Grade nothingWritten(Question question, String answer) {
        List<KeyPointFinding> findings = new ArrayList<>();
        double total = question.keyPoints().stream().mapToInt(KeyPoint::weight).sum();
        for (KeyPoint point : question.keyPoints()) {
            findings.add(new Missing(
                    new Point(point.id(), point.statement(), point.weight() / total, false),
                    0,
                    0,
                    List.of(),
                    point.statement()));
        }
        if (findings.isEmpty()) {
            String reference = question.referenceAnswers().get(0).text();
            findings.add(new Missing(new Point("auto-1", reference, 1, true), 0, 0, List.of(), reference));
        }
        String reason = answer.isBlank()
                ? "Nothing was written, so nothing was earned."
                : "The answer holds no word that can be read, so nothing was earned.";
        return new Grade(
                question.id(),
                question.revision(),
                0,
                0,
                findings,
                List.of(new Deduction("blank", reason, 0, List.of())),
                List.of(),
                stamp());
    }

    @Override
    public GraderStamp stamp() {
        return new GraderStamp(VERSION, embedder.checksum(), calibration.version());
    }
}
