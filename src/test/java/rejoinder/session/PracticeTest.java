package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static rejoinder.session.TestInterview.ADA;
import static rejoinder.session.TestInterview.BEN;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderState;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;
import rejoinder.plan.Drilled;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;
import rejoinder.text.Span;

/** Hints, drills and the candidate's own rating, within a session. */
class PracticeTest {
    private final TestInterview test = new TestInterview(TestBank.bank(3));
    private final Interviewer interviewer = test.interviewer;
    private final Practice practice = test.practice;
    private final InProgress round = test.practise(2);
    private final SessionId id = round.setup().id();

    private Result settled(String text) {
        test.save(round, 0, 0, text);
        return test.practice.settle(ADA, id, 0).result(0).orElseThrow();
    }

    private static Grade grade(Result result) {
        return ((Outcome.Marked) result.outcome()).grade();
    }

    // ---- hints

    @Test
    void eachHintCostsWhatWasSaidAndTheSumStillHolds() {
        practice.hint(ADA, id, 0);
        Grade afterOne = grade(settled("gate bell"));
        assertThat(afterOne.deductions()).extracting(Deduction::name).containsExactly("hint-words");
        assertThat(afterOne.score().value()).isEqualTo(1 - .1);
    }

    @Test
    void aPointThatWasToldEarnsNothing() {
        practice.hint(ADA, id, 0);
        practice.hint(ADA, id, 0);
        Grade grade = grade(settled("gate bell"));
        assertThat(grade.deductions()).extracting(Deduction::name).containsExactly("hint-words", "hint-point");
        assertThat(grade.deductions()).extracting(Deduction::amount).containsExactly(-.1, -.75);
        assertThat(grade.score().value()).isCloseTo(.15, within(1e-12));
    }

    @Test
    void hintsNeverTakeMoreThanWasEarned() {
        practice.hint(ADA, id, 0);
        practice.hint(ADA, id, 0);
        Grade grade = grade(settled("nothing of it"));
        assertThat(grade.deductions()).extracting(Deduction::amount).containsExactly(0d, 0d);
        assertThat(grade.score().value()).isZero();
    }

    @Test
    void savingAndTakingOverKeepTheHintsThatWereTaken() {
        practice.hint(ADA, id, 0);
        test.save(round, 0, 0, "words");
        interviewer.takeOver(ADA, id);
        assertThat(((InProgress) test.stored(round)).drafts().get(0).hints()).isEqualTo(1);
    }

    @Test
    void thereAreNoMoreHintsThanThereAre() {
        Question question = round.setup().questions().get(0);
        practice.hints(question).forEach(hint -> practice.hint(ADA, id, 0));
        assertThatThrownBy(() -> practice.hint(ADA, id, 0))
                .isInstanceOf(SessionException.WrongState.class)
                .hasMessage("There is no further hint for this question.");
    }

