package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rejoinder.session.TestClock.START;
import static rejoinder.session.TestInterview.ADA;
import static rejoinder.session.TestInterview.BEN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.SharedModel;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.embed.MeaningStore;
import rejoinder.plan.CandidateId;
import rejoinder.plan.LikenessByMeaning;

/** A session from the draw to the fixed answers; grading and review have tests of their own. */
class InterviewerTest {
    private final TestInterview test = new TestInterview(TestBank.bank(6, 6));
    private final TestClock clock = test.clock;
    private final Interviewer interviewer = test.interviewer;

    // ---- the start

    @Test
    void aStartDrawsQuestionsStartsTheClockAndIsKept() {
        InProgress session = test.start(4);
        assertThat(session.setup().questions()).hasSize(4);
        assertThat(session.countdown()).isEqualTo(new Countdown.RunsUntil(START.plus(Duration.ofMinutes(12))));
        assertThat(session.drafts()).hasSize(4).containsOnly(Draft.untouched(START));
        assertThat(test.stored(session)).isEqualTo(session);
    }

    @Test
    void theClockFollowsThePace() {
        assertThat(startWith(new Pace.Suggested(1.5)).countdown())
                .isEqualTo(new Countdown.RunsUntil(START.plus(Duration.ofMinutes(9))));
        assertThat(startWith(new Pace.Timed(Duration.ofSeconds(100))).countdown())
                .isEqualTo(new Countdown.RunsUntil(START.plusSeconds(100)));
        assertThat(startWith(new Pace.Untimed()).countdown()).isEqualTo(new Countdown.Unlimited());
    }

    private InProgress startWith(Pace pace) {
        return interviewer.start(ADA, TestInterview.blueprint(Mode.INTERVIEW, 2, pace));
    }

    @Test
    void whatIsHandedOutIsKnownToTheMillisecondAsItIsKept() {
        clock.set(START.plusNanos(123_456_789));
        InProgress session = test.start(1);
        assertThat(session.setup().startedAt()).isEqualTo(START.plusMillis(123));
        clock.forward(Duration.ofNanos(5_000_001));
        assertThat(test.save(session, 0, 0, "words").savedAt()).isEqualTo(START.plusMillis(128));
    }

    @Test
    @Tag("complaint-16")
    void questionsCountAsSeenFromTheStartAndDoNotComeAgainUntilNeeded() {
        Set<QuestionId> seen = new HashSet<>();
        for (int round = 0; round < 3; round++) {
            test.start(4).setup().questions().forEach(question -> seen.add(question.id()));
            clock.forward(Duration.ofSeconds(1));
        }
        assertThat(seen).hasSize(12);
        assertThat(test.start(4).setup().questions()).hasSize(4);
    }

    @Test
    @Tag("complaint-16")
    @Tag("model")
    void noInterviewAsksTheSameInOtherWords() {
        List<List<String>> twins = List.of(
                List.of("What is the difference between a list and a tuple?", "How do lists and tuples differ?"),
                List.of(
                        "What does the global interpreter lock do?",
                        "What is the global interpreter lock, and what does it do?"),
                List.of("How does CPython collect garbage?", "How does garbage collection work in CPython?"),
                List.of("What is a decorator in Python?", "What are decorators in Python?"));
        List<Question> questions = new ArrayList<>();
        for (List<String> pair : twins) {
            for (String prompt : pair) {
                questions.add(TestBank.withoutContext("python", "q" + questions.size(), prompt));
            }
        }
        ItemBank bank = new ItemBank(List.of(new Topic("python", "Python", 0, "")), questions);
        LikenessByMeaning likeness = new LikenessByMeaning(MeaningStore.of(SharedModel.embedder()));
        Interviewer asking = TestUseCases.of(
                        bank,
                        test.store,
                        test.candidates,
                        test.grading::get,
                        () -> likeness,
                        clock,
                        UUID.randomUUID()::toString)
                .interviewer();
        for (long seed = 0; seed < 20; seed++) {
            Blueprint blueprint =
                    new Blueprint(Mode.INTERVIEW, List.of(), List.of(), twins.size(), new Pace.Suggested(1), seed);
            List<String> asked = asking.draw(blueprint, question -> true).stream()
                    .map(Question::prompt)
                    .toList();
            assertThat(twins).allSatisfy(pair -> assertThat(asked).containsAnyElementsOf(pair));
        }
    }

