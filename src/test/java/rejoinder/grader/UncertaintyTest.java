package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Finding.Point;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Verdict;

class UncertaintyTest {
    private static final String WORDS = "It hands out its oldest item first.";

    private final Uncertainty doubts = Uncertainty.standard();

    /** A grade of two points that are worth 60 and 40 %, and of what else there is. */
    private static Grade grade(Finding first, Finding second, Deduction... named) {
        return new Grade(
                new QuestionId("t", "q"),
                "r",
                0.5,
                0,
                List.of(first, second),
                List.of(named),
                List.of(),
                new GraderStamp("g", "m", "c"));
    }

    private static Point point(double share) {
        return new Point("p", "A queue hands out its oldest item first.", share, false);
    }

    private static Finding covered(double share) {
        return new Finding(point(share), Verdict.MADE, share, 0.8, List.of(), "w");
    }

    private static Finding partial(double share, double earned) {
        return new Finding(point(share), Verdict.UNCLEAR, earned, 0.6, List.of(), "w");
    }

    private static Finding missing(double share) {
        return new Finding(point(share), Verdict.NOT_SAID, 0, 0.1, List.of(), "w");
    }

    private static Deduction named(String name, double amount) {
        return new Deduction(name, "It is so.", amount, List.of());
    }

    @Test
    void rightAndWrongAnswersAreSure() {
        assertThat(doubts.about(grade(covered(0.6), covered(0.4)), WORDS)).isEmpty();
        assertThat(doubts.about(grade(missing(0.6), missing(0.4)), WORDS)).isEmpty();
    }

    @Test
    void betweenWrongAndRightTheGraderIsNotSureAndMostDoubtfulInTheMiddle() {
        assertThat(doubts.about(grade(covered(0.6), missing(0.4)), WORDS))
                .containsExactly("The score lies between wrong and right, where the grader errs most.");
        double near = doubts.degree(grade(covered(0.6), missing(0.4)), WORDS);
        double middle = doubts.degree(grade(covered(0.5), missing(0.5)), WORDS);
        assertThat(near).isGreaterThan(1);
        assertThat(middle).isGreaterThan(near);
        assertThat(doubts.degree(grade(covered(2.0 / 3), missing(1.0 / 3)), WORDS))
                .isCloseTo(1, within(1e-9));
        assertThat(doubts.degree(grade(covered(0.6), covered(0.4)), WORDS)).isZero();
    }

    @Test
    void pointsBetweenMadeAndNotMadeAreDoubtedByTheirShare() {
        assertThat(doubts.about(grade(partial(0.6, 0.5), covered(0.4)), WORDS))
                .containsExactly("Points worth 60 % lie between \u201Cmade\u201D and \u201Cnot made\u201D.");
        assertThat(doubts.about(grade(covered(0.6), partial(0.4, 0.3)), WORDS)).isEmpty();
    }

    @Test
    void twoWaysOfLookingThatDisagreeAreNamedWithTheirFigures() {
        // half of the lead of the whole: .5 * (.6 - 1)
        Grade grade = grade(covered(0.6), covered(0.4), named(Deduction.WHOLE_ANSWER, -0.2));
        assertThat(doubts.about(grade, WORDS))
                .containsExactly("The key points give 100 %, the comparison with whole reference answers 60 %.");
    }

    @Test
    void whereAGuardTookThePointsTheyAreNoReasonForDoubt() {
        Grade grade = grade(partial(0.6, 0.3), missing(0.4), named("gave-up", -0.3));
        assertThat(doubts.about(grade, WORDS)).isEmpty();
        Grade misconception = grade(partial(0.6, 0.3), missing(0.4), named(Deduction.MISCONCEPTION, -0.3));
        assertThat(doubts.about(misconception, WORDS)).hasSize(1);
    }

    @Test
    void aMisconceptionThatTakesLittleMayNotBeOne() {
        Grade little = grade(covered(0.6), covered(0.4), named(Deduction.MISCONCEPTION, -0.15));
        assertThat(doubts.about(little, WORDS))
                .containsExactly("The answer comes near to a misconception, which takes 15 %; it may not mean it.");
        Grade much = grade(covered(0.6), covered(0.4), named(Deduction.MISCONCEPTION, -0.3));
        assertThat(doubts.about(much, WORDS)).isEmpty();
    }

    @Test
    void anAnswerInCodeIsDoubted() {
        Grade grade = grade(missing(0.6), missing(0.4));
        assertThat(doubts.about(grade, "q = deque()\nq.append(1)\nq.popleft()  # oldest first"))
                .containsExactly("The answer is mostly code, which the grader reads less well than sentences.");
        assertThat(doubts.about(grade, "Call `q.popleft()`, which takes the oldest item: that is what a queue does."))
                .isEmpty();
        assertThat(doubts.degree(grade, " ")).isZero();
    }

    @Test
    void withoutKeyPointsTheScoreAloneIsLookedAt() {
        List<Finding> automatic = new ArrayList<>();
        automatic.add(new Finding(new Point("auto-1", "s", 1, true), Verdict.UNCLEAR, 0.7, 0.6, List.of(), "s"));
        Grade grade = new Grade(
                new QuestionId("t", "q"), "r", 0.5, 0, automatic, List.of(), List.of(), new GraderStamp("g", "m", "c"));
        assertThat(doubts.about(grade, WORDS)).hasSize(1);
    }

    @Test
    void aRangeThatFallsIsRefused() {
        assertThatThrownBy(() -> new UncertaintyPolicy(0.7, 0.3, 0.6, 0.35, 0.2, 0.15, 0.4, 0.8))
                .hasMessageContaining("must rise");
        assertThatThrownBy(() -> new UncertaintyPolicy(0.3, 0.7, 0.6, 0.35, 0.2, 0, 0.4, 0.8))
                .hasMessageContaining("code must be above 0");
    }
}
