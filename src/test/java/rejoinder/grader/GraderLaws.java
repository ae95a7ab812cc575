package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rejoinder.SharedBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;

/** What every grader holds to, whatever it makes of an answer: on questions of the bank that comes along, drawn by a fixed seed. */
abstract class GraderLaws {
    private static final int DRAWN = 5;
    private static final long SEED = 4;

    /** What sums of a hundred weights may lose. */
    private static final double ROUNDING = 1e-9;

    /** The grader that is held to the laws. */
    abstract Grader grader();

    /** A question as this grader is to see it. */
    abstract Question asked(Question question);

    static Stream<Question> questions() {
        List<Question> all = new ArrayList<>(SharedBank.bank().questions().stream()
                .filter(question -> !question.selfGraded())
                .toList());
        SplittableRandom dice = new SplittableRandom(SEED);
        return Stream.generate(() -> all.remove(dice.nextInt(all.size()))).limit(DRAWN);
    }

    /** Answers of all kinds to a question: none, words of it, half a reference, a point, the reference and more than it. */
    private static List<String> answers(Question question) {
        String reference = question.referenceAnswers().get(0).text();
        String half = reference.substring(0, reference.length() / 2);
        return List.of(
                "",
                " \n\t ",
                question.prompt(),
                half,
                question.keyPoints().get(0).statement(),
                reference,
                reference + "\n\n" + question.referenceAnswers().get(1).text(),
                "```python\nprint(sorted(x for x in y))\n```",
                "\uD83C\uDF89 \u5217\u8868 nul\u0000nul \uD83C");
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theScoreIsAFiniteNumberFromZeroToOneAndTheSumOfItsParts(Question drawn) {
        Question question = asked(drawn);
        for (String answer : answers(drawn)) {
            Grade grade = grader().grade(question, answer);
            double sum = 0;
            for (Finding finding : grade.findings()) {
                assertThat(finding.earned())
                        .isFinite()
                        .isBetween(0.0, finding.point().share() + ROUNDING);
                sum += finding.earned();
            }
            for (Deduction deduction : grade.deductions()) {
                assertThat(deduction.amount()).isFinite();
                sum += deduction.amount();
            }
            assertThat(grade.score().value())
                    .as(answer)
                    .isFinite()
                    .isBetween(0.0, 1.0)
                    .isCloseTo(sum, within(ROUNDING));
            assertThat(grade.raw()).as(answer).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theSameAnswerGetsTheSameGradeToTheLastBitWhateverWasGradedBefore(Question drawn) {
        Question question = asked(drawn);
        List<Grade> first = new ArrayList<>();
        answers(drawn).forEach(answer -> first.add(grader().grade(question, answer)));
        List<String> backwards = new ArrayList<>(answers(drawn));
        Collections.reverse(backwards);
        List<Grade> second = new ArrayList<>();
        backwards.forEach(answer -> second.add(grader().grade(question, answer)));
        Collections.reverse(second);
        assertThat(second).isEqualTo(first);
        assertThat(second.toString()).isEqualTo(first.toString());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aSentenceThatStatesAMissingPointNeverLowersWhatThePointEarned(Question drawn) {
        Question question = asked(drawn);
        double greatest = 0;
        for (String answer : answers(drawn)) {
            Grade before = grader().grade(question, answer);
            // bonus points share what they may make up for, so that one more leaves less for each
            for (KeyPoint point : drawn.corePoints()) {
                Grade after = grader().grade(question, answer + "\n\n" + point.statement());
                greatest = Math.max(greatest, earned(before, point) - earned(after, point));
            }
        }
        assertThat(greatest).as("greatest loss").isLessThanOrEqualTo(lost());
    }

    /** By how much the law above may fail; next to nothing where it holds. */
    double lost() {
        return ROUNDING;
    }

    /** What an answer earned for a point; of the whole where points are taken from the reference's sentences. */
    private static double earned(Grade grade, KeyPoint point) {
        return grade.findings().stream()
                .filter(finding -> finding.point().id().equals(point.id()))
                .mapToDouble(Finding::earned)
                .findFirst()
                .orElseGet(() -> grade.score().value());
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theReferenceAgainstItselfIsFullMarks(Question drawn) {
        for (ReferenceAnswer reference : drawn.referenceAnswers()) {
            Grade grade = grader().grade(asked(drawn), reference.text());
            assertThat(grade.score().value()).as(reference.text()).isGreaterThanOrEqualTo(fullMarks() - ROUNDING);
        }
    }

    /** What counts as full marks in the law above. */
    double fullMarks() {
        return 1;
    }

    @ParameterizedTest
    @MethodSource("questions")
    void theOrderOfTheReferencesDoesNotMatter(Question drawn) {
        List<ReferenceAnswer> turned = new ArrayList<>(drawn.referenceAnswers());
        Collections.reverse(turned);
        Question question = asked(drawn);
        Question other = asked(with(drawn, turned, drawn.keyPoints()));
        for (String answer : answers(drawn)) {
            assertThat(grader().grade(other, answer).score().value())
                    .as(answer)
                    .isCloseTo(grader().grade(question, answer).score().value(), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    void caseAndWhiteSpaceDoNotMatter(Question drawn) {
        Question question = asked(drawn);
        for (KeyPoint point : drawn.keyPoints()) {
            String answer = point.statement();
            double expected = grader().grade(question, answer).score().value();
            for (String same : List.of(
                    answer.toUpperCase(Locale.ROOT),
                    answer.toLowerCase(Locale.ROOT),
                    "\n  " + answer.replace(" ", "  ") + "\t")) {
                assertThat(grader().grade(question, same).score().value())
                        .as(same)
                        .isCloseTo(expected, within(ROUNDING));
            }
        }
    }

    /** The question with other references and key points; misconceptions only where there are points that they are about. */
    static Question with(Question question, List<ReferenceAnswer> references, List<KeyPoint> points) {
        Question other = question.with(references, points);
        return points.isEmpty() ? other.withMisconceptions(List.of()) : other;
    }
}