    @Test
    void anotherCandidatesHistoryChangesNothing() {
        Blueprint blueprint = TestInterview.blueprint(Mode.INTERVIEW, 4, new Pace.Untimed());
        List<Question> first = interviewer.start(ADA, blueprint).setup().questions();
        assertThat(interviewer.start(BEN, blueprint).setup().questions()).isEqualTo(first);
    }

    @Test
    void aRefusedStartLeavesNothingBehind() {
        assertThatThrownBy(() -> test.start(13)).isInstanceOf(SessionException.TooFewQuestions.class);
        assertThat(interviewer.history(ADA)).isEmpty();
        assertThat(interviewer.lastAsked(ADA)).isEmpty();
    }

    @Test
    @Tag("complaint-15")
    void aLaterEditOfTheBankDoesNotReachASessionThatHasBegun() {
        InProgress session = test.start(1);
        Question asked = session.setup().questions().get(0);
        Question edited = TestBank.question(asked.id().topic(), asked.id().slug(), "Quite another question?");
        ItemBank bank = new ItemBank(List.of(new Topic(asked.id().topic(), "Edited", 0, "")), List.of(edited));
        Interviewer later = TestUseCases.of(bank, test.store, test.candidates, test.grading::get, clock, () -> "token")
                .interviewer();
        assertThat(later.open(ADA, session.setup().id()).setup().questions()).containsExactly(asked);
    }

    @Test
    void whatWasHandedOutLastIsTold() {
        InProgress session = test.start(1);
        assertThat(interviewer.lastAsked(ADA))
                .isEqualTo(Map.of(session.setup().questions().get(0).id(), START));
    }

    @Test
    void theHistorySaysWhichTopicsWereAskedAboutAndHowManyAnswersHaveText() {
        InProgress session = test.start(4);
        test.save(session, 0, 0, "some words");
        test.save(session, 1, 0, " \n ");
        test.save(session, 3, 0, "x");
        assertThat(interviewer.history(ADA).get(0).answered()).isEqualTo(2);
        interviewer.submit(ADA, session.setup().id());
        assertThat(interviewer.history(ADA).get(0).answered()).isEqualTo(2);
        test.owed.gradeAll();
        SessionSummary line = interviewer.history(ADA).get(0);
        assertThat(line.answered()).isEqualTo(2);
        assertThat(line.questions()).isEqualTo(4);
        assertThat(line.topics()).containsExactly("topic-0", "topic-1");
    }

    // ---- saving

    @Test
    void eachSaveRaisesTheRevisionAndRemembersTheLongestTime() {
        InProgress session = test.start(2);
        clock.forward(Duration.ofSeconds(7));
        DraftSave first =
                new DraftSave(1, 0, "first", true, Confidence.VERY_SURE, Duration.ofSeconds(6), session.writeLock());
        assertThat(interviewer.save(ADA, session.setup().id(), first).draft())
                .isEqualTo(new Draft(
                        "first", 1, START.plusSeconds(7), true, Confidence.VERY_SURE, Duration.ofSeconds(6), 0));
        DraftSave second =
                new DraftSave(1, 1, "second", false, Confidence.UNSAID, Duration.ofSeconds(2), session.writeLock());
        assertThat(interviewer.save(ADA, session.setup().id(), second).draft())
                .isEqualTo(new Draft(
                        "second", 2, START.plusSeconds(7), false, Confidence.UNSAID, Duration.ofSeconds(6), 0));
        assertThat(drafts(session)).extracting(Draft::text).containsExactly("", "second");
    }

    @Test
    void aSaveSentAgainIsHarmless() {
        InProgress session = test.start(1);
        test.save(session, 0, 0, "same");
        Draft again = test.save(session, 0, 0, "same");
        assertThat(again.revision()).isEqualTo(1);
        assertThat(again.text()).isEqualTo("same");
        assertThat(kept(session)).isEmpty();
    }

