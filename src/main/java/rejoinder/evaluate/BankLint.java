package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Embedder;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.KeyPointFinding;

/**
 * The grader turned on the bank: what it makes of the bank's own texts shows which questions cannot be graded fairly yet, before a candidate is annoyed by
 * them. Each rule states what must hold; the thresholds are the product's own words for scores.
 */
public final class BankLint {
    /** A reference answer must be graded at least "strong": .80 on the result page's scale. */
    static final double NEAR_FULL = 0.80;

    /** The question repeated must earn next to nothing. */
    static final double NEAR_ZERO = 0.10;

    /** The answer to another question must stay below "partly": .40 on the result page's scale. */
    static final double LOW = 0.40;

    /** A misconception may earn at most this part of the share of the point that it contradicts. */
    static final double MISCONCEPTION_PART = 0.50;

    private BankLint() {}

    /** What was looked at. */
    public enum Rule {
        REFERENCE_EARNS_FULL_MARKS,
        ECHO_EARNS_NOTHING,
        OTHER_ANSWER_EARNS_LITTLE,
        REFERENCE_MAKES_EACH_POINT,
        MISCONCEPTION_IS_NOT_THE_POINT;

        /** The rule's short name, as exceptions name it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Something that falls short.
     *
     * @param question which
     * @param rule what does not hold
     * @param message one sentence with the figure
     */
    public record Shortfall(QuestionId question, Rule rule, String message) {}

    /** Told after each question. */
    @FunctionalInterface
    public interface Listener {
        /** A question was looked at. */
        void checked(int done, int total);
    }

    /** Looks at every question that has reference answers, in the order of the bank. */
    public static List<Shortfall> run(ItemBank bank, Grader grader, Embedder embedder, Listener listener) {
        List<Question> questions = bank.questions().stream()
                .filter(question -> !question.referenceAnswers().isEmpty())
                .toList();
        List<Shortfall> found = new ArrayList<>();
        int done = 0;
        for (Question question : questions) {
            references(question, grader, found);
            echo(question, grader, found);
            nearest(question, bank, embedder).ifPresent(other -> otherAnswer(question, other, grader, found));
            misconceptions(question, grader, found);
            listener.checked(++done, questions.size());
        }
        return found;
    }

    private static void references(Question question, Grader grader, List<Shortfall> found) {
        for (int i = 0; i < question.referenceAnswers().size(); i++) {
            ReferenceAnswer reference = question.referenceAnswers().get(i);
            Grade grade = grader.grade(question, reference.text());
            String name =
                    "reference answer " + (i + 1) + (reference.label().isEmpty() ? "" : " (" + reference.label() + ")");
            if (grade.score().value() < NEAR_FULL) {
                add(
                        found,
                        question,
                        Rule.REFERENCE_EARNS_FULL_MARKS,
                        name + " earns " + percent(grade) + " of its own question; it should earn "
                                + Math.round(100 * NEAR_FULL) + " % or more.");
            }
            if (i == 0) {
                grade.findings().stream()
                        .filter(finding -> !(finding instanceof KeyPointFinding.Covered))
                        .forEach(finding -> add(
                                found,
                                question,
                                Rule.REFERENCE_MAKES_EACH_POINT,
                                String.format(
                                        Locale.ROOT,
                                        "%s does not make the point '%s' (%.2f, %s); say it there or reword the point.",
                                        name,
                                        finding.point().id(),
                                        finding.similarity(),
                                        kind(finding))));
            }
        }
    }

    private static void echo(Question question, Grader grader, List<Shortfall> found) {
        Grade grade = grader.grade(question, question.prompt());
        if (grade.score().value() > NEAR_ZERO) {
            add(
                    found,
                    question,
                    Rule.ECHO_EARNS_NOTHING,
                    "the question repeated earns " + percent(grade) + "; it should earn " + Math.round(100 * NEAR_ZERO)
                            + " % at most.");
        }
    }

    private static Optional<Question> nearest(Question question, ItemBank bank, Embedder embedder) {
        return bank.questions(question.id().topic()).stream()
                .filter(other -> !other.id().equals(question.id()))
                .filter(other -> !other.referenceAnswers().isEmpty())
                .max(Comparator.comparingDouble((Question other) ->
                                embedder.encode(question.prompt()).cosine(embedder.encode(other.prompt())))
                        .thenComparing(Question::id));
    }

    private static void otherAnswer(Question question, Question other, Grader grader, List<Shortfall> found) {
        Grade grade = grader.grade(question, other.referenceAnswers().get(0).text());
        if (grade.score().value() >= LOW) {
            add(
                    found,
                    question,
                    Rule.OTHER_ANSWER_EARNS_LITTLE,
                    "the reference answer of " + other.id() + " earns " + percent(grade) + "; it should earn less than "
                            + Math.round(100 * LOW) + " %.");
        }
    }

    private static void misconceptions(Question question, Grader grader, List<Shortfall> found) {
        for (Misconception wrong : question.misconceptions()) {
            Grade grade = grader.grade(question, wrong.statement());
            for (KeyPointFinding finding : grade.findings()) {
                boolean itsPoint = finding.point().id().equals(wrong.keyPointId());
                if (itsPoint
                        && finding.earned()
                                > MISCONCEPTION_PART * finding.point().share()) {
                    add(
                            found,
                            question,
                            Rule.MISCONCEPTION_IS_NOT_THE_POINT,
                            String.format(
                                    Locale.ROOT,
                                    "the misconception \"%s\" counts as the point '%s' (%.2f, %s).",
                                    wrong.statement(),
                                    wrong.keyPointId(),
                                    finding.similarity(),
                                    kind(finding)));
                }
            }
        }
    }

    private static void add(List<Shortfall> found, Question question, Rule rule, String message) {
        found.add(new Shortfall(question.id(), rule, message));
    }

    private static String percent(Grade grade) {
        return grade.score().percent() + " %";
    }

    private static String kind(KeyPointFinding finding) {
        return finding.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