    @Test
    void anInterviewGivesNoHintsAndNeitherDoesAnAnswerThatWasHandedIn() {
        SessionId interview = test.start(1).setup().id();
        assertThatThrownBy(() -> practice.hint(ADA, interview, 0)).isInstanceOf(SessionException.WrongState.class);
        settled("gate");
        assertThatThrownBy(() -> practice.hint(ADA, id, 0)).isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> practice.hint(ADA, id, 9)).isInstanceOf(SessionException.NoSuchQuestion.class);
        interviewer.submit(ADA, id);
        assertThatThrownBy(() -> practice.hint(ADA, id, 1)).isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> practice.hint(BEN, id, 1)).isInstanceOf(SessionException.NoSuchSession.class);
    }

    // ---- the candidate's own rating

    @Test
    void theCandidatesRatingReplacesTheScoresAndCanBeTakenBack() {
        settled("gate bell");
        practice.rate(ADA, id, 0, Optional.of(Rating.HARD), true);
        assertThat(ratings()).containsExactly(Rating.HARD);
        assertThat(test.stored(round).result(0).orElseThrow().practiceNotes().again())
                .isTrue();
        practice.rate(ADA, id, 0, Optional.empty(), false);
        assertThat(ratings()).containsExactly(Rating.EASY);
    }

    @Test
    void aRatingStaysWhenTheRoundEndsAndWhatWasLeftOutCountsForNothing() {
        settled("gate bell");
        practice.rate(ADA, id, 0, Optional.of(Rating.AGAIN), false);
        interviewer.submit(ADA, id);
        test.owed.gradeAll();
        assertThat(ratings()).containsExactly(Rating.AGAIN);
        assertThat(test.stored(round).result(1).orElseThrow().score()).isEmpty();
        practice.rate(ADA, id, 0, Optional.of(Rating.GOOD), false);
        assertThat(ratings()).containsExactly(Rating.GOOD);
    }

    @Test
    void whatIsNotHandedInCannotBeRated() {
        assertThatThrownBy(() -> practice.rate(ADA, id, 0, Optional.of(Rating.GOOD), false))
                .isInstanceOf(SessionException.WrongState.class);
    }

    private List<Rating> ratings() {
        return test.store.reviews(ADA).stream().map(Review::rating).toList();
    }

    // ---- drills

    @Test
    void aDrillIsGradedOnThatPointAloneAndShowsItsEvidence() {
        settled("bell");
        Grade grade =
                practice.drill(ADA, id, 0, "gate", "the gate, not the bell").orElseThrow();
        assertThat(grade.findings()).hasSize(1);
        Finding finding = grade.findings().get(0);
        assertThat(finding.verdict()).isEqualTo(Verdict.MADE);
        assertThat(finding.point().id()).isEqualTo("gate");
        assertThat(finding.point().share()).isEqualTo(1);
        assertThat(finding.evidence()).containsExactly(new Span(4, 8));
        assertThat(grade(test.stored(round).result(0).orElseThrow()).score().value())
                .as("the answer itself")
                .isEqualTo(.25);
    }

    @Test
    void aLineIsKeptWithItsSessionAndTakenAlongByIt() {
        settled("bell");
        practice.drill(ADA, id, 0, "gate", "the gate, not the bell");
        practice.drill(ADA, id, 0, "gate", " ");
        practice.drill(ADA, test.bank.questions().get(1), "bell", "nothing");

        assertThat(test.store.drillLines(ADA))
                .extracting(DrillLine::text)
                .containsExactly("the gate, not the bell", "nothing");
        DrillLine line = test.store.drillLines(ADA).get(0);
        assertThat(line.session()).contains(id);
        assertThat(line.statement()).isEqualTo("It opens the gate.");
        assertThat(line.drilled())
                .isEqualTo(
                        new Drilled(round.setup().questions().get(0).id(), "gate", test.clock.instant(), Score.FULL));
        assertThat(test.store.reviews(ADA)).as("no score changes").hasSize(1);
        interviewer.delete(ADA, id);
        assertThat(test.store.drillLines(ADA)).extracting(DrillLine::text).containsExactly("nothing");
    }

    @Test
    void aDrillNeedsAGradedAnswerAPointThatThereIsAndOneLine() {
        assertThatThrownBy(() -> practice.drill(ADA, id, 0, "gate", "gate"))
                .isInstanceOf(SessionException.WrongState.class);
        settled("bell");
        assertThatThrownBy(() -> practice.drill(ADA, id, 0, "door", "door"))
                .isInstanceOf(SessionException.NoSuchQuestion.class);
        assertThatThrownBy(() -> practice.drill(ADA, id, 0, "gate", "x".repeat(Practice.LONGEST_DRILL + 1)))
                .isInstanceOf(SessionException.AnswerTooLong.class);
        test.grading.set(new GraderState.Loading());
        assertThat(practice.drill(ADA, id, 0, "gate", "gate")).isEmpty();
    }

    @Test
    void aPointOfTheBankIsDrilledWithoutASession() {
        Question question = test.bank.questions().get(0);
        assertThat(practice.drill(ADA, question, "bell", "the bell")
                        .orElseThrow()
                        .score()
                        .value())
                .isEqualTo(1);
        assertThatThrownBy(() -> practice.drill(ADA, question, "door", "door"))
                .isInstanceOf(SessionException.NoSuchQuestion.class);
    }
}