    @Test
    void aSaveThatChangesOnlyTheFlagIsANewRevision() {
        InProgress session = test.start(1);
        test.save(session, 0, 0, "same");
        DraftSave flag = new DraftSave(0, 1, "same", true, Confidence.NOT_SURE, Duration.ZERO, session.writeLock());
        Draft flagged = interviewer.save(ADA, session.setup().id(), flag).draft();
        assertThat(flagged.revision()).isEqualTo(2);
        assertThat(flagged.flagged()).isTrue();
    }

    @Test
    void aStaleSaveIsRefusedWithTheDraftAsItIsAndItsTextIsKeptOnce() {
        InProgress session = test.start(1);
        Draft current = test.save(session, 0, 0, "newer");
        for (int time = 0; time < 2; time++) {
            assertThatThrownBy(() -> test.save(session, 0, 0, "older"))
                    .isInstanceOfSatisfying(
                            SessionException.StaleDraft.class,
                            stale -> assertThat(stale.current()).isEqualTo(current));
        }
        assertThat(drafts(session)).containsExactly(current);
        assertThat(kept(session)).extracting(KeptVersion::text).containsExactly("older");
    }

    @Test
    void aSaveFromTheFutureIsStaleToo() {
        InProgress session = test.start(1);
        assertThatThrownBy(() -> test.save(session, 0, 3, "text")).isInstanceOf(SessionException.StaleDraft.class);
        assertThat(kept(session)).extracting(KeptVersion::text).containsExactly("text");
    }

    @Test
    void afterATakeOverTheOldWindowOnlyReadsAndItsTextIsKept() {
        InProgress session = test.start(1);
        test.save(session, 0, 0, "typed here");
        InProgress taken = interviewer.takeOver(ADA, session.setup().id());
        assertThat(taken.writeLock()).isNotEqualTo(session.writeLock());
        assertThatThrownBy(() -> test.save(session, 0, 1, "typed too late"))
                .isInstanceOf(SessionException.WriteLockTaken.class);
        assertThatThrownBy(() -> test.save(session, 0, 1, "typed too late"))
                .isInstanceOf(SessionException.WriteLockTaken.class);
        assertThatThrownBy(() -> test.save(session, 0, 1, "typed here"))
                .isInstanceOf(SessionException.WriteLockTaken.class);
        assertThatThrownBy(() -> test.save(session, 0, 1, "  ")).isInstanceOf(SessionException.WriteLockTaken.class);
        assertThat(kept(session)).extracting(KeptVersion::text).containsExactly("typed too late");
        Draft saved = interviewer
                .save(ADA, session.setup().id(), TestInterview.save(0, 1, "typed there", taken.writeLock()))
                .draft();
        assertThat(saved.revision()).isEqualTo(2);
    }

    @Test
    void anAnswerMayHaveTwentyThousandCharactersAndNotOneMore() {
        InProgress session = test.start(1);
        String longest = "x".repeat(20_000);
        assertThat(test.save(session, 0, 0, longest).text()).isEqualTo(longest);
        assertThatThrownBy(() -> test.save(session, 0, 1, longest + "x"))
                .isInstanceOf(SessionException.AnswerTooLong.class)
                .hasMessage("The answer has 20001 characters; at most 20000 are taken. Shorten it, or split off what"
                        + " does not belong.");
        assertThat(drafts(session)).extracting(Draft::revision).containsExactly(1L);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aPlaceThatIsNotThereIsRefused(int place) {
        InProgress session = test.start(2);
        SessionId id = session.setup().id();
        assertThatThrownBy(() -> test.save(session, place, 0, "text"))
                .isInstanceOf(SessionException.NoSuchQuestion.class)
                .hasMessage("This session has questions 1 to 2; there is no " + (place + 1L) + ".");
        assertThatThrownBy(() -> test.practice.settle(ADA, id, place)).isInstanceOf(SessionException.class);
        interviewer.submit(ADA, id);
        assertThatThrownBy(() -> test.save(session, place, 0, "text")).isInstanceOf(SessionException.class);
        assertThat(kept(session)).isEmpty();
    }

    // ---- the deadline

    @Test
    @Tag("complaint-8")
    void whatArrivesWithinTheNetworkAllowanceAfterTheDeadlineCounts() {
        InProgress session = test.start(1);
        clock.set(deadline(session).plusMillis(4_900));
        test.save(session, 0, 0, "just in time");
        clock.set(deadline(session).plusMillis(5_000));
        test.save(session, 0, 1, "still just in time");
        clock.set(deadline(session).plusMillis(5_100));
        Session.Submitted over =
                (Session.Submitted) interviewer.open(ADA, session.setup().id());
        assertThat(over.results().get(0).attempt().text()).isEqualTo("still just in time");
    }

    @Test
    void whatArrivesLaterIsKeptBesideTheAnswer() {
        InProgress session = test.start(1);
        test.save(session, 0, 0, "in time");
        clock.set(deadline(session).plusMillis(5_100));
        assertThatThrownBy(() -> test.save(session, 0, 1, "too late"))
                .isInstanceOf(SessionException.WrongState.class)
                .hasMessage("The time was over when this text arrived; it was kept as a version.");
        Session.Submitted over =
                (Session.Submitted) interviewer.open(ADA, session.setup().id());
        assertThat(over.results().get(0).attempt().text()).isEqualTo("in time");
        assertThatThrownBy(() -> test.save(session, 0, 1, "far too late"))
                .isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> test.save(session, 0, 1, "in time")).isInstanceOf(SessionException.WrongState.class);
        assertThat(kept(session)).extracting(KeptVersion::text).containsExactly("too late", "far too late");
    }

