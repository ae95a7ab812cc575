package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rejoinder.session.TestClock.START;
import static rejoinder.session.TestInterview.ADA;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.grade.Score;
import rejoinder.grade.Stability;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Hints;

class OwedGradingTest {
    private final TestInterview test = new TestInterview(TestBank.bank(6, 6));
    private final TestClock clock = test.clock;
    private final Interviewer interviewer = test.interviewer;

    @Test
    void eachGradeIsWrittenAsSoonAsItIsThere() {
        InProgress session = test.start(3);
        test.save(session, 0, 0, "gate");
        test.save(session, 1, 0, "bell");
        List<Long> marked = new ArrayList<>();
        TestGrader grader = new TestGrader();
        test.grading.set(new GraderState.Ready(new Grader() {
            @Override
            public Grade grade(Question question, String answer) {
                marked.add(((Session.Submitted) test.stored(session))
                        .results().stream()
                                .filter(result -> result.outcome() instanceof Outcome.Marked)
                                .count());
                return grader.grade(question, answer);
            }

            @Override
            public GraderStamp stamp() {
                return grader.stamp();
            }
        }));
        test.interviewer.submit(ADA, session.setup().id());
        test.owed.gradeAll();
        assertThat(marked).containsExactly(0L, 1L, 2L);
        assertThat(test.stored(session)).isInstanceOf(Session.Graded.class);
    }

    @Test
    void everyAnswerOfAHandedInSessionIsGradedAndTheBlankOneGetsZero() {
        InProgress session = handedIn("gate and bell", "bell", " ");
        clock.forward(Duration.ofSeconds(9));
        assertThat(test.owed.gradeAll()).isZero();
        Session.Graded graded = graded(session);
        assertThat(graded.results())
                .extracting(result -> result.score().orElseThrow().value())
                .containsExactly(1.0, 0.25, 0.0);
        assertThat(graded.results())
                .allSatisfy(result -> assertThat(result.outcome())
                        .isInstanceOfSatisfying(
                                Outcome.Marked.class,
                                marked -> assertThat(marked.at()).isEqualTo(START.plusSeconds(9))));
        assertThat(interviewer.history(ADA).get(0).state()).isEqualTo(Session.State.GRADED);
    }

    @Test
    void aCrashBetweenHandingInAndGradingCostsNothing() {
        InProgress session = handedIn("gate", "bell");
        TestUseCases afterTheCrash = test.restarted();
        assertThat(afterTheCrash.interviewer().open(ADA, session.setup().id())).isInstanceOf(Session.Submitted.class);
        assertThat(afterTheCrash.owed().gradeAll()).isZero();
        assertThat(graded(session).results())
                .extracting(result -> result.score().orElseThrow())
                .containsExactly(new Score(0.75), new Score(0.25));
    }

    @Test
    @Tag("complaint-2")
    void aCrashInTheMiddleOfGradingCostsNothing() {
        InProgress session = handedIn("gate", "bell");
        test.grading.set(new GraderState.Ready(new DyingGrader()));
        assertThatThrownBy(test.owed::gradeAll).isInstanceOf(OutOfMemoryError.class);
        assertThat(test.stored(session)).isInstanceOf(Session.Submitted.class);
        test.grading.set(new GraderState.Ready(new TestGrader()));
        assertThat(test.restarted().owed().gradeAll()).isZero();
        assertThat(graded(session).results()).hasSize(2);
    }

    @Test
    @Tag("complaint-13")
    void whileTheModelLoadsOrIsBrokenNothingIsGradedAndNothingStandsInForIt() {
        for (GraderState notReady :
                List.of(new GraderState.Loading(), new GraderState.Broken("The model file is missing."))) {
            test.grading.set(notReady);
            InProgress session = handedIn("gate", "bell");
            int owed = test.store.owed().size();
            assertThat(test.owed.gradeAll()).isEqualTo(owed).isPositive();
            Session.Submitted still = (Session.Submitted) test.stored(session);
            assertThat(still.results()).extracting(Result::outcome).containsOnly(new Outcome.Owed());
            assertThat(still.results()).extracting(Result::score).allMatch(score -> score.isEmpty());
            assertThat(interviewer.history(ADA).get(0).score()).isEmpty();
            assertThat(test.practice.tryAgain(ADA, session.setup().id(), 0, "gate"))
                    .isEmpty();
        }
        test.grading.set(new GraderState.Ready(new TestGrader()));
        assertThat(test.owed.gradeAll()).isZero();
        assertThat(interviewer.history(ADA)).extracting(SessionSummary::state).containsOnly(Session.State.GRADED);
    }

