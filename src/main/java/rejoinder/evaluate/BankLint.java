package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Score;
import rejoinder.grade.ScoreBand;
import rejoinder.grade.Verdict;
import rejoinder.text.Embedder;

/**
 * The grader turned on the bank: what it makes of the bank's own texts shows which questions cannot be graded fairly yet, before a candidate is annoyed by
 * them. Each rule states what must hold; the thresholds are the product's own words for scores.
 */
public final class BankLint {
    /** What a reference answer must earn at least. */
    static final ScoreBand NEAR_FULL = ScoreBand.STRONG;

    /** A shorter reference answer, which leaves something out, must be graded at least "solid". */
    static final ScoreBand SHORTER = ScoreBand.SOLID;

    /** The question repeated must earn next to nothing. */
    static final double NEAR_ZERO = 0.10;

    /** What the answer to another question must stay below. */
    static final ScoreBand LOW = ScoreBand.PARTLY;

    /** At least this part of a question's weight must be asked by no other question of the topic. */
    static final double OWN = 0.50;

    /** A misconception may earn at most this part of the share of the point that it contradicts. */
    static final double MISCONCEPTION_PART = 0.50;

    private static final String FULL = "full";

    /** "and" before another subject with its verb, or before a verb that a subject before it governs. */
    private static final Pattern TWO_CLAIMS = Pattern.compile(
            ", and (?:it|they|he|she|you|this|that|these|those|the|an?|each|its|their)\\s|\\band (?:is|are|was|has|have|does|can|cannot|must|may|will|never|it|they)\\b",
            Pattern.CASE_INSENSITIVE);

    /** A sentence that replies to a misconception and is not true apart from it: its subject is what the misconception spoke of. */
    private static final Pattern REPLY = Pattern.compile("(?:It|They|That|Those|This|These|Then|There) ");

    private static final SharedPoints NOTHING = new SharedPoints(Set.of(), 0);

    private BankLint() {}

    /** Which part of a question a rule is about. */
    public enum Part {
        QUESTION,
        REFERENCE,
        KEY_POINT,
        MISCONCEPTION
    }

    /** What was looked at. */
    public enum Rule {
        REFERENCE_EARNS_FULL_MARKS(Part.REFERENCE),
        ECHO_EARNS_NOTHING(Part.QUESTION),
        OTHER_ANSWER_EARNS_LITTLE(Part.QUESTION),
        ASKS_SOMETHING_OF_ITS_OWN(Part.QUESTION),
        REFERENCE_MAKES_EACH_POINT(Part.KEY_POINT),
        MISCONCEPTION_IS_NOT_THE_POINT(Part.MISCONCEPTION),
        TRUE_SENTENCE_IS_NOT_ACCUSED(Part.MISCONCEPTION),
        ONE_CLAIM(Part.KEY_POINT);

        private final Part part;

        Rule(Part part) {
            this.part = part;
        }

        /** What the rule is about. */
        public Part part() {
            return part;
        }

        /** The rule's name as packs write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something that falls short.
     *
     * @param question which
     * @param rule what does not hold
     * @param index of the reference answer, key point or misconception that the rule is about, from 0; 0 for the question as a whole
     * @param message one sentence with the figure
     */
    public record Shortfall(QuestionId question, Rule rule, int index, String message) {}

    /** Told after each question, by one thread at a time. */
    @FunctionalInterface
    public interface Listener {
        /** A question was looked at. */
        void checked(int done, int total);
    }

    /**
     * Looks at the questions that have reference answers, several at a time; what it finds is in the order of the bank.
     *
     * @param which the questions to look at; the others still count as their neighbours
     */
    public static List<Shortfall> run(
            ItemBank bank, Predicate<QuestionId> which, Grader grader, Embedder embedder, Listener listener) {
        List<Question> questions = bank.questions().stream()
                .filter(BankLint::isGraded)
                .filter(question -> which.test(question.id()))
                .toList();
        AtomicInteger done = new AtomicInteger();
        return questions.parallelStream()
                .map(question -> {
                    List<Shortfall> found = look(question, bank, grader, embedder);
                    synchronized (done) {
                        listener.checked(done.incrementAndGet(), questions.size());
                    }
                    return found;
                })
                .flatMap(List::stream)
                .toList();
    }

