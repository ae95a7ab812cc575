package rejoinder.grader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Finding.Point;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;
import rejoinder.text.Embedder;
import rejoinder.text.InverseDocumentFrequency;
import rejoinder.text.Prose;
import rejoinder.text.Span;
import rejoinder.text.SpelledOut;
import rejoinder.text.Spelling;

/**
 * Grades by aligning the answer's tokens with those of the reference answers, the key points and their accepted wordings; the formula stands in this package's
 * description. Give it an embedder that remembers texts, or the references are encoded anew for each answer.
 */
public final class AlignmentGrader implements Grader {
    /** Changes whenever the same answer could get another grade. */
    static final String VERSION = "alignment-9";

    /** Questions whose texts are kept ready; answers come question by question, and one holds about a megabyte. */
    private static final int REMEMBERED = 16;

    private final Embedder embedder;
    private final GradingPolicy policy;
    private final InverseDocumentFrequency idf;
    private final Calibration calibration;
    private final AutomaticPoints automatic;
    private final Uncertainty doubts;
    private final Map<String, EncodedPrompt> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EncodedPrompt> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** Wires the parts; {@link GradingPolicy#standard()}, {@link InverseDocumentFrequency#shipped()} and {@link Calibration#shipped()} are the product's. */
    public AlignmentGrader(
            Embedder embedder, GradingPolicy policy, InverseDocumentFrequency idf, Calibration calibration) {
        this.embedder = embedder;
        this.policy = policy;
        this.idf = idf;
        this.calibration = calibration;
        this.automatic = new AutomaticPoints(policy);
        this.doubts =
                new Uncertainty(UncertaintyPolicy.standard(), policy.whole().weight());
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
        if (Guards.standsForNothing(answer) && references.stream().noneMatch(Guards::standsForNothing)) {
            return nothingWritten(question, answer);
        }
        Spelling.Mended mended = Spelling.mend(answer, embedder.tokens(answer), vocabulary(question, references));
        EncodedPrompt readings = readings(question);
        Similarities.Columns expected = readings.together(expected(question, references, readings));
        AnswerMatrix given = AnswerMatrix.of(readings.of(mended.text()), expected);
        if (given.size() == 0) {
            return nothingWritten(question, answer);
        }
        List<Alignment> alignments = align(references, readings, given);
        Optional<WeightedText> core = OffTopic.without(given, alignments, readings);
        if (core.isPresent()) {
            given = AnswerMatrix.of(core.get(), expected);
        }
        AnswerMatrix whole = withCode(given, mended.text(), readings);
        if (core.isPresent() || whole.size() > given.size()) {
            given = whole;
            alignments = align(references, readings, given);
        }
        Likeness likeness = likeness(alignments, given);
        return question.keyPoints().isEmpty()
                ? byReferences(question, references, mended, given, likeness)
                : byKeyPoints(
                        question,
                        references,
                        mended,
                        new KeyPointFinder(question, readings, policy, given, likeness.recall).find(),
                        likeness);
    }

    // code about something else shows nothing: what it does is said only where that speaks of what the question is
    // about
    private AnswerMatrix withCode(AnswerMatrix given, String answer, EncodedPrompt readings) {
        Optional<SpelledOut> code = SpelledOut.of(answer);
        if (code.isEmpty()) {
            return given;
        }
        WeightedText said = readings.of(code.get().text());
        return readings.asked(said) < policy.similarity().codeAsked() ? given : given.with(code.get(), said);
    }

    private List<Alignment> align(List<String> references, EncodedPrompt readings, AnswerMatrix given) {
        return references.stream()
                .map(reference -> new Alignment(readings.expected(reference), given, policy))
                .toList();
    }

    /**
     * How like an answer is to its question's references.
     *
     * @param raw likeness to the nearest one
     * @param reference its index
     * @param alignment with it
     * @param recall greatest part of a reference's words, by weight, that the answer carries
     */
    private record Likeness(double raw, int reference, Alignment alignment, double recall) {}

    private Likeness likeness(List<Alignment> alignments, AnswerMatrix given) {
        List<Likeness> found = new ArrayList<>();
        double recall = 0;
        for (Alignment alignment : alignments) {
            double raw =
                    alignment.similarity(0, given.size(), policy.similarity().precisionShare());
            recall = Math.max(recall, alignment.recall(0, alignment.expected().size(), 0, given.size()));
            found.add(new Likeness(raw, found.size(), alignment, recall));
        }
        Likeness best =
                found.stream().max(Comparator.comparingDouble(Likeness::raw)).orElseThrow();
        return new Likeness(best.raw, best.reference, best.alignment, recall);
    }

    private Grade byReferences(
            Question question, List<String> references, Spelling.Mended mended, AnswerMatrix given, Likeness likeness) {
        List<Finding> findings = automatic.split(likeness.alignment, given.reading(), calibration.score(likeness.raw));
        List<Deduction> guards = new Guards(question.prompt(), question.context(), references)
                .deductions(mended.text(), earned(findings));
        return grade(question, mended, likeness, findings, guards);
    }

    private Grade byKeyPoints(
            Question question,
            List<String> references,
            Spelling.Mended mended,
            KeyPointFinder.Found found,
            Likeness likeness) {
        List<Finding> findings = found.findings();
        double earned = earned(findings);
        double whole = policy.whole().counts(likeness.recall);
        List<Deduction> named = new ArrayList<>();
        named.add(new Deduction(
                Deduction.WHOLE_ANSWER,
                "Beside its points the answer is compared with whole reference answers: it carries "
                        + Score.nearest(likeness.recall).percent() + " % of one, which counts as "
                        + Score.nearest(whole).percent() + " % of full marks.",
                policy.whole().weight() * (whole - earned),
                List.of()));
        double left = earned + named.get(0).amount();
        Optional<Deduction> misconception = found.misconception(left);
        left += misconception.map(Deduction::amount).orElse(0.0);
        misconception.ifPresent(named::add);
        List<Deduction> guards =
                new Guards(question.prompt(), question.context(), references).deductions(mended.text(), left);
        named.addAll(guards);
        return grade(question, mended, likeness, findings, named);
    }

    private static double earned(List<Finding> findings) {
        return findings.stream().mapToDouble(Finding::earned).sum();
    }

    private Grade grade(
            Question question,
            Spelling.Mended mended,
            Likeness likeness,
            List<Finding> findings,
            List<Deduction> named) {
        Grade grade = new Grade(
                question.id(),
                question.revision(),
                likeness.raw,
                likeness.reference,
                findings.stream().map(finding -> placed(finding, mended)).toList(),
                named.stream().map(deduction -> placed(deduction, mended)).toList(),
                List.of(),
                stamp());
        return grade.with(doubts.about(grade, mended.text()));
    }

    private EncodedPrompt readings(Question question) {
        synchronized (recent) {
            return recent.computeIfAbsent(
                    question.prompt(), prompt -> new EncodedPrompt(embedder, policy, idf, prompt));
        }
    }

    private static Set<String> vocabulary(Question question, List<String> references) {
        Set<String> texts = right(question, references);
        texts.add(question.prompt());
        return Spelling.vocabulary(texts);
    }

    // everything that an answer is compared with
    private static Set<String> expected(Question question, List<String> references, EncodedPrompt readings) {
        Set<String> texts = right(question, references);
        for (KeyPoint point : question.keyPoints()) {
            KeyPointFinder.wordings(point)
                    .forEach(wording -> readings.inWords(wording).ifPresent(texts::add));
        }
        question.misconceptions().forEach(wrong -> texts.add(wrong.statement()));
        return texts;
    }

    private static Set<String> right(Question question, List<String> references) {
        Set<String> texts = new LinkedHashSet<>(references);
        for (KeyPoint point : question.keyPoints()) {
            texts.add(point.statement());
            texts.addAll(point.acceptedWordings());
        }
        return texts;
    }

    // evidence is found in the mended answer and shown in the answer as it was typed
    private static Finding placed(Finding finding, Spelling.Mended mended) {
        return mended.edits().isEmpty()
                ? finding
                : finding.at(finding.evidence().stream().map(mended::original).toList());
    }

    private static Deduction placed(Deduction deduction, Spelling.Mended mended) {
        List<Span> spans = deduction.evidence().stream().map(mended::original).toList();
        return new Deduction(deduction.name(), deduction.reason(), deduction.amount(), spans);
    }

    private Grade nothingWritten(Question question, String answer) {
        List<Finding> findings = new ArrayList<>();
        double total = question.keyPoints().stream().mapToInt(KeyPoint::weight).sum();
        for (KeyPoint point : question.keyPoints()) {
            findings.add(new Finding(
                    new Point(point.id(), point.statement(), point.weight() / total, false),
                    Verdict.NOT_SAID,
                    0,
                    0,
                    List.of(),
                    point.statement()));
        }
        if (findings.isEmpty()) {
            String reference = question.referenceAnswers().get(0).text();
            findings.add(
                    new Finding(new Point("auto-1", reference, 1, true), Verdict.NOT_SAID, 0, 0, List.of(), reference));
        }
        String reason = answer.isBlank()
                ? "Nothing was written, so nothing was earned."
                : Guards.standsForNothing(answer)
                        ? "The answer says only that there is none, so nothing was earned."
                        : "The answer holds no word that can be read, so nothing was earned.";
        return new Grade(
                question.id(),
                question.revision(),
                0,
                0,
                findings,
                List.of(new Deduction(Deduction.BLANK, reason, 0, List.of())),
                List.of(),
                stamp());
    }

    @Override
    public GraderStamp stamp() {
        return new GraderStamp(VERSION, embedder.checksum(), calibration.version());
    }
}
