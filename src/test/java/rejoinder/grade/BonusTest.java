package rejoinder.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BonusTest {
    private static Finding finding(String id, double share, boolean bonus, Verdict verdict, double earned) {
        return new Finding(
                new Finding.Point(id, "Point " + id + ".", share, bonus, false), verdict, earned, 0.5, List.of(), "w");
    }

    private static Grade grade(Finding... findings) {
        return new Grade(
                new rejoinder.bank.QuestionId("knots", "bowline"),
                "revision",
                0.5,
                0,
                List.of(findings),
                List.of(),
                List.of(),
                new GraderStamp("g", "m", "c"));
    }

    private static List<Double> limited(double core, double one, double other) {
        List<Finding.Point> points = List.of(
                new Finding.Point("core", "A.", 1, false, false),
                new Finding.Point("one", "B.", 0.3, true, false),
                new Finding.Point("other", "C.", 0.3, true, false));
        return Bonus.limited(points, List.of(core, one, other));
    }

    @Test
    void bonusPointsMakeUpForTwentyPointsOfMissingCoreAtMost() {
        assertThat(limited(0.5, 0.3, 0)).containsExactly(0.5, 0.2, 0.0);
        assertThat(limited(0.5, 0.3, 0.1).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(0.7, within(1e-12));
    }

    @Test
    void bonusPointsNeverLiftAScoreAboveFullMarks() {
        assertThat(limited(0.9, 0.3, 0.3).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum())
                .isCloseTo(1, within(1e-12));
        assertThat(limited(1, 0.3, 0)).containsExactly(1.0, 0.0, 0.0);
    }

    @Test
    void aCorePointThatTheCandidateClaimsTakesTheRoomOfTheBonus() {
        Grade grade = grade(
                finding("core", 0.5, false, Verdict.MADE, 0.5),
                finding("left", 0.5, false, Verdict.NOT_SAID, 0),
                finding("extra", 0.4, true, Verdict.MADE, 0.2));
        assertThat(Marking.of(grade).score().percent()).isEqualTo(70);
        Marking claimed = Marking.of(grade, new Credits(Optional.empty(), Map.of("left", Score.FULL)));
        assertThat(claimed.score().percent()).isEqualTo(100);
        assertThat(claimed.lines()).extracting(Marking.Line::points).containsExactly(50, 50, 0);
    }

    @Test
    void theIntervalOfAScoreComesFromItsUnclearPoints() {
        Marking marking = Marking.of(grade(
                finding("made", 0.5, false, Verdict.MADE, 0.5),
                finding("unclear", 0.3, false, Verdict.UNCLEAR, 0.15),
                finding("left", 0.2, false, Verdict.NOT_SAID, 0)));
        assertThat(marking.low().percent()).isEqualTo(50);
        assertThat(marking.score().percent()).isEqualTo(65);
        assertThat(marking.high().percent()).isEqualTo(80);
    }
}
