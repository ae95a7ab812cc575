package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static rejoinder.evaluate.FullReportTest.row;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rejoinder.grade.Deduction;
import rejoinder.grader.Calibration;

class CalibrationFitTest {
    private static final String MODEL = "0123456789abcdef";

    private static CalibrationFit fit(List<Evaluation.Row> rows) {
        return CalibrationFit.of(List.of(new CalibrationFit.Answers("a.tsv", "abc", rows)), Optional.empty());
    }

    /** Answers at 61 alignments, each with the score that people would give by a rule. */
    private static List<Evaluation.Row> answers(DoubleUnaryOperator people) {
        return IntStream.rangeClosed(20, 80)
                .mapToObj(i -> row("q" + i % 7, people.applyAsDouble(i / 100.0), i / 100.0, ""))
                .toList();
    }

    @Test
    void theCurveFollowsPeopleAndItsEndsAreNothingAndFullMarks() {
        CalibrationFit fit = fit(answers(raw -> raw < 0.4 ? 0 : Math.min(1, (raw - 0.4) * 3)));
        assertThat(fit.curve().score(0)).isZero();
        assertThat(fit.curve().score(0.35)).isLessThan(0.05);
        assertThat(fit.curve().score(0.55)).isCloseTo(0.45, within(0.03));
        assertThat(fit.curve().score(0.65)).isCloseTo(0.75, within(0.03));
        assertThat(fit.curve().score(1)).isEqualTo(1);
        assertThat(fit.now().n()).isEqualTo(61);
        assertThat(fit.otherQuestions().orElseThrow().mae()).isLessThan(0.03);
    }

    @Test
    void whereMoreLikenessIsGivenLessTheCurveIsLevelInsteadOfFalling() {
        Calibration curve = fit(answers(raw -> raw < 0.5 ? 0.8 : 0.2)).curve();
        assertThat(curve.score(0.65)).isEqualTo(curve.score(0.35));
    }

    @Test
    void aFewAnswersThatLikenessCannotJudgeDoNotDrawTheCurveAway() {
        List<Evaluation.Row> rows = new ArrayList<>(answers(raw -> raw < 0.5 ? 0.1 : 0.9));
        double before = fit(rows).curve().score(0.7);
        for (int i = 0; i < 6; i++) {
            rows.add(row("q", 0, 0.7, ""));
        }
        assertThat(fit(rows).curve().score(0.7)).isCloseTo(before, within(0.05));
    }

    @Test
    void theLastBitsOfAModelOnAnotherMachineDoNotShow() {
        Random dice = new Random(5);
        List<Evaluation.Row> here = new ArrayList<>();
        List<Evaluation.Row> there = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double raw = dice.nextDouble();
            double score = dice.nextInt(5) / 4.0;
            here.add(row("q" + i % 9, score, raw, ""));
            there.add(row("q" + i % 9, score, raw + (dice.nextDouble() - 0.5) * 1e-6, ""));
        }
        assertThat(fit(there).text("c", MODEL)).isEqualTo(fit(here).text("c", MODEL));
    }

    @Test
    void theOrderOfTheAnswersDoesNotMatterNotEvenOfThoseAlike() {
        List<Evaluation.Row> rows = new ArrayList<>();
        Random dice = new Random(3);
        for (int i = 0; i < 200; i++) {
            rows.add(row("q" + i % 7, dice.nextInt(5) / 4.0, dice.nextInt(30) / 30.0, ""));
        }
        String text = fit(rows).text("c", MODEL);
        Collections.shuffle(rows, dice);
        assertThat(fit(rows).text("c", MODEL)).isEqualTo(text);
    }

    @Test
    void theTextIsReadAsTheSameCurveAndSaysWhatItWasFittedOn() throws IOException {
        CalibrationFit fit = fit(List.of(row("a", 0.25, 0.2, ""), row("a", 1, 0.7, "")));
        String text = fit.text("rejoinder calibrate a.tsv", MODEL);
        Calibration read = Calibration.read(new StringReader(text));
        assertThat(read).isEqualTo(fit.curve());
        assertThat(text)
                .contains(
                        "# a.tsv: 2 answers, 0 more with a guard, SHA-256 abc\n",
                        "with model 0123456789abcdef",
                        "# rejoinder calibrate a.tsv\n");
    }

    @Test
    void anotherCurveHasAnotherVersion() {
        String one = fit(List.of(row("a", 0.25, 0.2, ""))).curve().version();
        assertThat(fit(List.of(row("b", 0.25, 0.2, ""))).curve().version()).isEqualTo(one);
        assertThat(fit(List.of(row("a", 0.45, 0.2, ""))).curve().version()).isNotEqualTo(one);
    }

    @Test
    void aCurveThatIsNamedBearsThatName() {
        CalibrationFit.Answers answers = new CalibrationFit.Answers("a.tsv", "abc", List.of(row("a", 0.25, 0.2, "")));
        assertThat(CalibrationFit.of(List.of(answers), Optional.of("mine-1")).text("c", MODEL))
                .contains("\nmine-1\n");
    }

    @Test
    void answersThatAGuardTookFromTakeNoPart() {
        Deduction echo = new Deduction("echo", "It repeats the question.", 0, List.of());
        Evaluation.Row guarded = row("a", 1, 0.1, "", List.of(echo), List.of());
        CalibrationFit fit = fit(List.of(guarded, row("a", 0.25, 0.2, "")));
        assertThat(fit.sources()).containsExactly(new CalibrationFit.Source("a.tsv", "abc", 1, 1));
        assertThat(fit.curve()).isEqualTo(fit(List.of(row("a", 0.25, 0.2, ""))).curve());
        assertThat(fit.otherQuestions()).isEmpty();
        assertThatThrownBy(() -> fit(List.of(guarded)))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("nothing to fit on");
    }
}