    @Test
    @Tag("complaint-7")
    void aSessionThatRanOutIsClosedWithoutABrowserAndEndedAtItsDeadline() {
        InProgress session = test.start(2);
        test.save(session, 0, 0, "typed");
        clock.set(deadline(session).plusMillis(5_000));
        assertThat(test.overdue.closeAll()).isZero();
        clock.forward(Duration.ofMillis(1));
        assertThat(test.overdue.closeAll()).isEqualTo(1);
        clock.forward(Duration.ofDays(3));
        assertThat(test.overdue.closeAll()).isZero();
        Session.Submitted over = (Session.Submitted) test.stored(session);
        assertThat(over.ending())
                .isEqualTo(new Session.Ending(deadline(session), Session.EndedBy.DEADLINE, Duration.ZERO));
        assertThat(over.results().get(0).attempt())
                .isEqualTo(new Attempt.Answered("typed", deadline(session), Duration.ofSeconds(1), Confidence.UNSAID));
        assertThat(over.results().get(1).attempt())
                .isEqualTo(new Attempt.Empty(deadline(session), Duration.ZERO, Confidence.UNSAID));
    }

    @Test
    void theHistoryClosesWhatRanOut() {
        InProgress session = test.start(1);
        clock.set(deadline(session).plusSeconds(6));
        assertThat(interviewer.history(ADA)).extracting(SessionSummary::state).containsExactly(Session.State.SUBMITTED);
    }

    @Test
    void aRestartLeavesTheSameTime() {
        InProgress session = test.start(1);
        clock.forward(Duration.ofSeconds(100));
        assertThat(test.restarted().interviewer().open(ADA, session.setup().id()))
                .isEqualTo(session);
    }

    @Test
    void oneSessionThatCannotBeClosedDoesNotKeepTheOthersOpen() {
        InProgress first = test.start(1);
        InProgress second = test.start(1);
        clock.set(deadline(second).plusSeconds(6));
        SessionStore failing = new FailingFor(test.store, first.setup().id());
        OverdueCloser shaken = new OverdueCloser(failing, new LeasesOfOneServer(), new SessionClock(clock));
        assertThat(shaken.closeAll()).isEqualTo(1);
        assertThat(test.stored(first)).isInstanceOf(InProgress.class);
        assertThat(test.stored(second)).isInstanceOf(Session.Submitted.class);
        assertThat(test.overdue.closeAll()).isEqualTo(1);
    }

    // ---- pauses

