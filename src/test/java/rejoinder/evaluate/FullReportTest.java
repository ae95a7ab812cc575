package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Verdict;
import rejoinder.text.Span;

class FullReportTest {
    private static final GraderStamp STAMP = new GraderStamp("g-1", "0123456789abcdef", "c-1");

    static Evaluation.Row row(String question, double score, double raw, String kind) {
        return row(question, score, raw, kind, List.of(), List.of());
    }

    static Evaluation.Row row(
            String question, double score, double raw, String kind, List<Deduction> taken, List<String> doubts) {
        Finding.Point point = new Finding.Point("auto-1", "Water <boils>.", 1, true);
        Grade grade = new Grade(
                new QuestionId("evaluation", "q"),
                "r",
                raw,
                0,
                List.of(new Finding(point, Verdict.UNCLEAR, raw, raw, List.of(new Span(0, 4)), "Water <boils>.")),
                taken,
                doubts,
                STAMP);
        GradedAnswer answer =
                new GradedAnswer(question, "What is " + question + "?", List.of("r"), "said & done", score, kind);
        return new Evaluation.Row(answer, raw, grade.score().value(), grade);
    }

    private static FullReport report(
            List<Evaluation.Row> rows, Optional<Double> threshold, List<Evaluation.Row> train) {
        double[] people = Evaluation.column(rows, Evaluation.Row::score);
        Agreement agreement = Agreement.of(people, Evaluation.column(rows, Evaluation.Row::raw));
        GradedSet set = new GradedSet(
                "table", 5, rows.stream().map(Evaluation.Row::answer).toList());
        return FullReport.of(set, new Evaluation.Report(rows, agreement, agreement), threshold, train, Pairs.APART);
    }

