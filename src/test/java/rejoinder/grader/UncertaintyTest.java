package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Finding;
import rejoinder.grade.Finding.Point;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Verdict;

class UncertaintyTest {
    private static final String WORDS = "It hands out its oldest item first.";

    private final Uncertainty doubts = Uncertainty.standard();

    private static Grade grade(Finding... findings) {
        return new Grade(
                new QuestionId("t", "q"),
                "r",
                0.5,
                0,
                List.of(findings),
                List.of(),
                List.of(),
                new GraderStamp("g", "m", "c"));
    }

    private static Finding point(double share, boolean bonus, Verdict verdict) {
        Point point = new Point("p", "A queue hands out its oldest item first.", share, bonus, false);
        return new Finding(point, verdict, share * verdict.part(0.5), 0.5, List.of(), "w");
    }

    /** A grade by whole references. */
    private static Grade earning(double score) {
        return grade(new Finding(new Point("auto-1", "s", 1, true), Verdict.UNCLEAR, score, score, List.of(), "s"));
    }

    @Test
    void aGradeWhosePointsAreAllDecidedIsSure() {
        Grade grade = grade(
                point(0.5, false, Verdict.MADE),
                point(0.3, false, Verdict.CONTRADICTED),
                point(0.2, false, Verdict.NOT_SAID));
        assertThat(doubts.aboutPoints(grade)).isEmpty();
        assertThat(doubts.degree(grade, WORDS)).isZero();
    }

    @Test
    void anUnclearCorePointOfWeightMakesAGradeUnsure() {
        assertThat(doubts.aboutPoints(grade(point(0.8, false, Verdict.MADE), point(0.2, false, Verdict.UNCLEAR))))
                .containsExactly("It is unclear whether the answer makes one of the points.");
        assertThat(doubts.aboutPoints(grade(point(0.9, false, Verdict.UNCLEAR), point(0.1, false, Verdict.UNCLEAR))))
                .containsExactly("It is unclear whether the answer makes 2 of the points.");
    }

    @Test
    void anUnclearPointThatDecidesNothingLeavesAGradeSure() {
        assertThat(doubts.aboutPoints(grade(point(0.9, false, Verdict.MADE), point(0.1, false, Verdict.UNCLEAR))))
                .isEmpty();
        assertThat(doubts.aboutPoints(grade(point(1, false, Verdict.MADE), point(0.4, true, Verdict.UNCLEAR))))
                .isEmpty();
    }

    @Test
    void byReferencesAGradeBetweenWrongAndRightIsNotSureAndMostDoubtfulInTheMiddle() {
        assertThat(doubts.about(earning(0.7), WORDS))
                .containsExactly("The score lies between wrong and right, where the grader errs most.");
        assertThat(doubts.about(earning(0.2), WORDS)).isEmpty();
        assertThat(doubts.about(earning(0.95), WORDS)).isEmpty();
        assertThat(doubts.degree(earning(0.65), WORDS)).isGreaterThan(doubts.degree(earning(0.5), WORDS));
        assertThat(doubts.degree(earning(0.44), WORDS)).isCloseTo(1, within(1e-9));
    }

    @Test
    void byReferencesAnAnswerInCodeIsDoubted() {
        assertThat(doubts.about(earning(0.1), "q = deque()\nq.append(1)\nq.popleft()  # oldest first"))
                .containsExactly("The answer is mostly code, which the grader reads less well than sentences.");
        assertThat(doubts.about(
                        earning(0.1), "Call `q.popleft()`, which takes the oldest item: that is what a queue does."))
                .isEmpty();
        assertThat(doubts.degree(earning(0.1), " ")).isLessThan(1);
    }

    @Test
    void aRangeThatFallsIsRefused() {
        assertThatThrownBy(() -> new UncertaintyPolicy(0.7, 0.3, 0.15)).hasMessageContaining("must rise");
        assertThatThrownBy(() -> new UncertaintyPolicy(0.3, 0.7, 0)).hasMessageContaining("code must be above 0");
    }
}