    private static boolean isGraded(Question question) {
        return !question.referenceAnswers().isEmpty();
    }

    private static List<Shortfall> look(Question question, ItemBank bank, Grader grader, Embedder embedder) {
        List<Shortfall> found = new ArrayList<>();
        references(question, grader, found);
        echo(question, grader, found);
        nearest(question, bank, embedder)
                .ifPresent(other ->
                        otherAnswer(question, other, SharedPoints.of(question, other, embedder), grader, found));
        ownPoints(question, bank, embedder, found);
        misconceptions(question, grader, found);
        trueSentences(question, grader, found);
        claims(question, found);
        return found;
    }

    private static void references(Question question, Grader grader, List<Shortfall> found) {
        List<ReferenceAnswer> references = question.referenceAnswers();
        boolean noneIsFull =
                references.stream().noneMatch(reference -> reference.label().equals(FULL));
        for (int i = 0; i < references.size(); i++) {
            ReferenceAnswer reference = references.get(i);
            Grade grade = grader.grade(question, reference.text());
            String name =
                    "Reference answer " + (i + 1) + (reference.label().isEmpty() ? "" : " (" + reference.label() + ")");
            boolean full = reference.label().equals(FULL) || (noneIsFull && i == 0);
            ScoreBand needed = full ? NEAR_FULL : SHORTER;
            if (!ScoreBand.of(grade.score()).isAtLeast(needed)) {
                add(
                        found,
                        question,
                        Rule.REFERENCE_EARNS_FULL_MARKS,
                        i,
                        name + " earns " + percent(grade) + " of its own question and should earn "
                                + needed.from() + " %; say in it what is missing ("
                                + missing(grade) + ") or give those points a wording that it uses.");
            }
            // where no label says which answers say everything, the first is taken to
            if (full) {
                points(question, name, grade, found);
            }
        }
    }

    private static String missing(Grade grade) {
        List<String> parts = new ArrayList<>();
        grade.findings().stream()
                .filter(finding -> !finding.is(Verdict.MADE))
                .forEach(finding ->
                        parts.add(finding.point().id() + " " + finding.verdict().word()));
        grade.deductions().forEach(deduction -> parts.add(deduction.name()));
        return parts.isEmpty() ? "a little of every point" : String.join(", ", parts);
    }

    private static void points(Question question, String name, Grade grade, List<Shortfall> found) {
        for (int point = 0; point < question.keyPoints().size(); point++) {
            Finding finding = grade.findings().get(point);
            boolean open = finding.is(Verdict.NOT_SAID) || finding.is(Verdict.CONTRADICTED);
            if (open && !finding.point().bonus()) {
                add(
                        found,
                        question,
                        Rule.REFERENCE_MAKES_EACH_POINT,
                        point,
                        String.format(
                                Locale.ROOT,
                                "%s does not make the point '%s' (%.2f, %s); say it there or give the point a wording that the answer uses.",
                                name,
                                finding.point().id(),
                                finding.similarity(),
                                finding.verdict().word()));
            }
        }
    }

    private static void echo(Question question, Grader grader, List<Shortfall> found) {
        // not word for word: that is nothing by a rule of its own, whatever the key points say
        Grade grade = grader.grade(question, "So, " + question.prompt());
        if (grade.score().value() > NEAR_ZERO) {
            add(
                    found,
                    question,
                    Rule.ECHO_EARNS_NOTHING,
                    0,
                    "The question repeated earns " + percent(grade) + " and should earn " + Math.round(100 * NEAR_ZERO)
                            + " % at most; ask without giving the answer away.");
        }
    }

    /** The question of the same topic whose wording is most like that of this one. */
    static Optional<Question> nearest(Question question, ItemBank bank, Embedder embedder) {
        return bank.questions(question.id().topic()).stream()
                .filter(other -> !other.id().equals(question.id()))
                .filter(BankLint::isGraded)
                .max(Comparator.comparingDouble((Question other) ->
                                embedder.encode(question.prompt()).cosine(embedder.encode(other.prompt())))
                        .thenComparing(Question::id));
    }

