package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static rejoinder.session.TestInterview.ADA;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;
import rejoinder.plan.Review;

/** The candidate's words about grades, and the score of a session. In these tests the point "gate" has three quarters of the share, "bell" one. */
class CorrectionTest {
    private final TestInterview test = new TestInterview(TestBank.bank(6));

    @Test
    void theLatestCorrectionOfAPointCounts() {
        Session.Graded graded = graded("bell");
        assertThat(score(graded, 0)).isEqualTo(0.25);
        assertThat(score(correct(graded, given(0, "gate", 1)), 0)).isEqualTo(1.0);
        assertThat(score(correct(graded, given(0, "gate", 0.5)), 0)).isEqualTo(0.625);
        assertThat(score(correct(graded, given(0, "bell", 0)), 0)).isEqualTo(0.375);
        Session.Graded last = (Session.Graded) test.stored(graded);
        assertThat(last.corrections()).hasSize(3);
        assertThat(last.results()).isEqualTo(graded.results());
    }

    @Test
    @Tag("complaint-14")
    void aWithdrawnCorrectionGivesTheGradersValueBack() {
        Session.Graded graded = graded("bell");
        correct(graded, given(0, "gate", 1));
        correct(graded, given(0, "bell", 0.5));
        assertThat(score(correct(graded, withdrawn(0, "gate")), 0)).isEqualTo(0.125);
        assertThat(score(correct(graded, withdrawn(0, "bell")), 0)).isEqualTo(0.25);
        assertThat(score(correct(graded, withdrawn(0, "bell")), 0)).isEqualTo(0.25);
        assertThat(score(correct(graded, given(0, "gate", 1)), 0)).isEqualTo(1.0);
    }

    @Test
    void aWordAboutTheWholeAnswerOutranksThePointsUntilItIsWithdrawn() {
        Session.Graded graded = graded("blah");
        assertThat(score(correct(graded, given(0, Correction.WHOLE_ANSWER, 0.9)), 0))
                .isEqualTo(0.9);
        assertThat(score(correct(graded, given(0, "gate", 1)), 0)).isEqualTo(0.9);
        assertThat(score(correct(graded, withdrawn(0, Correction.WHOLE_ANSWER)), 0))
                .isEqualTo(0.75 - 0.1);
    }

    @Test
    @Tag("complaint-14")
    void aDeductionIsStruckAloneAndComesBackWithUndo() {
        Session.Graded graded = graded("gate blah");
        assertThat(score(graded, 0)).isEqualTo(0.75 - 0.1);
        assertThat(score(correct(graded, given(0, "deduction:padding", 1)), 0)).isEqualTo(0.75);
        assertThat(score(correct(graded, given(0, "bell", 1)), 0)).isEqualTo(1.0);
        assertThat(score(correct(graded, withdrawn(0, "deduction:padding")), 0)).isEqualTo(1.0 - 0.1);
        assertThatThrownBy(() -> correct(graded, given(0, "deduction:padding:2", 1)))
                .isInstanceOf(SessionException.NoSuchQuestion.class)
                .hasMessageContaining("key point or deduction");
    }

    @Test
    void aCorrectionReachesItsOwnQuestionOnly() {
        Session.Graded graded = graded("gate", "gate");
        Session.Graded corrected = correct(graded, given(1, "gate", 0));
        assertThat(score(corrected, 0)).isEqualTo(0.75);
        assertThat(score(corrected, 1)).isZero();
    }

    @Test
    void deductionsStayAndTheScoreKeepsToItsRange() {
        Session.Graded graded = graded("blah");
        assertThat(score(graded, 0)).isZero();
        correct(graded, given(0, "gate", 1));
        assertThat(score(correct(graded, given(0, "bell", 1)), 0)).isEqualTo(0.9);
    }

    @Test
    void aQuestionThatTheCandidateJudgesCanBeCorrectedAsAWhole() {
        Result result = new Result(
                new Attempt.Empty(TestClock.START, Duration.ZERO, Confidence.UNSAID), new Outcome.SelfOwed());
        assertThat(result.score(List.of())).isEmpty();
        assertThat(result.score(List.of(given(0, Correction.WHOLE_ANSWER, 0.4))))
                .contains(new Score(0.4));
    }

    @Test
    void whatIsNotThereCannotBeCorrected() {
        Session.Graded graded = graded("gate");
        assertThatThrownBy(() -> correct(graded, given(0, "window", 1)))
                .isInstanceOf(SessionException.NoSuchQuestion.class)
                .hasMessage("Question 1 has no key point or deduction 'window'.");
        assertThatThrownBy(() -> correct(graded, given(1, "gate", 1)))
                .isInstanceOf(SessionException.NoSuchQuestion.class)
                .hasMessage("This session has questions 1 to 1; there is no 2.");
        assertThatThrownBy(() -> correct(graded, withdrawn(-1, Correction.WHOLE_ANSWER)))
                .isInstanceOf(SessionException.NoSuchQuestion.class);
        assertThat(test.stored(graded)).isEqualTo(graded);
    }

    @Test
    void onlyAGradedSessionCanBeCorrected() {
        InProgress session = test.start(1);
        assertThatThrownBy(() -> correct(session, given(0, "gate", 1))).isInstanceOf(SessionException.WrongState.class);
        test.interviewer.submit(ADA, session.setup().id());
        assertThatThrownBy(() -> correct(session, given(0, "gate", 1))).isInstanceOf(SessionException.WrongState.class);
    }

    // ---- the review that memory sees

