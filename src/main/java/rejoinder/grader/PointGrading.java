package rejoinder.grader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.Statement;
import rejoinder.grade.Bonus;
import rejoinder.grade.Finding;
import rejoinder.grade.Finding.Point;
import rejoinder.grade.Verdict;
import rejoinder.grader.PointJudge.Judged;
import rejoinder.text.Prose;
import rejoinder.text.Quantities;
import rejoinder.text.Quantities.Quantity;
import rejoinder.text.Sentences;
import rejoinder.text.Span;
import rejoinder.text.SpelledOut;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/** Gives each key point of a question its verdict and the words that decided it. */
final class PointGrading {
    /** From this likeness of words on a number that differs from the point's is taken to be about it. */
    private static final double SAME_SUBJECT = 0.6;

    /** Expected credit from which the most likely point is asked about where nothing else was found; it halves the right sentences that would earn nothing. */
    private static final double WORTH_ASKING = 0.08;

    /** At or above this probability that the point is contradicted it is not asked about so. */
    private static final double RATHER_CONTRADICTED = 0.5;

    /** Likeness of words that such a point needs. */
    private static final double NEAR_ENOUGH = 0.6;

    /** Content words that an answer needs to make a point in other words than the bank's. */
    private static final int LEAST_WORDS = 2;

    /** Probability that a wording makes its point which is repeated with a denial too many or too few, or with two parts exchanged; some hold both ways. */
    static final double TURNED = 0.25;

    private final Question question;
    private final String answer;
    private final List<KeyPointFinder.Sighting> sightings;
    private final ClaimReadings claims;
    private final double recall;
    private final Supplier<PointJudge> judge;
    private final GradingPolicy.Points policy;
    private final boolean saysLittle;
    private final boolean addsNothing;
    private final List<Span> turned;
    private final boolean countedAsCorrect;
    private final boolean holdsCode;

    /**
     * Prepares the verdicts on an answer.
     *
     * @param answer the answer with its typos corrected
     * @param sightings how near it comes to each key point
     * @param claims what its sentences say of each
     * @param judge asked for verdicts only, so that new weights can be fitted where the old ones do not fit any more
     * @param recall greatest part of a reference's words, by weight, that the answer carries
     */
    PointGrading(
            Question question,
            String answer,
            List<KeyPointFinder.Sighting> sightings,
            ClaimReadings claims,
            double recall,
            Supplier<PointJudge> judge,
            GradingPolicy.Points policy) {
        this.question = question;
        this.answer = answer;
        this.sightings = sightings;
        this.claims = claims;
        this.recall = recall;
        this.judge = judge;
        this.policy = policy;
        // "fine" makes no point, however little the weights make of a single word
        this.saysLittle = TaggedWords.of(answer).stream().filter(Word::content).count() < LEAST_WORDS;
        Set<String> added = stems(answer);
        added.removeAll(stems(question.prompt()));
        this.addsNothing = added.isEmpty();
        this.turned = turned();
        // the reader reads sentences; what code says of a wording it cannot tell from what the wording reversed says
        this.holdsCode = SpelledOut.of(answer).isPresent();
        String whole = bare(Prose.of(answer));
        this.countedAsCorrect = question.referenceAnswers().stream()
                .anyMatch(reference -> reference.ofCandidate()
                        && bare(Prose.of(reference.text())).equals(whole));
    }

    // clauses that repeat what is expected with a denial, an opposite or the two things exchanged
    private List<Span> turned() {
        String expected = Stream.concat(
                        question.referenceAnswers().stream().map(reference -> Prose.of(reference.text())),
                        question.keyPoints().stream().flatMap(point -> KeyPointFinder.wordings(point).stream()))
                .collect(Collectors.joining("\n"));
        return new Contradictions(question.prompt(), answer)
                .with(expected).flips().stream().map(Contradictions.Flip::span).toList();
    }

    /** What speaks for and against each key point. */
    List<PointSignals> signals() {
        double mean = sightings.stream()
                .mapToDouble(KeyPointFinder.Sighting::similarity)
                .average()
                .orElse(0);
        double length = Math.log1p(claims.tokens());
        List<PointSignals> signals = new ArrayList<>();
        for (int i = 0; i < sightings.size(); i++) {
            KeyPoint point = question.keyPoints().get(i);
            ClaimReadings.Claim claim = claims.of(point);
            double similarity = sightings.get(i).similarity();
            signals.add(new PointSignals(
                    point.id(),
                    similarity,
                    recall,
                    claim.reader(),
                    claim.words(),
                    new PointSignals.Among(claim.ahead(), claim.aheadOfMean(), similarity - mean, mean, length),
                    claim.counter()));
        }
        return signals;
    }