    @Test
    void whatIsOwedWhenTheGraderIsTakenAwayStaysOwed() {
        handedIn("gate");
        handedIn("bell");
        AtomicInteger asked = new AtomicInteger();
        OwedGrading untilStopped = new OwedGrading(
                test.store,
                new LeasesOfOneServer(),
                () -> asked.getAndIncrement() == 0
                        ? new GraderState.Ready(new TestGrader())
                        : new GraderState.Loading(),
                new Hints(TestBank.bank(1)),
                new SessionClock(clock));
        assertThat(untilStopped.gradeAll()).isEqualTo(1);
        assertThat(test.store.owed()).hasSize(1);
    }

    @Test
    void aSessionWhoseGradeCouldNotBeKeptIsTriedAgainAfterTenSecondsAndNotBefore() {
        InProgress session = handedIn("gate");
        CountingGrader grader = new CountingGrader();
        OwedGrading withoutDatabase = new OwedGrading(
                new FailingFor(test.store, session.setup().id()),
                new LeasesOfOneServer(),
                () -> new GraderState.Ready(grader),
                new Hints(TestBank.bank(1)),
                new SessionClock(clock));
        assertThat(withoutDatabase.gradeAll()).isEqualTo(1);
        assertThat(withoutDatabase.gradeAll()).isEqualTo(1);
        assertThat(grader.calls).isEqualTo(1);
        clock.forward(OwedGrading.STORED_AGAIN_AFTER);
        assertThat(withoutDatabase.gradeAll()).isEqualTo(1);
        assertThat(grader.calls).isEqualTo(2);
    }

    @Test
    void oneSessionThatCannotBeGradedDoesNotKeepTheOthersWaiting() {
        InProgress bad = handedIn("crash");
        InProgress good = handedIn("gate");
        assertThat(test.owed.gradeAll()).isEqualTo(1);
        assertThat(test.stored(bad)).isInstanceOf(Session.Submitted.class);
        assertThat(graded(good).results()).hasSize(1);
    }

    @Test
    void oneAnswerThatCannotBeGradedDoesNotTakeTheOthersOfItsSessionAlong() {
        InProgress session = handedIn("gate", "crash", "bell");
        assertThat(test.owed.gradeAll()).isEqualTo(1);
        Session.Submitted partly = (Session.Submitted) test.stored(session);
        assertThat(partly.results())
                .extracting(Result::score)
                .map(score -> score.isPresent())
                .containsExactly(true, false, true);
    }

    @Test
    void aFailureIsTriedAgainAfterTenMinutesAndNotBefore() {
        InProgress session = handedIn("crash", "gate");
        CountingGrader counting = new CountingGrader();
        test.grading.set(new GraderState.Ready(counting));
        for (int second = 0; second < 599; second++) {
            assertThat(test.owed.gradeAll()).isEqualTo(1);
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(counting.calls).isEqualTo(2);
        clock.forward(Duration.ofSeconds(1));
        assertThat(test.owed.gradeAll()).isEqualTo(1);
        assertThat(counting.calls).isEqualTo(3);
        counting.mended = true;
        clock.forward(Duration.ofMinutes(10));
        assertThat(test.owed.gradeAll()).isZero();
        assertThat(graded(session).results()).hasSize(2);
    }

    @Test
    void aSessionDeletedWhileItIsGradedIsForgotten() {
        InProgress session = handedIn("gate");
        test.grading.set(
                new GraderState.Ready(new DeletingGrader(session.setup().id())));
        assertThat(test.owed.gradeAll()).isZero();
        assertThat(interviewer.history(ADA)).isEmpty();
    }

    @Test
    void aGradeThatIsThereIsNeverWrittenOver() {
        InProgress session = handedIn("gate");
        test.owed.gradeAll();
        Session.Graded first = graded(session);
        clock.forward(Duration.ofSeconds(1));
        test.owed.gradeAll();
        assertThat(graded(session)).isEqualTo(first);
    }

    // ---- practice

    @Test
    void inPracticeOneAnswerIsHandedInAndGradedAtOnce() {
        InProgress session = test.practise(3);
        SessionId id = session.setup().id();
        test.save(session, 1, 0, "gate");
        clock.forward(Duration.ofSeconds(5));
        InProgress after = (InProgress) test.practice.settle(ADA, id, 1);
        assertThat(after.settled().keySet()).containsExactly(1);
        assertThat(after.result(1).flatMap(Result::score)).contains(new Score(0.75));
        assertThatThrownBy(() -> test.practice.settle(ADA, id, 1)).isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> test.save(session, 1, 1, "bell too"))
                .isInstanceOf(SessionException.WrongState.class)
                .hasMessage("This answer is handed in already; your text was kept as a version.");
        assertThat(interviewer.kept(ADA, id)).extracting(KeptVersion::text).containsExactly("bell too");
        assertThatThrownBy(() -> test.practice.settle(ADA, id, 3)).isInstanceOf(SessionException.NoSuchQuestion.class);
    }