    @Test
    void aReviewNamesWhatWasMissedWithTheCorrectionsApplied() {
        Session.Graded graded = graded("half-gate, no bell");
        assertThat(missed(graded)).containsExactly(missed("gate", 0.5), missed("bell", 0));
        assertThat(missed(correct(graded, given(0, "gate", 0.9))))
                .containsExactly(missed("gate", 0.9), missed("bell", 0));
        assertThat(missed(correct(graded, given(0, "bell", 1)))).containsExactly(missed("gate", 0.9));
        assertThat(missed(correct(graded, given(0, Correction.WHOLE_ANSWER, 0.1))))
                .isEmpty();
    }

    @Test
    void aPointThatCannotEarnAnythingIsNeverMissed() {
        Finding nothing = new Finding(
                new Finding.Point("gate", "It opens the gate.", 0, false), Verdict.NOT_SAID, 0, 0, List.of(), "");
        Grade grade = new Grade(
                new QuestionId("topic-0", "question-0"),
                "",
                0,
                0,
                List.of(nothing),
                List.of(),
                List.of(),
                TestGrader.STAMP);
        Result result = new Result(
                new Attempt.Empty(TestClock.START, Duration.ZERO, Confidence.UNSAID),
                new Outcome.Marked(grade, TestClock.START));
        assertThat(result.review(TestBank.question("topic-0", "question-0"), List.of())
                        .orElseThrow()
                        .incomplete())
                .isEmpty();
    }

    private static List<Review.Incomplete> missed(Session.Graded session) {
        return session.results()
                .get(0)
                .review(session.setup().questions().get(0), session.corrections(0))
                .orElseThrow()
                .incomplete();
    }

    private static Review.Incomplete missed(String point, double earned) {
        return new Review.Incomplete(point, point.equals("gate") ? "It opens the gate." : "It rings the bell.", earned);
    }

    // ---- the score of the session

    @ParameterizedTest
    @CsvSource({
        // answers, score, low, high
        "gate bell | bell, .625, .625, .625",
        "gate bell | half-gate, .6875, .5, .875",
        "half-gate half-bell |, .25, 0, .5",
        "gate um |, .375, .375, .375",
        "no gate um | gate bell, .5, .5, .5",
        "half-gate blah | gate bell, .6375, .5, .825",
    })
    void theBracketCountsWhatIsOpenAsMissedAndAsHit(String answers, double score, double low, double high) {
        Session.Graded graded = graded(answers.split("\\|", -1));
        SessionScore sum = graded.score().orElseThrow();
        assertThat(sum.counted()).isEqualTo(2);
        assertThat(sum.score().value()).isCloseTo(score, within(1e-12));
        assertThat(sum.low().value()).isCloseTo(low, within(1e-12));
        assertThat(sum.high().value()).isCloseTo(high, within(1e-12));
    }

    @Test
    void whatTheCandidateCorrectedIsNotOpenAnyMore() {
        Session.Graded graded = graded("half-gate half-bell");
        correct(graded, given(0, "gate", 0.5));
        SessionScore points = ((Session.Graded) test.stored(graded)).score().orElseThrow();
        assertThat(points).isEqualTo(new SessionScore(new Score(0.5), new Score(0.375), new Score(0.625), 1));
        correct(graded, given(0, Correction.WHOLE_ANSWER, 0.6));
        SessionScore whole = ((Session.Graded) test.stored(graded)).score().orElseThrow();
        assertThat(whole).isEqualTo(new SessionScore(new Score(0.6), new Score(0.6), new Score(0.6), 1));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theScoreNeverLeavesItsBracket(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> words =
                List.of("gate ", "half-gate ", "no gate ", "bell ", "half-bell ", "no bell ", "um ", "blah ");
        for (int round = 0; round < 50; round++) {
            TestInterview fresh = new TestInterview(TestBank.bank(3));
            InProgress session = fresh.start(3);
            for (int place = 0; place < 3; place++) {
                String answer = words.get(random.nextInt(words.size())) + words.get(random.nextInt(words.size()));
                fresh.save(session, place, 0, answer);
            }
            fresh.interviewer.submit(ADA, session.setup().id());
            fresh.owed.gradeAll();
            for (int n = 0; n < random.nextInt(4); n++) {
                Correction said =
                        given(random.nextInt(3), random.nextBoolean() ? "gate" : "bell", random.nextInt(5) / 4.0);
                fresh.corrections.correct(ADA, session.setup().id(), at -> said);
            }
            SessionScore sum = ((Session.Graded) fresh.stored(session)).score().orElseThrow();
            assertThat(sum.low()).isLessThanOrEqualTo(sum.score());
            assertThat(sum.high()).isGreaterThanOrEqualTo(sum.score());
        }
    }

    // ---- words for the tests above

    private Session.Graded graded(String... answers) {
        InProgress session = test.start(answers.length);
        for (int place = 0; place < answers.length; place++) {
            test.save(session, place, 0, answers[place]);
        }
        test.interviewer.submit(ADA, session.setup().id());
        test.owed.gradeAll();
        return (Session.Graded) test.stored(session);
    }

    private Session.Graded correct(Session session, Correction said) {
        return (Session.Graded) test.corrections.correct(ADA, session.setup().id(), at -> said);
    }

    private static Correction given(int place, String point, double credit) {
        return new Correction.Given(place, point, new Score(credit), "", TestClock.START);
    }

    private static Correction withdrawn(int place, String point) {
        return new Correction.Withdrawn(place, point, TestClock.START);
    }

    private static double score(Session.Graded session, int place) {
        return session.results()
                .get(place)
                .score(session.corrections(place))
                .orElseThrow()
                .value();
    }
}
