package rejoinder.grader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Finding.Point;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Legibility;
import rejoinder.grade.Verdict;
import rejoinder.text.ClaimReader;
import rejoinder.text.Embedder;
import rejoinder.text.InverseDocumentFrequency;
import rejoinder.text.Prose;
import rejoinder.text.Span;
import rejoinder.text.SpelledOut;
import rejoinder.text.Spelling;

/**
 * Grades by aligning the answer's tokens with those of the reference answers, the key points and their accepted wordings; the formula is in this package's
 * description. Give it an embedder that remembers texts, or the references are encoded again for each answer.
 */
public final class AlignmentGrader implements Grader {
    /** Changes whenever the same answer could get another grade. */
    static final String VERSION = "points-7";

    /** Questions whose texts are kept ready; answers come question by question, and one holds up to six megabytes. */
    private static final int REMEMBERED = 8;

    /** Sentences of a reference that an answer is read against. */
    private static final int MOST_READ = 40;

    private final Embedder embedder;
    private final GradingPolicy policy;
    private final InverseDocumentFrequency idf;
    private final Calibration calibration;
    private final ClaimReader reader;
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
        this.reader = embedder.claimReader()
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "This sentence model has no reader of claims; grading needs one that tells a claim from its opposite."));
        this.automatic = new AutomaticPoints(policy);
        this.doubts = new Uncertainty(UncertaintyPolicy.standard());
    }

    @Override
    public Grade grade(Question question, String answer) {
        if (question.referenceAnswers().isEmpty()) {
            throw new IllegalArgumentException("Question " + question.id()
                    + " has no reference answer to grade against; the candidate grades it.");
        }
        List<String> references = references(question);
        if (Guards.standsForNothing(answer) && references.stream().noneMatch(Guards::standsForNothing)) {
            return nothingWritten(question, answer);
        }
        if (Guards.holdsNothing(answer)) {
            return nothingWritten(question, answer);
        }
        Optional<String> unread = Legibility.unread(question, answer);
        if (unread.isPresent()) {
            return unread(question, unread.get());
        }
        Spelling.Mended mended = Spelling.mend(answer, embedder.tokens(answer), vocabulary(question, references));
        Optional<Read> read = read(question, references, mended.text());
        if (read.isEmpty()) {
            return nothingWritten(question, answer);
        }
        return question.keyPoints().isEmpty()
                ? byReferences(question, references, mended, read.get())
                : byKeyPoints(question, references, mended, read.get());
    }

    @Override
    public boolean readAhead(Question question, int texts) {
        if (embedder.shelf().isEmpty() || question.keyPoints().isEmpty()) {
            return false;
        }
        // apart from the questions kept ready, which are those that answers are coming in to
        EncodedPrompt readings = new EncodedPrompt(embedder, policy, idf, question.prompt());
        return readings.readAhead(question, expected(question, references(question), readings), texts);
    }

    /**
     * What speaks for and against each key point of a question in an answer: what the weights of the verdicts are fitted on. Empty for an answer without a word.
     */
    public List<PointSignals> signals(Question question, String answer) {
        List<String> references = references(question);
        Spelling.Mended mended = Spelling.mend(answer, embedder.tokens(answer), vocabulary(question, references));
        return read(question, references, mended.text())
                .map(read -> points(question, mended, read).signals())
                .orElse(List.of());
    }

    private static List<String> references(Question question) {
        return question.referenceAnswers().stream()
                .map(reference -> Prose.of(reference.text()))
                .toList();
    }

    /** An answer, compared with all that is expected. */
    private record Read(EncodedPrompt readings, WeightedText written, AnswerMatrix given, Likeness likeness) {}

    private Optional<Read> read(Question question, List<String> references, String answer) {
        EncodedPrompt readings = readings(question);
        Set<String> texts = expected(question, references, readings);
        readings.readBoth(question, texts);
        Similarities.Columns expected = readings.together(texts);
        WeightedText written = readings.of(answer);
        AnswerMatrix given = AnswerMatrix.of(written, expected);
        if (given.size() == 0) {
            return Optional.empty();
        }
        List<Alignment> alignments = align(references, readings, given);
        Optional<WeightedText> core = OffTopic.without(given, alignments, readings);
        if (core.isPresent()) {
            given = AnswerMatrix.of(core.get(), expected);
        }
        AnswerMatrix whole = withCode(given, answer, readings);
        if (core.isPresent() || whole.size() > given.size()) {
            given = whole;
            alignments = align(references, readings, given);
        }
        return Optional.of(new Read(readings, written, given, likeness(alignments, given)));
    }

    private PointGrading points(Question question, Spelling.Mended mended, Read read) {
        double recall = read.likeness.recall;
        List<ClaimReadings.Row> rows = read.readings.claims(question);
        return new PointGrading(
                question,
                mended.text(),
                new KeyPointFinder(question, read.readings, policy, read.given).sightings(),
                ClaimReadings.of(
                        reader,
                        read.written.encoding(),
                        () -> read.readings.turned(question, mended.text()),
                        rows,
                        read.readings.sides(question, rows),
                        question.keyPoints()),
                recall,
                question.statements().isEmpty() ? PointJudge::shippedWithoutTrees : PointJudge::shipped,
                policy.points());
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

    private Grade byReferences(Question question, List<String> references, Spelling.Mended mended, Read read) {
        Likeness likeness = read.likeness;
        List<ReferenceSentence> sentences = ReferenceSentence.of(likeness.alignment.expected());
        Disagreement against = against(question, read, sentences);
        List<Finding> findings = automatic.split(
                sentences,
                likeness.alignment,
                Coverage.of(sentences, mended.text()),
                read.given.reading(),
                against.turned(),
                against.left(calibration.score(likeness.raw)));
        List<Deduction> guards = new Guards(question.prompt(), question.context(), references)
                .deductions(mended.text(), earned(findings), against);
        Grade grade = grade(question, mended, likeness, findings, guards);
        return grade.with(doubts.about(grade, mended.text()));
    }

    // of a long reference only what the answer is most like is read, and no sentence that the reader cannot read at
    // once
    private Disagreement against(Question question, Read read, List<ReferenceSentence> sentences) {
        Alignment alignment = read.likeness.alignment;
        List<Integer> places = IntStream.range(0, sentences.size())
                .filter(i -> !sentences.get(i).code()
                        && sentences.get(i).to() - sentences.get(i).from() <= reader.longest())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -alignment.recall(
                        sentences.get(i).from(), sentences.get(i).to(), 0, read.given.size())))
                .limit(MOST_READ)
                .sorted()
                .toList();
        List<Disagreement.Known> known = new ArrayList<>();
        for (int place : places) {
            String text = sentences.get(place).text();
            known.add(new Disagreement.Known(place, text, Turns.words(text), read.readings.claims(text)));
        }
        return Disagreement.of(reader, question.prompt(), read.written, known);
    }

    private Grade byKeyPoints(Question question, List<String> references, Spelling.Mended mended, Read read) {
        List<Finding> findings = points(question, mended, read).findings();
        read.readings.keep();
        List<Deduction> guards = new Guards(question.prompt(), question.context(), references)
                .aboutPoints(mended.text(), earned(findings));
        Grade grade = grade(question, mended, read.likeness, findings, guards);
        return grade.with(doubts.aboutPoints(grade));
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
        return new Grade(
                question.id(),
                question.revision(),
                likeness.raw,
                likeness.reference,
                findings.stream().map(finding -> placed(finding, mended)).toList(),
                named.stream().map(deduction -> placed(deduction, mended)).toList(),
                List.of(),
                stamp());
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
        // a word that only something false or a neighbour has is spelled right, too
        question.misconceptions().forEach(wrong -> {
            texts.add(wrong.statement());
            texts.add(wrong.why());
            texts.addAll(wrong.trueNeighbours());
        });
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

    // evidence is found in the corrected answer and shown in the answer as it was typed
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
        String reason = answer.isBlank()
                ? "You wrote nothing, so this earned nothing."
                : Guards.standsForNothing(answer)
                        ? "The answer says only that there is none, so nothing was earned."
                        : "The answer holds no word that can be read, so nothing was earned.";
        return withoutFindings(question, new Deduction(Deduction.BLANK, reason, 0, List.of()));
    }

    private Grade unread(Question question, String why) {
        String reason = why + ", so this answer is not graded; mark it yourself.";
        return withoutFindings(question, new Deduction(Deduction.UNREAD, reason, 0, List.of()))
                .with(List.of(reason));
    }

    private Grade withoutFindings(Question question, Deduction why) {
        List<Finding> findings = new ArrayList<>();
        for (Point point : PointGrading.points(question)) {
            findings.add(new Finding(point, Verdict.NOT_SAID, 0, 0, List.of(), point.statement()));
        }
        if (findings.isEmpty()) {
            String reference = question.referenceAnswers().get(0).text();
            findings.add(
                    new Finding(new Point("auto-1", reference, 1, true), Verdict.NOT_SAID, 0, 0, List.of(), reference));
        }
        return new Grade(question.id(), question.revision(), 0, 0, findings, List.of(why), List.of(), stamp());
    }

    @Override
    public GraderStamp stamp() {
        return new GraderStamp(VERSION, embedder.checksum(), calibration.version());
    }
}