    @Test
    void whatIsSettledStaysAsItIsWhenTheRoundEnds() {
        InProgress session = test.practise(2);
        SessionId id = session.setup().id();
        test.save(session, 0, 0, "gate");
        Result settled = test.practice.settle(ADA, id, 0).result(0).orElseThrow();
        clock.forward(Duration.ofSeconds(60L));
        Session.Ended over = (Session.Ended) interviewer.submit(ADA, id);
        assertThat(over.results().get(0)).isEqualTo(settled);
        // a round ended early counts what was answered and nothing else
        assertThat(over.results().get(1).outcome().earned()).isEmpty();
        assertThat(test.owed.gradeAll()).isZero();
    }

    @Test
    void aRoundWhoseAnswersAreAllSettledIsGradedAsItEnds() {
        InProgress session = test.practise(1);
        test.practice.settle(ADA, session.setup().id(), 0);
        assertThat(interviewer.submit(ADA, session.setup().id())).isInstanceOf(Session.Graded.class);
    }

    @Test
    void aSettledAnswerWaitsForTheGraderLikeAnyOther() {
        test.grading.set(new GraderState.Loading());
        InProgress session = test.practise(2);
        SessionId id = session.setup().id();
        test.save(session, 0, 0, "gate");
        Session waiting = test.practice.settle(ADA, id, 0);
        assertThat(waiting.result(0).orElseThrow().outcome()).isEqualTo(new Outcome.Owed());
        assertThat(test.owed.gradeAll()).isEqualTo(1);
        test.grading.set(new GraderState.Ready(new TestGrader()));
        assertThat(test.restarted().owed().gradeAll()).isZero();
        Session graded = test.stored(session);
        assertThat(graded).isInstanceOf(InProgress.class);
        assertThat(graded.result(0).flatMap(Result::score)).contains(new Score(0.75));
    }

    @Test
    void aSettledAnswerThatTheGraderFailsOnIsSafeAndOwed() {
        InProgress session = test.practise(1);
        test.save(session, 0, 0, "crash");
        Session after = test.practice.settle(ADA, session.setup().id(), 0);
        assertThat(after.result(0).orElseThrow())
                .isEqualTo(new Result(
                        new Attempt.Answered("crash", START, Duration.ofSeconds(1), Confidence.UNSAID),
                        new Outcome.Owed()));
    }

    @Test
    void inAnInterviewNoAnswerIsHandedInByItself() {
        SessionId id = test.start(2).setup().id();
        assertThatThrownBy(() -> test.practice.settle(ADA, id, 0))
                .isInstanceOf(SessionException.WrongState.class)
                .hasMessage("In an interview all answers are handed in together at the end.");
    }

    // ---- other words

