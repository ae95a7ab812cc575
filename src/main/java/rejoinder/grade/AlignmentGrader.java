package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.KeyPointFinding.Missing;
import rejoinder.grade.KeyPointFinding.Point;

/**
 * Grades by aligning the answer's tokens with those of the reference answers, the key points and their accepted wordings; the formula stands in this package's
 * description. Give it an embedder that remembers texts, or the references are encoded anew for each answer.
 */
public final class AlignmentGrader implements Grader {
    /** Changes whenever the same answer could get another grade. */
    static final String VERSION = "alignment-1";

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
        Readings readings = new Readings(embedder, policy, idf, question.prompt());
        Reading given = readings.of(answer);
        if (given.size() == 0) {
            return nothingWritten(question, answer);
        }
        int best = 0;
        double raw = -1;
        List<Alignment> alignments = new ArrayList<>();
        for (ReferenceAnswer reference : question.referenceAnswers()) {
            Alignment alignment = new Alignment(readings.of(Prose.of(reference.text())), given);
            double similarity = alignment.similarity(0, given.size(), policy.precisionShare());
            if (similarity > raw) {
                raw = similarity;
                best = alignments.size();
            }
            alignments.add(alignment);
        }
        List<KeyPointFinding> findings = question.keyPoints().isEmpty()
                ? automatic.split(alignments.get(best), given, calibration.score(raw))
                : keyPoints(question, new KeyPointFinder(readings, policy, given));
        return new Grade(question.id(), question.revision(), raw, best, findings, List.of(), List.of(), stamp());
    }

    private static List<KeyPointFinding> keyPoints(Question question, KeyPointFinder finder) {
        double total = question.keyPoints().stream().mapToInt(KeyPoint::weight).sum();
        List<KeyPointFinding> findings = new ArrayList<>();
        for (KeyPoint point : question.keyPoints()) {
            findings.add(finder.find(point, point.weight() / total));
        }
        return findings;
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