    @Test
    void aPauseStopsTheClockAndIsRecorded() {
        InProgress session = test.start(1);
        SessionId id = session.setup().id();
        clock.forward(Duration.ofMinutes(1));
        assertThat(interviewer.pause(ADA, id).countdown())
                .isEqualTo(new Countdown.StoppedAt(Duration.ofMinutes(2), START.plusSeconds(60)));
        clock.forward(Duration.ofHours(5));
        assertThat(test.overdue.closeAll()).isZero();
        assertThat(test.restarted().interviewer().open(ADA, id)).isInstanceOf(InProgress.class);
        InProgress resumed = interviewer.resume(ADA, id);
        assertThat(resumed.countdown())
                .isEqualTo(new Countdown.RunsUntil(clock.instant().plusSeconds(120)));
        clock.forward(Duration.ofSeconds(10));
        Session.Submitted over = (Session.Submitted) interviewer.submit(ADA, id);
        assertThat(over.ending())
                .isEqualTo(new Session.Ending(clock.instant(), Session.EndedBy.CANDIDATE, Duration.ofHours(5)));
        assertThat(interviewer.history(ADA).get(0).used()).isEqualTo(Duration.ofSeconds(70));
    }

    @Test
    void anInterviewCanBePausedTwice() {
        SessionId id = test.start(1).setup().id();
        for (int time = 0; time < 2; time++) {
            interviewer.pause(ADA, id);
            clock.forward(Duration.ofSeconds(30));
            assertThat(interviewer.resume(ADA, id).pauses()).isEqualTo(time + 1);
        }
        assertThatThrownBy(() -> interviewer.pause(ADA, id))
                .isInstanceOf(SessionException.WrongState.class)
                .hasMessage("An interview can be paused 2 times; it was.");
        assertThat(((InProgress) interviewer.open(ADA, id)).paused()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void onlyARunningClockCanBeStoppedAndOnlyAStoppedOneGoesOn() {
        SessionId unlimited = test.practise(1).setup().id();
        assertThatThrownBy(() -> interviewer.pause(ADA, unlimited)).isInstanceOf(SessionException.WrongState.class);
        InProgress timed = test.start(1);
        SessionId id = timed.setup().id();
        assertThatThrownBy(() -> interviewer.resume(ADA, id)).isInstanceOf(SessionException.WrongState.class);
        interviewer.pause(ADA, id);
        assertThatThrownBy(() -> interviewer.pause(ADA, id)).isInstanceOf(SessionException.WrongState.class);
        interviewer.resume(ADA, id);
        clock.set(deadline(timed));
        assertThatThrownBy(() -> interviewer.pause(ADA, id))
                .isInstanceOf(SessionException.WrongState.class)
                .hasMessage("The time is over.");
    }

    @Test
    void aSaveThatArrivesWhileTheClockIsStoppedCounts() {
        InProgress session = test.start(1);
        interviewer.pause(ADA, session.setup().id());
        assertThat(test.save(session, 0, 0, "was under way").revision()).isEqualTo(1);
    }

    @Test
    void aSessionHandedInWhilePausedCountsTheLastPauseToo() {
        InProgress session = test.start(1);
        clock.forward(Duration.ofSeconds(20));
        interviewer.pause(ADA, session.setup().id());
        clock.forward(Duration.ofMinutes(5));
        Session.Submitted over =
                (Session.Submitted) interviewer.submit(ADA, session.setup().id());
        assertThat(over.ending().by()).isEqualTo(Session.EndedBy.CANDIDATE);
        assertThat(over.ending().paused()).isEqualTo(Duration.ofMinutes(5));
        assertThat(interviewer.history(ADA).get(0).used()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aClockThatGoesBackwardsTakesNoTimeAwayAndBreaksNothing() {
        InProgress session = test.start(1);
        SessionId id = session.setup().id();
        clock.forward(Duration.ofMinutes(1));
        interviewer.pause(ADA, id);
        clock.backward(Duration.ofHours(2));
        InProgress resumed = interviewer.resume(ADA, id);
        assertThat(resumed.countdown())
                .isEqualTo(new Countdown.RunsUntil(clock.instant().plusSeconds(120)));
        assertThat(resumed.paused()).isEqualTo(Duration.ZERO);
        clock.backward(Duration.ofHours(2));
        assertThat(test.save(resumed, 0, 0, "still taken").revision()).isEqualTo(1);
        interviewer.submit(ADA, id);
        assertThat(interviewer.history(ADA).get(0).used()).isEqualTo(Duration.ZERO);
    }

    // ---- the end

    @Test
    void handingInTwiceChangesNothing() {
        InProgress session = test.start(2);
        test.save(session, 0, 0, "gate");
        clock.forward(Duration.ofSeconds(30));
        Session first = interviewer.submit(ADA, session.setup().id());
        clock.forward(Duration.ofSeconds(30));
        assertThat(interviewer.submit(ADA, session.setup().id())).isEqualTo(first);
        assertThat(first).isInstanceOfSatisfying(Session.Submitted.class, over -> {
            assertThat(over.ending())
                    .isEqualTo(new Session.Ending(START.plusSeconds(30), Session.EndedBy.CANDIDATE, Duration.ZERO));
            assertThat(over.results()).extracting(Result::outcome).containsOnly(new Outcome.Owed());
        });
    }

    @Test
    void handingInAfterTheDeadlineEndsAtTheDeadline() {
        InProgress session = test.start(1);
        clock.set(deadline(session).plusSeconds(3));
        Session.Submitted over =
                (Session.Submitted) interviewer.submit(ADA, session.setup().id());
        assertThat(over.ending())
                .isEqualTo(new Session.Ending(deadline(session), Session.EndedBy.DEADLINE, Duration.ZERO));
    }

    @Test
    void nothingButReadingIsPossibleAfterwards() {
        InProgress session = test.start(1);
        SessionId id = session.setup().id();
        Session over = interviewer.submit(ADA, id);
        assertThatThrownBy(() -> interviewer.pause(ADA, id)).isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> interviewer.resume(ADA, id)).isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> interviewer.takeOver(ADA, id)).isInstanceOf(SessionException.WrongState.class);
        assertThatThrownBy(() -> test.practice.settle(ADA, id, 0)).isInstanceOf(SessionException.WrongState.class);
        assertThat(interviewer.open(ADA, id)).isEqualTo(over);
    }

    @Test
    void aMoveAfterTheTimeRanOutHandsInWhatWasTypedInstead() {
        InProgress session = test.start(1);
        test.save(session, 0, 0, "typed");
        clock.set(deadline(session).plusSeconds(6));
        assertThatThrownBy(() -> interviewer.takeOver(ADA, session.setup().id()))
                .isInstanceOf(SessionException.WrongState.class)
                .hasMessage("The time was over; what was typed until then is handed in.");
        assertThat(test.stored(session)).isInstanceOf(Session.Submitted.class);
    }

    @Test
    void anotherCandidatesSessionIsNotThere() {
        SessionId id = test.start(1).setup().id();
        CandidateId other = BEN;
        assertThatThrownBy(() -> interviewer.open(other, id)).isInstanceOf(SessionException.NoSuchSession.class);
        assertThatThrownBy(() -> interviewer.submit(other, id)).isInstanceOf(SessionException.NoSuchSession.class);
        assertThatThrownBy(() -> interviewer.delete(other, id)).isInstanceOf(SessionException.NoSuchSession.class);
        assertThatThrownBy(() -> interviewer.save(other, id, TestInterview.save(0, 0, "text", "writeLock")))
                .isInstanceOf(SessionException.NoSuchSession.class);
        assertThat(interviewer.open(ADA, id)).isInstanceOf(InProgress.class);
    }

    @Test
    void aDeletedSessionIsGone() {
        SessionId id = test.start(1).setup().id();
        interviewer.delete(ADA, id);
        assertThatThrownBy(() -> interviewer.open(ADA, id)).isInstanceOf(SessionException.NoSuchSession.class);
        assertThatThrownBy(() -> interviewer.delete(ADA, id)).isInstanceOf(SessionException.NoSuchSession.class);
        assertThat(interviewer.history(ADA)).isEmpty();
    }

    private List<Draft> drafts(InProgress session) {
        return ((InProgress) test.stored(session)).drafts();
    }

    private List<KeptVersion> kept(InProgress session) {
        return interviewer.kept(ADA, session.setup().id());
    }

    private static Instant deadline(InProgress session) {
        return session.setup()
                .startedAt()
                .plus(Duration.ofMinutes(3)
                        .multipliedBy(session.setup().questions().size()));
    }
}