    @Test
    void otherWordsAreGradedAndNotKept() {
        InProgress session = handedIn("bell");
        SessionId id = session.setup().id();
        test.owed.gradeAll();
        Session before = test.stored(session);
        assertThat(test.practice.tryAgain(ADA, id, 0, "gate and bell").map(Grade::score))
                .contains(Score.FULL);
        assertThat(test.stored(session)).isEqualTo(before);
        assertThat(interviewer.kept(ADA, id)).isEmpty();
        assertThatThrownBy(() -> test.practice.tryAgain(ADA, id, 1, "gate"))
                .isInstanceOf(SessionException.NoSuchQuestion.class);
    }

    @Test
    void anAnswerIsGradedWithItsRewordingsAndNoneOfThemIsKept() {
        InProgress session = handedIn("The gate opens because the bell rings loudly. It does not matter who rings.");
        SessionId id = session.setup().id();
        test.owed.gradeAll();
        Session before = test.stored(session);

        Stability found = test.practice.stability(ADA, id, 0).orElseThrow();

        assertThat(found.reworded()).isNotEmpty();
        assertThat(found.lowest()).isLessThanOrEqualTo(found.grade().score().percent());
        assertThat(found.highest()).isGreaterThanOrEqualTo(found.grade().score().percent());
        assertThat(test.stored(session)).isEqualTo(before);
        assertThatThrownBy(() -> test.practice.stability(ADA, id, 1))
                .isInstanceOf(SessionException.NoSuchQuestion.class);
    }

    @Test
    void otherWordsWaitUntilTheAnswerIsHandedIn() {
        InProgress session = test.practise(2);
        SessionId id = session.setup().id();
        test.practice.settle(ADA, id, 0);
        assertThat(test.practice.tryAgain(ADA, id, 0, "gate")).isPresent();
        assertThatThrownBy(() -> test.practice.tryAgain(ADA, id, 1, "gate"))
                .isInstanceOf(SessionException.WrongState.class);
    }

    @Test
    void otherWordsAreNoLongerThanAnAnswerAndNeedAReference() {
        InProgress session = handedIn("gate");
        SessionId id = session.setup().id();
        String longest = "x".repeat(DraftSave.LONGEST_ANSWER);
        assertThat(test.practice.tryAgain(ADA, id, 0, longest)).isPresent();
        assertThatThrownBy(() -> test.practice.tryAgain(ADA, id, 0, longest + "x"))
                .isInstanceOf(SessionException.AnswerTooLong.class);
        TestInterview own = new TestInterview(ownBank());
        InProgress both = own.start(2);
        own.interviewer.submit(ADA, both.setup().id());
        assertThatThrownBy(() -> own.practice.tryAgain(ADA, both.setup().id(), 1, "gate"))
                .isInstanceOf(SessionException.WrongState.class);
    }

    // ---- questions without a reference answer

