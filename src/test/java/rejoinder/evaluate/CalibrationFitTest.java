package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rejoinder.evaluate.FullReportTest.row;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import rejoinder.grade.Calibration;
import rejoinder.grade.Calibration.Anchor;
import rejoinder.grade.Deduction;
import rejoinder.grade.GraderStamp;

class CalibrationFitTest {
    private static final GraderStamp STAMP = new GraderStamp("g-1", "0123456789abcdef", "c-1");

    private static CalibrationFit fit(List<Evaluation.Row> rows) {
        return CalibrationFit.of(List.of(new CalibrationFit.Answers("a.tsv", "abc", rows)));
    }

    @Test
    void answersInTheWrongOrderArePooledAndTheEndsAreNothingAndFullMarks() {
        CalibrationFit fit = fit(List.of(
                row("a", 0.1, 0.2, ""), row("a", 0.8, 0.4, ""), row("b", 0.4, 0.6, ""), row("b", 0.9, 0.80001, "")));
        assertThat(fit.curve().anchors())
                .containsExactly(
                        new Anchor(0, 0),
                        new Anchor(0.2, 0.1),
                        new Anchor(0.5, 0.6),
                        new Anchor(0.8, 0.9),
                        new Anchor(1, 1));
        assertThat(fit.now().n()).isEqualTo(4);
        assertThat(fit.otherQuestions()).isPresent();
    }

    @Test
    void theOrderOfTheAnswersDoesNotMatterNotEvenOfThoseAlike() {
        List<Evaluation.Row> rows = new ArrayList<>();
        Random dice = new Random(3);
        for (int i = 0; i < 200; i++) {
            rows.add(row("q" + i % 7, dice.nextInt(5) / 4.0, dice.nextInt(30) / 30.0, ""));
        }
        String text = fit(rows).text("c", STAMP);
        Collections.shuffle(rows, dice);
        assertThat(fit(rows).text("c", STAMP)).isEqualTo(text);
    }

    @Test
    void theTextIsReadAsTheSameCurveAndSaysWhatItWasFittedOn() throws IOException {
        CalibrationFit fit = fit(List.of(row("a", 0.25, 0.2, ""), row("a", 1, 0.7, "")));
        String text = fit.text("rejoinder calibrate a.tsv", STAMP);
        Calibration read = Calibration.read(new StringReader(text));
        assertThat(read).isEqualTo(fit.curve());
        assertThat(text)
                .contains(
                        "# a.tsv: 2 answers, 0 more with a guard, SHA-256 abc\n",
                        "grader g-1 with model 0123456789abcdef",
                        "# rejoinder calibrate a.tsv\n");
    }

    @Test
    void anotherCurveHasAnotherVersion() {
        String one = fit(List.of(row("a", 0.25, 0.2, ""))).curve().version();
        assertThat(fit(List.of(row("b", 0.25, 0.2, ""))).curve().version()).isEqualTo(one);
        assertThat(fit(List.of(row("a", 0.26, 0.2, ""))).curve().version()).isNotEqualTo(one);
    }

    @Test
    void answersThatAGuardTookFromTakeNoPart() {
        Deduction echo = new Deduction("echo", "It repeats the question.", 0, List.of());
        Evaluation.Row guarded = row("a", 1, 0.1, "", List.of(echo), List.of());
        CalibrationFit fit = fit(List.of(guarded, row("a", 0.25, 0.2, "")));
        assertThat(fit.sources()).containsExactly(new CalibrationFit.Source("a.tsv", "abc", 1, 1));
        assertThat(fit.curve().score(0.1)).isEqualTo(0.125);
        assertThat(fit.otherQuestions()).isEmpty();
        assertThatThrownBy(() -> fit(List.of(guarded)))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("nothing to fit on");
    }
}
