package rejoinder.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import rejoinder.bank.QuestionId;

class MarkingTest {
    private static final List<Verdict> VERDICTS = List.of(Verdict.values());

    private static Finding finding(String id, double share, Verdict verdict, double earned) {
        return new Finding(
                new Finding.Point(id, "Point " + id + ".", share, false), verdict, earned, 0.5, List.of(), "w");
    }

    private static Grade grade(List<Finding> findings, double... amounts) {
        List<Deduction> deductions = new ArrayList<>();
        for (double amount : amounts) {
            deductions.add(new Deduction("padding", "It is so.", amount, List.of()));
        }
        return new Grade(
                new QuestionId("t", "q"), "r", 0.5, 0, findings, deductions, List.of(), new GraderStamp("g", "m", "c"));
    }

    private static Credits points(Map<String, Score> points) {
        return new Credits(Optional.empty(), points);
    }

    private static <T> List<T> each(Marking marking, Function<Marking.Line, T> figure) {
        return marking.lines().stream().map(figure).toList();
    }

    private static int sum(Marking marking) {
        return marking.lines().stream().mapToInt(Marking.Line::points).sum()
                + marking.changes().stream().mapToInt(Marking.Change::points).sum();
    }

    @Test
    void threeThirdsSumToAHundredAndAPointThatIsMadeHasAllOfItsShare() {
        List<Finding> findings = List.of(
                finding("a", 1 / 3d, Verdict.MADE, 1 / 3d),
                finding("b", 1 / 3d, Verdict.UNCLEAR, 1 / 6d),
                finding("c", 1 / 3d, Verdict.NOT_SAID, 0));
        Marking marking = Marking.of(grade(findings));

        assertThat(each(marking, Marking.Line::most)).containsExactly(34, 33, 33);
        assertThat(each(marking, Marking.Line::points)).containsExactly(34, 16, 0);
        assertThat(sum(marking)).isEqualTo(50).isEqualTo(marking.score().percent());
    }