    @Test
    void aQuestionWithoutAReferenceIsJudgedByTheCandidate() {
        TestInterview own = new TestInterview(ownBank());
        InProgress session = own.start(2);
        SessionId id = session.setup().id();
        own.save(session, 0, 0, "gate");
        own.save(session, 1, 0, "what I think of it");
        assertThatThrownBy(() -> own.corrections.judge(ADA, id, 1, Score.FULL))
                .isInstanceOf(SessionException.WrongState.class)
                .hasMessage("Question 2 has no handed-in answer.");
        own.interviewer.submit(ADA, id);
        assertThat(own.owed.gradeAll()).isZero();
        Session.Graded graded = (Session.Graded) own.stored(session);
        assertThat(graded.results().get(1).outcome()).isEqualTo(new Outcome.SelfOwed());
        assertThat(graded.score().orElseThrow().counted()).isEqualTo(1);
        own.clock.forward(Duration.ofSeconds(4));
        own.corrections.judge(ADA, id, 1, new Score(0.5));
        Session.Graded judged = (Session.Graded) own.corrections.judge(ADA, id, 1, new Score(0.25));
        assertThat(judged.results().get(1).outcome())
                .isEqualTo(new Outcome.SelfMarked(new Score(0.25), START.plusSeconds(4)));
        assertThat(judged.score().orElseThrow())
                .isEqualTo(new SessionScore(new Score(0.5), new Score(0.5), new Score(0.5), 2));
        assertThatThrownBy(() -> own.corrections.judge(ADA, id, 0, Score.FULL))
                .isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> own.corrections.judge(ADA, id, 2, Score.FULL))
                .isInstanceOf(SessionException.NoSuchQuestion.class);
    }

    @Test
    void aSessionOfOnlySuchQuestionsIsGradedAsItEndsAndHasNoScoreUntilJudged() {
        Question self = TestBank.selfGraded("topic", "self");
        TestInterview own = new TestInterview(new ItemBank(List.of(new Topic("topic", "Topic", 0, "")), List.of(self)));
        InProgress session = own.start(1);
        Session over = own.interviewer.submit(ADA, session.setup().id());
        assertThat(over).isInstanceOf(Session.Graded.class);
        assertThat(own.interviewer.history(ADA).get(0).score()).isEmpty();
        assertThat(own.store.reviews(ADA)).isEmpty();
    }

    @Test
    void anAnswerInAnotherLanguageIsHandedToTheCandidateWithTheReason() {
        InProgress session =
                handedIn("bell", "\u041a\u043e\u043b\u043e\u043a\u043e\u043b \u0437\u0432\u043e\u043d\u0438\u0442");
        test.owed.gradeAll();
        Session.Graded before = graded(session);
        Result unread = before.results().get(1);
        Question asked = before.setup().questions().get(1);
        assertThat(unread.outcome()).isEqualTo(new Outcome.SelfOwed());
        assertThat(unread.wasSkipped(asked)).isFalse();
        assertThat(unread.unread(asked)).contains("The model does not read this script, so you mark it yourself.");
        assertThat(before.results().get(0).unread(asked)).isEmpty();
        assertThat(before.score().orElseThrow().score().value()).isEqualTo(0.25);
        test.corrections.judge(ADA, session.setup().id(), 1, Score.FULL);
        assertThat(graded(session).score().orElseThrow().score().value()).isEqualTo(0.625);
    }

    private static ItemBank ownBank() {
        return new ItemBank(
                List.of(new Topic("topic", "Topic", 0, "")),
                List.of(TestBank.question("topic", "one"), TestBank.selfGraded("topic", "self")));
    }

    // ---- all attempts

    @Test
    void everyAttemptAtAQuestionIsListed() {
        QuestionId question = new QuestionId("topic-0", "question-0");
        Blueprint blueprint = new Blueprint(Mode.PRACTICE, List.of(), List.of(question), 1, new Pace.Untimed(), 1);
        for (String text : List.of("bell", "gate", "gate and bell")) {
            InProgress session = interviewer.start(ADA, blueprint);
            test.save(session, 0, 0, text);
            test.practice.settle(ADA, session.setup().id(), 0);
            clock.forward(Duration.ofDays(1));
        }
        assertThat(test.archive.attempts(ADA, question))
                .extracting(past -> past.result().score().orElseThrow().value())
                .containsExactly(0.25, 0.75, 1.0);
    }

    private InProgress handedIn(String... answers) {
        InProgress session = test.start(answers.length);
        for (int place = 0; place < answers.length; place++) {
            test.save(session, place, 0, answers[place]);
        }
        interviewer.submit(ADA, session.setup().id());
        return session;
    }

    private Session.Graded graded(InProgress session) {
        return (Session.Graded) test.stored(session);
    }

    private static final class DyingGrader implements Grader {
        @Override
        public Grade grade(Question question, String answer) {
            throw new OutOfMemoryError("as far as this test goes");
        }

        @Override
        public GraderStamp stamp() {
            return TestGrader.STAMP;
        }
    }

    private static final class CountingGrader implements Grader {
        private final TestGrader grader = new TestGrader();
        private int calls;
        private boolean mended;

        @Override
        public Grade grade(Question question, String answer) {
            calls++;
            return grader.grade(question, mended ? "gate" : answer);
        }

        @Override
        public GraderStamp stamp() {
            return TestGrader.STAMP;
        }
    }

    private final class DeletingGrader implements Grader {
        private final CandidateId candidate = ADA;
        private final SessionId id;

        DeletingGrader(SessionId id) {
            this.id = id;
        }

        @Override
        public Grade grade(Question question, String answer) {
            test.store.delete(candidate, id);
            return new TestGrader().grade(question, answer);
        }

        @Override
        public GraderStamp stamp() {
            return TestGrader.STAMP;
        }
    }
}
