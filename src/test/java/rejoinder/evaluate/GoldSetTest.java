package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedBank;
import rejoinder.SharedModel;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;

/**
 * The product's grader, with key points and misconceptions, on the gold set; how it agrees with people is measured on the half that nothing was fitted on, and
 * printed.
 */
@Tag("model")
@Order(2)
class GoldSetTest {
    private static final String GOLD = "src/test/resources/rejoinder/grade/graded-answers.tsv";

    /** Below this the grader would be worse than it was when the gold set was made; not a target. */
    private static final double LEAST_CORRELATION = 0.65;

    private static FullReport test;
    private static Evaluation.Report dev;

    @BeforeAll
    static void gradeTheSet() throws IOException {
        ItemBank bank = SharedBank.bank();
        test = FullReport.of(set("test"), graded("test", bank), Optional.empty(), List.of(), Pairs.APART);
        dev = graded("dev", bank);
    }

    private static GradedSet set(String half) throws IOException {
        return GradedSets.read(Selection.parse(GOLD + "#half=" + half));
    }

    private static Evaluation.Report graded(String half, ItemBank bank) throws IOException {
        return Evaluation.run(
                set(half).answers(),
                answer -> QuestionId.parse(answer.questionId())
                        .flatMap(bank::question)
                        .orElseThrow(),
                SharedModel.grader(),
                (row, done, total) -> {});
    }

    @Test
    void everyScoreOfBothHalvesIsTheSumOfItsParts() {
        assertThat(test.rows()).hasSize(416);
        assertThat(dev.rows()).hasSize(442);
        Stream.concat(test.rows().stream(), dev.rows().stream()).forEach(row -> {
            Grade grade = row.evidence();
            double sum = grade.findings().stream().mapToDouble(Finding::earned).sum()
                    + grade.deductions().stream().mapToDouble(Deduction::amount).sum();
            assertThat(grade.score().value())
                    .as(row.answer().answer())
                    .isBetween(0.0, 1.0)
                    .isCloseTo(sum, within(1e-12));
        });
    }

    @Test
    void peopleAgree() {
        System.out.println("Gold set, test half: " + test.grade());
        test.kinds()
                .forEach(kind -> System.out.printf(
                        Locale.ROOT,
                        "%-12s %3d answers, people %.2f, grader %.2f%n",
                        kind.name(),
                        kind.n(),
                        kind.people(),
                        kind.grader()));
        System.out.println("Good above bad: " + test.pairs().all() + ", .6 above .2: "
                + test.pairs().good());
        System.out.println("Full marks by people: " + test.alarms().full() + " answers, something taken from "
                + test.alarms().rows().size() + ": " + test.alarms().names());
        assertThat(test.grade().pearson()).isGreaterThan(LEAST_CORRELATION);
    }

    @Test
    void theAnswersThatTheGraderIsNotSureOfHoldMoreErrorsThanTheirShare() {
        DoubtCurve curve = test.doubts();
        System.out.println("Not sure, test half: share of the answers, of the squared error, of the errors above .25");
        Stream.concat(Stream.of(curve.marked()), curve.most().stream())
                .forEach(point -> System.out.printf(
                        Locale.ROOT, "%.3f %.3f %.3f%n", point.share(), point.squaredError(), point.largeErrors()));
        // unclear points are asked about, and they are where the grader errs: more of the errors than of the answers
        assertThat(curve.marked().largeErrors()).isGreaterThan(curve.marked().share());
    }
}