    private static List<Evaluation.Row> many() {
        SplittableRandom dice = new SplittableRandom(7);
        List<Evaluation.Row> rows = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            double raw = dice.nextDouble();
            rows.add(row("q" + i % 12, Math.max(0, Math.min(1, raw * raw + 0.2 * (dice.nextDouble() - 0.5))), raw, ""));
        }
        return rows;
    }

    @Test
    void theIntervalHoldsTheFigureAndIsTheSameInEveryRun() {
        List<Evaluation.Row> rows = many();
        FullReport report = report(rows, Optional.empty(), List.of());
        assertThat(report.gradeInterval()).isEqualTo(Bootstrap.of(rows, Evaluation.Row::grade));
        assertThat(report.gradeInterval().pearson().low())
                .isLessThan(report.grade().pearson());
        assertThat(report.gradeInterval().pearson().high())
                .isGreaterThan(report.grade().pearson());
        assertThat(report.gradeInterval().rmse().low())
                .isPositive()
                .isLessThan(report.gradeInterval().rmse().high());
    }

    @Test
    void oneQuestionHasNoIntervalAndNoOtherQuestions() {
        FullReport report = report(List.of(row("q", 0, 0.1, ""), row("q", 1, 0.8, "")), Optional.empty(), List.of());
        assertThat(report.gradeInterval().pearson().low()).isNaN();
        assertThat(report.refitted()).isEmpty();
    }

    @Test
    void aCurveFittedOnTheOtherQuestionsMendsTheScaleAndNeverSeesTheQuestionItself() {
        FullReport report = report(many(), Optional.empty(), List.of());
        assertThat(report.refitted().orElseThrow().rmse())
                .isLessThan(report.grade().rmse() / 1.5);

        // the answers to b say the opposite of those to a: whoever looks at b's own answers grades b right
        List<Evaluation.Row> torn =
                List.of(row("a", 0, 0.2, ""), row("a", 1, 0.8, ""), row("b", 1, 0.2, ""), row("b", 0, 0.8, ""));
        double[] scores = byOthers(torn);
        assertThat(scores[0]).isEqualTo(0.5);
        assertThat(scores[1]).isEqualTo(0.5);
        assertThat(scores[2]).isZero();
        assertThat(scores[3]).isEqualTo(1);
    }

    private static double[] byOthers(List<Evaluation.Row> rows) {
        return OtherQuestions.scores(rows, others -> CurveFit.through("", others));
    }

    @Test
    void betweenTwoPoolsTheCurveIsStraight() {
        double[] scores = byOthers(
                List.of(row("a", 0, 0.2, ""), row("a", 1, 0.6, ""), row("b", 0, 0.3, ""), row("b", 0, 0.9, "")));
        assertThat(scores[2]).isCloseTo(0.25, within(1e-12));
        assertThat(scores[3]).isEqualTo(1);
    }

    @Test
    void aLabelledSetIsToldApartByTheThresholdThatIsGiven() {
        List<Evaluation.Row> rows = List.of(
                row("a", 1, 0.9, "correct"),
                row("a", 1, 0.4, "correct"),
                row("b", 0, 0.6, "incorrect"),
                row("b", 0, 0.1, "contradictory"),
                row("b", 0, 0.2, "incorrect"));
        TwoWay half =
                report(rows, Optional.empty(), List.of()).twoWay().orElseThrow().grade();
        assertThat(half).isEqualTo(new TwoWay(0.5, 0.6, 0.6));
        TwoWay given =
                report(rows, Optional.of(0.3), List.of()).twoWay().orElseThrow().grade();
        assertThat(given.accuracy()).isEqualTo(0.8);
        assertThat(report(rows, Optional.empty(), List.of()).kinds())
                .extracting(FullReport.Part::name, FullReport.Part::n)
                .containsExactly(tuple("contradictory", 1), tuple("correct", 2), tuple("incorrect", 2));
    }

    @Test
    void aThresholdIsFittedOnTheTrainingAnswersAlone() {
        List<Evaluation.Row> training =
                List.of(row("t", 0, 0.1, "incorrect"), row("t", 1, 0.3, "correct"), row("t", 1, 0.9, "correct"));
        List<Evaluation.Row> rows = List.of(row("a", 1, 0.25, "correct"), row("a", 0, 0.3, "incorrect"));
        FullReport.Labels labels =
                report(rows, Optional.empty(), training).twoWay().orElseThrow();
        assertThat(labels.grade().threshold()).isCloseTo(0.2, within(1e-12));
        assertThat(labels.grade().accuracy()).isEqualTo(0.5);
        assertThat(labels.raw().orElseThrow().threshold()).isCloseTo(0.2, within(1e-12));
    }

    @Test
    void answersThatAreAllWrongGetAThresholdAboveThem() {
        List<Evaluation.Row> rows = List.of(row("a", 0, 0.4, "incorrect"), row("a", 0, 0.4, "incorrect"));
        assertThat(TwoWay.fit(rows, Evaluation.Row::raw)).isGreaterThan(0.4);
    }

    @Test
    void theWorstDisagreementsComeFirstWithTheirExplanation() {
        List<Evaluation.Row> rows = new ArrayList<>(many());
        Deduction echo = new Deduction("echo", "It repeats the question.", 0, List.of());
        rows.add(row("far", 1, 0.02, "", List.of(echo), List.of()));
        FullReport report = report(rows, Optional.empty(), List.of());
        assertThat(report.worst()).hasSize(FullReport.WORST);
        assertThat(report.worst().get(0).questionId()).isEqualTo("far");
        assertThat(report.worst().get(0).explanation())
                .containsExactly(
                        "0.02 unclear: Water <boils>. <- \u201Csaid\u201D", "0.00 echo: It repeats the question.");
        assertThat(report.questions())
                .hasSize(13)
                .last()
                .satisfies(part -> assertThat(part.n()).isEqualTo(1));
    }

    @Test
    void thePageShowsEveryAnswerAndRunsNothing() {
        String page = ReportPage.of("<set>", report(many(), Optional.empty(), List.of()), STAMP);
        assertThat(page.split("class=dot ", -1)).hasSize(121);
        assertThat(page)
                .contains(
                        "class=curve",
                        "&lt;set&gt;",
                        "Water &lt;boils&gt;.",
                        "said &amp; done",
                        "On the set's own scale, 0 to 5",
                        "Good above bad",
                        "is worth");
        assertThat(page).doesNotContain("<script", "<set>", "<boils>", "http://", "https://", "NaN");
    }
}