    @Test
    void theWholePointsOfAnyGradeSumToTheScoreThatIsShown() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 20_000; i++) {
            Grade grade = any(random);
            Map<String, Score> credits = new HashMap<>();
            for (Finding finding : grade.findings()) {
                if (random.nextInt(3) == 0) {
                    credits.put(finding.point().id(), new Score(random.nextInt(5) / 4d));
                }
            }
            Marking marking = Marking.of(grade, points(credits));

            assertThat(sum(marking)).isEqualTo(marking.score().percent());
            assertThat(marking.lines().stream().mapToInt(Marking.Line::most).sum())
                    .isEqualTo(100);
            for (Marking.Line line : marking.lines()) {
                assertThat(line.points()).isBetween(0, line.most());
                assertThat((double) line.points()).isCloseTo(100 * line.counted(), within(1.5));
            }
            assertThat(marking.low().value())
                    .isLessThanOrEqualTo(marking.score().value());
            assertThat(marking.high().value())
                    .isGreaterThanOrEqualTo(marking.score().value());
        }
    }

    @Test
    void withoutCorrectionsTheScoreIsTheGradersToTheLastBit() {
        SplittableRandom random = new SplittableRandom(12);
        for (int i = 0; i < 1_000; i++) {
            Grade grade = any(random);
            assertThat(Marking.of(grade).score()).isEqualTo(grade.score());
        }
    }

    @Test
    void aCorrectionCountsAndTheGradersOwnPointsStay() {
        List<Finding> findings =
                List.of(finding("a", 0.75, Verdict.UNCLEAR, 0.375), finding("b", 0.25, Verdict.MADE, 0.25));
        Marking marking = Marking.of(grade(findings, -0.1), points(Map.of("a", Score.FULL)));

        assertThat(each(marking, Marking.Line::points)).containsExactly(75, 25);
        assertThat(each(marking, Marking.Line::own)).containsExactly(38, 25);
        assertThat(each(marking, Marking.Line::verdict)).containsExactly(Verdict.MADE, Verdict.MADE);
        assertThat(marking.score().percent()).isEqualTo(90);
        assertThat(marking.grade().score().percent()).isEqualTo(53);
    }

    @Test
    void aWordOnTheWholeAnswerOutranksThePoints() {
        Grade grade = grade(List.of(finding("a", 1, Verdict.NOT_SAID, 0)));
        Marking marking = Marking.of(grade, new Credits(Optional.of(new Score(0.7)), Map.of("a", new Score(0.5))));

        assertThat(marking.score())
                .isEqualTo(new Score(0.7))
                .isEqualTo(marking.low())
                .isEqualTo(marking.high());
        assertThat(marking.byPoints()).isEqualTo(new Score(0.5));
        assertThat(sum(marking)).isEqualTo(50);
    }

    @Test
    void theBracketSpansThePointsThatAreUnclearAndNotCorrected() {
        List<Finding> findings = List.of(
                finding("a", 0.5, Verdict.MADE, 0.5),
                finding("b", 0.25, Verdict.UNCLEAR, 0.125),
                finding("c", 0.25, Verdict.UNCLEAR, 0.125));
        Marking marking = Marking.of(grade(findings), points(Map.of("c", Score.FULL)));

        assertThat(marking.low().percent()).isEqualTo(75);
        assertThat(marking.high().percent()).isEqualTo(100);
    }

    @Test
    void aDeductionTakesNoMoreThanThereIs() {
        Marking marking = Marking.of(grade(List.of(finding("a", 1, Verdict.UNCLEAR, 0.2)), -0.1, -0.3));

        assertThat(marking.changes()).extracting(Marking.Change::points).containsExactly(-10, -10);
        assertThat(marking.score()).isEqualTo(Score.ZERO);
    }

    @Test
    void strikingADeductionGivesBackExactlyItsAmountAndLeavesTheOthers() {
        List<Finding> findings = List.of(
                finding("a", 1 / 3d, Verdict.MADE, 1 / 3d),
                finding("b", 1 / 3d, Verdict.MADE, 1 / 3d),
                finding("c", 1 / 3d, Verdict.NOT_SAID, 0));
        Grade grade = grade(findings, -0.1, -0.07);
        Marking before = Marking.of(grade);
        Marking struck = Marking.of(grade, points(Map.of(before.changes().get(1).id(), Score.FULL)));

        assertThat(before.changes())
                .extracting(Marking.Change::id)
                .containsExactly("deduction:padding", "deduction:padding:2");
        assertThat(struck.changes()).extracting(Marking.Change::points).containsExactly(-10, 0);
        assertThat(struck.changes()).extracting(Marking.Change::own).containsExactly(-10, -7);
        assertThat(struck.score().percent() - before.score().percent()).isEqualTo(7);
        assertThat(each(struck, Marking.Line::points)).isEqualTo(each(before, Marking.Line::points));
    }

    @Test
    void anAdditionAddsNoMoreThanIsMissing() {
        Grade grade = grade(List.of(finding("a", 0.8, Verdict.MADE, 0.8), finding("b", 0.2, Verdict.NOT_SAID, 0)), 0.1);
        Marking marking = Marking.of(grade, points(Map.of("b", Score.FULL)));

        assertThat(Marking.of(grade).changes())
                .extracting(Marking.Change::points)
                .containsExactly(10);
        assertThat(marking.changes()).extracting(Marking.Change::points).containsExactly(0);
        assertThat(marking.score()).isEqualTo(Score.FULL);
    }

    @Test
    void halfOfAPointIsMadeBadlyAndLessIsMissed() {
        assertThat(Marking.isMissed(0.5)).isFalse();
        assertThat(Marking.isMissed(0.49)).isTrue();
    }

    @Test
    void theBandsBeginWhereTheShownPercentageReachesThem() {
        assertThat(ScoreBand.of(new Score(0.394))).isEqualTo(ScoreBand.NOT_YET);
        assertThat(ScoreBand.of(new Score(0.395))).isEqualTo(ScoreBand.PARTLY);
        assertThat(ScoreBand.of(new Score(0.6))).isEqualTo(ScoreBand.SOLID);
        assertThat(ScoreBand.of(Score.FULL)).isEqualTo(ScoreBand.STRONG);
        for (ScoreBand band : ScoreBand.values()) {
            assertThat(ScoreBand.of(band.least())).isEqualTo(band);
            assertThat(ScoreBand.of(band.from())).isEqualTo(band);
        }
    }

    /** Shares that sum to 1, with all, some or none of each earned. */
    private static Grade any(SplittableRandom random) {
        int points = 1 + random.nextInt(8);
        double[] weights = new double[points];
        double total = 0;
        for (int i = 0; i < points; i++) {
            weights[i] = 0.1 + 5 * random.nextDouble();
            total += weights[i];
        }
        List<Finding> findings = new ArrayList<>();
        double earned = 0;
        for (int i = 0; i < points; i++) {
            double share = weights[i] / total;
            Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
            double part = switch (verdict) {
                case MADE -> 1;
                case UNCLEAR -> random.nextDouble();
                case NOT_SAID, CONTRADICTED -> 0;
            };
            earned += share * part;
            findings.add(finding("p" + i, share, verdict, share * part));
        }
        return switch (random.nextInt(3)) {
            case 0 -> grade(findings);
            case 1 -> grade(findings, -earned * random.nextDouble());
            default -> grade(findings, 2 * random.nextDouble() - 1, -0.5 * random.nextDouble());
        };
    }
}