    // what both questions ask, the other one's answer may well say
    private static void otherAnswer(
            Question question, Question other, SharedPoints shared, Grader grader, List<Shortfall> found) {
        Grade grade = grader.grade(question, other.referenceAnswers().get(0).text());
        Score besides = new Score(shared.earnedBesides(grade));
        if (ScoreBand.of(besides).isAtLeast(LOW)) {
            add(
                    found,
                    question,
                    Rule.OTHER_ANSWER_EARNS_LITTLE,
                    0,
                    "The reference answer of " + other.id() + " earns " + besides.percent()
                            + " % of what only this question asks and should earn less than " + LOW.from()
                            + " %; make the key points say what that answer does not, and give a point that both ask the same id.");
        }
    }

    private static void ownPoints(Question question, ItemBank bank, Embedder embedder, List<Shortfall> found) {
        for (Question other : bank.questions(question.id().topic())) {
            SharedPoints shared =
                    other.id().equals(question.id()) ? NOTHING : SharedPoints.of(question, other, embedder);
            if (shared.core() > 1 - OWN) {
                add(
                        found,
                        question,
                        Rule.ASKS_SOMETHING_OF_ITS_OWN,
                        0,
                        Math.round(100 * shared.core()) + " % of the weight is for points that " + other.id()
                                + " has too, and at most " + Math.round(100 * (1 - OWN))
                                + " % should be; ask for something else, or make shared points bonus.");
            }
        }
    }

    private static void misconceptions(Question question, Grader grader, List<Shortfall> found) {
        for (int i = 0; i < question.misconceptions().size(); i++) {
            Misconception wrong = question.misconceptions().get(i);
            Grade grade = grader.grade(question, wrong.statement());
            for (Finding finding : grade.findings()) {
                boolean itsPoint = finding.point().id().equals(wrong.keyPointId());
                if (itsPoint
                        && finding.earned()
                                > MISCONCEPTION_PART * finding.point().share()) {
                    add(
                            found,
                            question,
                            Rule.MISCONCEPTION_IS_NOT_THE_POINT,
                            i,
                            String.format(
                                    Locale.ROOT,
                                    "This misconception counts as the point '%s' (%.2f, %s); reword it, or the point and its wordings, so that they differ in more than a word.",
                                    wrong.keyPointId(),
                                    finding.similarity(),
                                    finding.verdict().word()));
                }
            }
        }
    }

    // what shares a misconception's words and is true, each said in a sentence of one's own
    private static void trueSentences(Question question, Grader grader, List<Shortfall> found) {
        for (int i = 0; i < question.misconceptions().size(); i++) {
            Misconception wrong = question.misconceptions().get(i);
            List<String> right = new ArrayList<>(wrong.trueNeighbours());
            if (!wrong.why().isEmpty() && !REPLY.matcher(wrong.why()).lookingAt()) {
                right.add(wrong.why());
            }
            for (String sentence : right) {
                List<String> accused = grader.grade(question, "I would say: " + sentence).findings().stream()
                        .filter(finding -> finding.is(Verdict.CONTRADICTED))
                        .map(finding -> finding.point().id())
                        .toList();
                if (!accused.isEmpty()) {
                    add(
                            found,
                            question,
                            Rule.TRUE_SENTENCE_IS_NOT_ACCUSED,
                            i,
                            "The true sentence \u201C" + sentence + "\u201D is taken to contradict "
                                    + String.join(" and ", accused)
                                    + "; give those points a true statement in like words.");
                }
            }
        }
    }

    private static void claims(Question question, List<Shortfall> found) {
        for (int i = 0; i < question.keyPoints().size(); i++) {
            if (TWO_CLAIMS.matcher(question.keyPoints().get(i).statement()).find()) {
                add(
                        found,
                        question,
                        Rule.ONE_CLAIM,
                        i,
                        "The point '" + question.keyPoints().get(i).id()
                                + "' joins two claims with \u201Cand\u201D, so half of it would earn all; split it.");
            }
        }
    }

    private static void add(List<Shortfall> found, Question question, Rule rule, int index, String message) {
        found.add(new Shortfall(question.id(), rule, index, message));
    }

    private static String percent(Grade grade) {
        return grade.score().percent() + " %";
    }
}
