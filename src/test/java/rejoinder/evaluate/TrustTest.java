package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static rejoinder.evaluate.FullReportTest.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import rejoinder.grade.Deduction;

/** Pairs, false alarms and the curve of doubts. */
class TrustTest {
    private static Deduction taken(String name) {
        return new Deduction(name, "It was so.", 0, List.of());
    }

    @Test
    void thePartOfThePairsInOrderIsTheOneCountedByHand() {
        Pairs pairs = Pairs.of(
                List.of(
                        row("a", 1, 0.7, "full"),
                        row("a", 0.8, 0.4, "terse"),
                        row("a", 0.3, 0.4, "swapped"),
                        row("a", 0, 0.9, "swapped")),
                Pairs.APART);
        // full above .3 is right, above 0 wrong; terse and .3 are equal, .8 less .3 counts as .5; terse above 0 is
        // wrong
        assertThat(pairs.all()).isEqualTo(new Pairs.Order(4, 1.5 / 4, 1.5 / 4));
        assertThat(pairs.good()).isEqualTo(new Pairs.Order(2, 0, 0));
        assertThat(pairs.kinds())
                .extracting(
                        Pairs.Kinds::better,
                        Pairs.Kinds::worse,
                        kinds -> kinds.order().grade())
                .containsExactly(tuple("terse", "swapped", 0.25), tuple("full", "swapped", 0.5));
    }

    @Test
    void answersToDifferentQuestionsOrOfNearlyTheSameScoreMakeNoPair() {
        Pairs pairs =
                Pairs.of(List.of(row("a", 1, 0.7, ""), row("a", 0.6, 0.9, ""), row("b", 0, 0.8, "")), Pairs.APART);
        assertThat(pairs.all().pairs()).isZero();
        assertThat(pairs.all().grade()).isNaN();
        assertThat(pairs.kinds()).isEmpty();
        assertThat(Pairs.of(List.of(row("a", 1, 0.7, ""), row("a", 0.6, 0.9, "")), 0.4)
                        .all())
                .isEqualTo(new Pairs.Order(1, 0, 0));
    }

    @Test
    void aFalseAlarmIsARuleThatTookFromAnAnswerWithFullMarks() {
        Alarms alarms = Alarms.of(List.of(
                row("a", 1, 0.7, "", List.of(taken("whole-answer")), List.of()),
                row("a", 1, 0.2, "", List.of(taken("whole-answer"), taken("echo")), List.of()),
                row("a", 1, 0.0, "", List.of(taken("blank")), List.of()),
                row("a", 0.9, 0.2, "", List.of(taken("echo")), List.of())));
        assertThat(alarms.full()).isEqualTo(3);
        assertThat(alarms.rows()).containsExactly(new Alarms.Alarm(2, "a", "said & done", 0.2, List.of("echo")));
        assertThat(alarms.share()).isEqualTo(1.0 / 3);
        assertThat(alarms.names()).containsOnly(Map.entry("echo", 1));
    }

    @Test
    void theCurveOfDoubtsSaysWhatPartOfTheErrorsTheDoubtedAnswersHold() {
        List<Evaluation.Row> rows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            rows.add(row("a", 0.99, 0.99, ""));
        }
        rows.add(row("a", 1, 0.6, "", List.of(), List.of("It is in between.")));
        rows.add(row("a", 0.8, 1, ""));
        DoubtCurve curve = DoubtCurve.of(rows);
        assertThat(curve.marked().share()).isEqualTo(0.1);
        assertThat(curve.marked().squaredError()).isCloseTo(0.16 / 0.2, within(1e-9));
        assertThat(curve.marked().largeErrors()).isEqualTo(1);
        // the grade of .6 is in the middle, so it is the most doubtful
        assertThat(curve.most().get(0).share()).isEqualTo(0.1);
        assertThat(curve.most().get(0).squaredError()).isCloseTo(0.8, within(1e-9));
        assertThat(curve.most()).extracting(DoubtCurve.Point::largeErrors).containsOnly(1.0);
        // eight are equally doubtful and free of errors
        assertThat(curve.most().get(5).squaredError()).isCloseTo(0.8, within(1e-9));
    }
}