    /** One finding a key point, in the question's order. */
    List<Finding> findings() {
        List<PointSignals> signals = signals();
        List<Point> points = points(question);
        List<Finding> alone = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            alone.add(find(question.keyPoints().get(i), points.get(i), sightings.get(i), signals.get(i)));
        }
        likeliest(alone, signals)
                .ifPresent(i -> alone.set(
                        i, asked(points.get(i), question.keyPoints().get(i), sightings.get(i), alone.get(i))));
        List<Double> earned =
                Bonus.limited(points, alone.stream().map(Finding::earned).toList());
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < alone.size(); i++) {
            findings.add(alone.get(i).earning(earned.get(i)));
        }
        return findings;
    }

    // where nothing was found, the core point that is most likely to be meant
    private Optional<Integer> likeliest(List<Finding> alone, List<PointSignals> signals) {
        if (saysLittle || addsNothing || alone.stream().anyMatch(finding -> !finding.is(Verdict.NOT_SAID))) {
            return Optional.empty();
        }
        return IntStream.range(0, alone.size())
                .filter(i -> !question.keyPoints().get(i).bonus()
                        && !question.keyPoints().get(i).exact()
                        && sightings.get(i).similarity() >= NEAR_ENOUGH)
                .boxed()
                .filter(i -> credit(signals.get(i)) >= WORTH_ASKING
                        && judge.get().probabilities(signals.get(i)).getOrDefault(Judged.CONTRADICTED, 0.0)
                                < RATHER_CONTRADICTED)
                .max(Comparator.comparingDouble(i -> credit(signals.get(i))));
    }

    private double credit(PointSignals signals) {
        return PointJudge.credit(judge.get().probabilities(signals));
    }

    private Finding asked(Point point, KeyPoint keyPoint, KeyPointFinder.Sighting seen, Finding before) {
        List<Span> evidence = wholeWords(seen.evidence());
        return finding(
                point,
                Verdict.UNCLEAR,
                before.similarity(),
                evidence.isEmpty() ? List.of(claims.of(keyPoint).madeBy()) : evidence,
                seen.wording(),
                "");
    }

    /** The key points of a question with their shares: those of core points sum to 1, those of bonus points come on top. */
    static List<Point> points(Question question) {
        double core = question.corePoints().stream().mapToInt(KeyPoint::weight).sum();
        return question.keyPoints().stream()
                .map(point -> new Point(point.id(), point.statement(), point.weight() / core, point.bonus(), false))
                .toList();
    }

    private Finding find(KeyPoint keyPoint, Point point, KeyPointFinder.Sighting seen, PointSignals signals) {
        Optional<Span> repeated = repeated(keyPoint);
        if (repeated.isPresent()) {
            return finding(point, Verdict.MADE, 1, List.of(repeated.get()), keyPoint.statement(), "");
        }
        if (keyPoint.exact()) {
            ExactOutput.Found found = ExactOutput.in(answer, keyPoint.outputs());
            if (found.verdict() == Verdict.CONTRADICTED
                    && found.evidence().stream().allMatch(this::standsInTruth)) {
                found = new ExactOutput.Found(Verdict.NOT_SAID, List.of());
            }
            String reason = found.verdict() == Verdict.CONTRADICTED
                    ? "The output is " + String.join(" and then ", keyPoint.outputs()) + "."
                    : "";
            return finding(point, found.verdict(), 1, found.evidence(), keyPoint.statement(), reason);
        }
        Map<Judged, Double> probabilities = judge.get().probabilities(signals);
        Verdict verdict = judge.get().verdict(signals, probabilities);
        double made = probabilities.getOrDefault(Judged.MADE, 0.0);
        if (verdict == Verdict.CONTRADICTED && !mayBeAccused(keyPoint)) {
            verdict = judge.get().accepting(probabilities);
        }
        if (question.statements().isEmpty() && (verdict == Verdict.UNCLEAR || verdict == Verdict.NOT_SAID)) {
            // nothing to read the answer against but a few wordings, which the weights were not fitted for
            verdict = policy.verdict(seen.similarity());
            if (verdict == Verdict.MADE && !holdsCode && probabilities.getOrDefault(Judged.CONTRADICTED, 0.0) > made) {
                verdict = Verdict.UNCLEAR;
            }
        }
        if ((saysLittle && seen.similarity() < policy.unclearFrom()) || (addsNothing && verdict == Verdict.UNCLEAR)) {
            verdict = Verdict.NOT_SAID;
        }
        if (verdict == Verdict.MADE
                && (isTurned(claims.of(keyPoint).madeBy(), seen)
                        || TurnedWording.only(answer, KeyPointFinder.wordings(keyPoint)))) {
            verdict = Verdict.UNCLEAR;
            made = TURNED;
        }
        if (verdict == Verdict.CONTRADICTED && isKnownTrue(claims.of(keyPoint).contradictedBy())) {
            verdict = judge.get().accepting(probabilities);
        }
        if (verdict != Verdict.CONTRADICTED && seen.similarity() >= SAME_SUBJECT) {
            Optional<Span> number = otherNumber(keyPoint, seen);
            if (number.isPresent()) {
                return finding(
                        point,
                        Verdict.CONTRADICTED,
                        1 - made,
                        List.of(number.get()),
                        keyPoint.statement(),
                        "Another number or unit is right: " + keyPoint.statement());
            }
        }
        if (verdict == Verdict.CONTRADICTED) {
            ClaimReadings.Claim claim = claims.of(keyPoint);
            return finding(
                    point,
                    verdict,
                    probabilities.getOrDefault(Judged.CONTRADICTED, 0.0),
                    deciding(claim.contradictedBy(), claim.against(), keyPoint),
                    misconception(claim.against()).map(Misconception::statement).orElse(keyPoint.statement()),
                    misconception(claim.against())
                            .map(Misconception::why)
                            .filter(why -> !why.isBlank())
                            .orElse(keyPoint.statement()));
        }
        List<Span> evidence = verdict == Verdict.NOT_SAID ? List.of() : wholeWords(seen.evidence());
        if (evidence.isEmpty() && verdict != Verdict.NOT_SAID) {
            evidence = List.of(claims.of(keyPoint).madeBy());
        }
        return finding(point, verdict, made, evidence, seen.wording(), "");
    }

    // somebody wrote down what is false of the point, and the answer has words of it that can be shown
    private boolean mayBeAccused(KeyPoint point) {
        ClaimReadings.Claim claim = claims.of(point);
        Set<String> wrong = stems(claim.against());
        return question.saysWhatIsFalseOf(point)
                && stems(claim.contradictedBy().of(answer)).stream().anyMatch(wrong::contains);
    }

    private static Finding finding(
            Point point, Verdict verdict, double probability, List<Span> evidence, String wording, String reason) {
        return new Finding(
                point, verdict, point.share() * verdict.part(probability), probability, evidence, wording, reason);
    }

    // a sentence that is the statement or an accepted wording, letter for letter but for case and marks; where the
    // output is compared literally, one that has it in it; or all of an answer that the candidate counts as correct
    private Optional<Span> repeated(KeyPoint point) {
        if (countedAsCorrect && !point.bonus()) {
            return Optional.of(new Span(0, answer.length()));
        }
        Set<String> wordings =
                KeyPointFinder.wordings(point).stream().map(PointGrading::bare).collect(Collectors.toSet());
        return Sentences.of(answer).stream()
                .map(Sentences.Sentence::span)
                .filter(span -> wordings.contains(bare(span.of(answer)))
                        || (point.exact() && bare(span.of(answer)).contains(bare(point.statement()))))
                .findFirst();
    }

    // what makes the point is in a clause that turns something expected round
    private boolean isTurned(Span sentence, KeyPointFinder.Sighting seen) {
        return turned.stream()
                .anyMatch(clause -> meet(clause, sentence)
                        && (seen.evidence().isEmpty()
                                || seen.evidence().stream().anyMatch(word -> meet(clause, word))));
    }

    private static boolean meet(Span one, Span other) {
        return one.start() < other.end() && other.start() < one.end();
    }

    // a sentence that says what the bank itself calls true cannot contradict a point
    private boolean isKnownTrue(Span sentence) {
        String said = WordSides.gist(sentence.of(answer));
        return right().flatMap(text ->
                        Sentences.of(text).stream().map(one -> one.span().of(text)))
                .map(WordSides::gist)
                .anyMatch(known -> said.equals(known) || (known.trim().indexOf(' ') > 0 && said.contains(known)));
    }

    private boolean standsInTruth(Span words) {
        return Sentences.of(answer).stream()
                .map(Sentences.Sentence::span)
                .anyMatch(sentence -> meet(sentence, words) && isKnownTrue(sentence));
    }

    // all that the bank calls true of the question
    private Stream<String> right() {
        return Stream.of(
                        question.misconceptions().stream()
                                .flatMap(wrong ->
                                        Stream.concat(wrong.trueNeighbours().stream(), Stream.of(wrong.why()))),
                        question.statements().stream().filter(Statement::isTrue).map(Statement::text),
                        question.keyPoints().stream().flatMap(point -> KeyPointFinder.wordings(point).stream()),
                        question.referenceAnswers().stream().map(reference -> Prose.of(reference.text())))
                .flatMap(texts -> texts);
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}+=<>*/-]+", " ")
                .strip();
    }

    private Optional<Span> otherNumber(KeyPoint point, KeyPointFinder.Sighting seen) {
        List<Quantity> expected = Quantities.of(point.statement());
        if (expected.isEmpty() || seen.evidence().isEmpty()) {
            return Optional.empty();
        }
        int start = seen.evidence().get(0).start();
        int end = seen.evidence().get(seen.evidence().size() - 1).end();
        List<Span> sentences = Sentences.of(answer).stream()
                .map(Sentences.Sentence::span)
                .filter(sentence -> sentence.start() < end && start < sentence.end())
                .toList();
        List<Quantity> given = Quantities.of(answer).stream()
                .filter(quantity -> sentences.stream()
                        .anyMatch(
                                sentence -> sentence.start() <= quantity.span().start()
                                        && quantity.span().end() <= sentence.end()))
                .toList();
        // a number that is right of something else in the question is taken to be about that
        return Quantities.conflict(expected, given)
                .filter(one ->
                        right().noneMatch(text -> Quantities.of(text).stream().anyMatch(one::sameAmount)))
                .filter(one -> sentences.stream()
                        .filter(sentence -> sentence.start() <= one.span().start()
                                && one.span().end() <= sentence.end())
                        .noneMatch(this::isKnownTrue))
                .map(Quantity::span);
    }

    // statements are never shown, misconceptions are
    private Optional<Misconception> misconception(String statement) {
        return question.misconceptions().stream()
                .filter(wrong -> wrong.statement().equals(statement))
                .findFirst();
    }

    // what the false statement has and the point's true ones have not, and every denial; else what both share
    private List<Span> deciding(Span sentence, String against, KeyPoint point) {
        String text = sentence.of(answer);
        Set<String> wrong = stems(against);
        Set<String> right = new HashSet<>();
        KeyPointFinder.wordings(point).forEach(wording -> right.addAll(stems(wording)));
        List<Span> only = new ArrayList<>();
        List<Span> shared = new ArrayList<>();
        for (Word word : TaggedWords.of(text)) {
            Span span = new Span(
                    sentence.start() + word.span().start(),
                    sentence.start() + word.span().end());
            boolean denies = TaggedWords.denies(word.lower());
            if (denies || (word.content() && wrong.contains(word.stem()) && !right.contains(word.stem()))) {
                only.add(span);
            }
            if (word.content() && wrong.contains(word.stem())) {
                shared.add(span);
            }
        }
        List<Span> found = only.isEmpty() ? shared : only;
        return found.isEmpty() ? List.of(sentence) : found;
    }

    private static Set<String> stems(String text) {
        return TaggedWords.of(text).stream()
                .filter(Word::content)
                .map(Word::stem)
                .collect(Collectors.toSet());
    }

    // a lone word of grammar shows nothing
    private List<Span> wholeWords(List<Span> spans) {
        return spans.stream()
                .filter(span -> TaggedWords.of(span.of(answer)).stream().anyMatch(Word::content))
                .toList();
    }
}
