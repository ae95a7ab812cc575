package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static rejoinder.session.TestBank.question;
import static rejoinder.session.TestBank.selfGraded;
import static rejoinder.session.TestClock.START;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Drilled;
import rejoinder.plan.Hints;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;
import rejoinder.plan.ReviewLog;

/** What every place for sessions keeps to. */
public abstract class SessionStoreContract {
    protected static final CandidateId ADA = new CandidateId("ada");
    protected static final CandidateId BEN = new CandidateId("ben");
    private static final String WRITE_LOCK = "writeLock";
    private static final Question ONE = question("topic-0", "one");
    private static final Question TWO = question("topic-1", "two");
    private static final Question SELF = selfGraded("topic-1", "self");

    /** The store of this test, empty at its start. */
    protected abstract SessionStore store();

    /** The reviews beside it. */
    protected abstract ReviewLog reviews();

    /** The same sessions as a later start of the program finds them. */
    protected abstract SessionStore reopened();

    // ---- what is written is read back

    static List<Blueprint> blueprints() {
        List<Blueprint.Quota> quotas = List.of(new Blueprint.Quota("topic-1", 1), new Blueprint.Quota("topic-0", 0));
        return List.of(
                new Blueprint(Mode.INTERVIEW, quotas, List.of(), 2, new Pace.Suggested(1.5), Long.MIN_VALUE),
                new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 2, new Pace.Suggested(1 / 3.0), Long.MAX_VALUE),
                new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 2, new Pace.Suggested(1), 1, true, true),
                new Blueprint(Mode.PRACTICE, List.of(), List.of(TWO.id(), ONE.id()), 2, new Pace.Untimed(), 0),
                new Blueprint(Mode.PRACTICE, List.of(), List.of(), 2, new Pace.Timed(Duration.ofMillis(61_001)), -1));
    }

    @ParameterizedTest
    @MethodSource("blueprints")
    void aNewSessionIsFoundAsItBegan(Blueprint blueprint) {
        SessionSetup setup =
                new SessionSetup(new SessionId("s"), ADA, blueprint, List.of(TWO, ONE), START.plusMillis(7));
        InProgress session = InProgress.begin(setup, WRITE_LOCK);
        store().begin(session);
        assertThat(store().find(ADA, new SessionId("s"))).contains(session);
        assertThat(reopened().find(ADA, new SessionId("s"))).contains(session);
    }

    @Test
    void aStartWithTheKeyOfAnEarlierOneGivesThatSession() {
        Blueprint blueprint = blueprints().get(0);
        InProgress first = InProgress.begin(
                new SessionSetup(new SessionId("s"), ADA, blueprint, List.of(TWO, ONE), START), WRITE_LOCK);
        InProgress again = InProgress.begin(
                new SessionSetup(new SessionId("t"), ADA, blueprint, List.of(ONE, TWO), START), WRITE_LOCK);
        InProgress others = InProgress.begin(
                new SessionSetup(new SessionId("u"), BEN, blueprint, List.of(ONE, TWO), START), WRITE_LOCK);
        assertThat(store().begin(first, "key")).isEqualTo(new SessionId("s"));
        assertThat(store().begin(again, "key")).isEqualTo(new SessionId("s"));
        assertThat(store().begin(others, "key")).isEqualTo(new SessionId("u"));
        assertThat(store().find(ADA, new SessionId("s"))).contains(first);
        assertThat(store().find(ADA, new SessionId("t"))).isEmpty();
        assertThat(store().begin(again, "another key")).isEqualTo(new SessionId("t"));
        assertThat(store().history(ADA)).hasSize(2);
    }

    @Test
    void aTakenIdIsRefusedAndTheFirstSessionStays() {
        InProgress first = begin(ADA, "s", START, ONE);
        assertThatThrownBy(() -> begin(BEN, "s", START, TWO)).isInstanceOf(IllegalStateException.class);
        assertThat(find("s")).isEqualTo(first);
        assertThat(store().history(BEN)).isEmpty();
    }

    @Test
    void anEditedQuestionDoesNotRewriteHistoryEvenWhereItsRevisionStaysTheSame() {
        Question edited = new Question(
                ONE.id(),
                ONE.prompt(),
                ONE.context(),
                ONE.difficulty(),
                Duration.ofSeconds(100, 5),
                List.of(),
                ONE.referenceAnswers(),
                ONE.keyPoints(),
                ONE.misconceptions(),
                "Another follow-up?",
                ONE.sources(),
                false);
        assertThat(edited.revision()).isEqualTo(ONE.revision());
        begin(ADA, "before", START, ONE);
        begin(ADA, "after", START, edited);
        assertThat(find("before").setup().questions()).containsExactly(ONE);
        assertThat(find("after").setup().questions()).containsExactly(edited);
        assertThat(reopened()
                        .find(ADA, new SessionId("after"))
                        .orElseThrow()
                        .setup()
                        .questions())
                .containsExactly(edited);
    }

    static Stream<String> texts() {
        return Stream.of(
                "",
                " \t\r\n ",
                "a\u0000b\u0000",
                "\u0000",
                "emoji \uD83D\uDE00 and family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "half a pair \uD83D",
                "\uDE00 the other half",
                "the wrong way round \uDE00\uD83D\uD83D\uDE00",
                "\u0010 escaped \u00100041 \u0010\u0010",
                "\u0645\u0631\u062D\u0628\u0627 \u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD",
                "e\u0301 is not \u00E9, \uFFFF \uFFFE \uFEFF",
                "'); drop table session; -- :session ?",
                "x".repeat(19_999) + "\uD83D",
                "\u0000\u0010".repeat(10_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void everyTextIsKeptToTheCharacter(String text) {
        begin(ADA, "s", START, question("topic-0", "one", "Prompt " + text));
        save("s", 0, text);
        Session.Graded graded = grade("s", text);
        Correction.Given said = new Correction.Given(0, "gate", new Score(0.5), text, START);
        store().change(
                        ADA,
                        new SessionId("s"),
                        session -> new Change<>(
                                session.correct(said), "", List.of(new KeptVersion(0, text, START, text))));
        SessionStore later = reopened();
        assertThat(later.find(ADA, new SessionId("s")))
                .contains(new Session.Graded(graded.setup(), graded.ending(), graded.results(), List.of(said)));
        assertThat(later.kept(ADA, new SessionId("s"))).containsExactly(new KeptVersion(0, text, START, text));
        assertThat(graded.results().get(0).attempt().text()).isEqualTo(text.isBlank() ? "" : text);
    }

    @Test
    void everythingThatADraftHoldsIsReadBack() {
        begin(ADA, "s", START, ONE, TWO);
        DraftSave save = new DraftSave(
                1, 0, "It opens the gate", true, Confidence.RATHER_SURE, Duration.ofMillis(12_345), WRITE_LOCK);
        Session saved =
                step("s", open -> open.save(save, START.plusMillis(20_001)).next());
        assertThat(find("s")).isEqualTo(saved);
        assertThat(((InProgress) find("s")).drafts().get(1))
                .isEqualTo(new Draft(
                        "It opens the gate",
                        1,
                        START.plusMillis(20_001),
                        true,
                        Confidence.RATHER_SURE,
                        Duration.ofMillis(12_345),
                        0));
    }

    static Stream<Function<InProgress, Session>> turns() {
        return Stream.of(
                open -> open,
                open -> open.pause(START.plusSeconds(20)),
                open -> open.pause(START.plusSeconds(20)).resume(START.plusSeconds(23)),
                open -> open.handWriteLockTo("another window"),
                open -> open.submit(START.plusSeconds(30)));
    }

    @ParameterizedTest
    @MethodSource("turns")
    void aSaveOfOneDraftDoesWhatItDoesToTheWholeSession(Function<InProgress, Session> turn) {
        int n = 0;
        for (Blueprint blueprint : blueprints()) {
            String whole = "whole-" + n;
            String alone = "alone-" + n++;
            for (String id : List.of(whole, alone)) {
                SessionSetup setup = new SessionSetup(new SessionId(id), ADA, blueprint, List.of(TWO, ONE), START);
                store().begin(InProgress.begin(setup, WRITE_LOCK));
                save(id, 1, "typed before");
                step(id, open -> turned(turn, open));
            }
            // in time, within the allowance, in the overtime if there is any, and long after
            for (int seconds : List.of(31, 64, 67, 123, 361, 367, 541, 546, 100_000)) {
                Instant now = START.plusSeconds(seconds);
                for (DraftSave save : saves(find(whole), "after " + seconds)) {
                    assertThat(told(saved(alone, save, now))).isEqualTo(told(savedInWhole(whole, save, now)));
                }
            }
            assertThat(InProgress.of(find(alone)).map(InProgress::drafts))
                    .isEqualTo(InProgress.of(find(whole)).map(InProgress::drafts));
            assertThat(find(alone).handedIn()).isEqualTo(find(whole).handedIn());
            assertThat(store().kept(ADA, new SessionId(alone))).isEqualTo(store().kept(ADA, new SessionId(whole)));
        }
        for (SessionSummary line : store().history(ADA)) {
            assertThat(line.answered()).isEqualTo(find(line.id().value()).answered());
        }
    }

    private static Session turned(Function<InProgress, Session> turn, InProgress open) {
        try {
            return turn.apply(open);
        } catch (SessionException.WrongState withoutClock) {
            return open;
        }
    }

    private static List<DraftSave> saves(Session session, String text) {
        long revision = InProgress.of(session)
                .map(open -> open.drafts().get(0).revision())
                .orElse(0L);
        DraftSave next = new DraftSave(0, revision, text, true, Confidence.UNSAID, Duration.ofSeconds(3), WRITE_LOCK);
        DraftSave blank = new DraftSave(
                1,
                1,
                " ",
                false,
                Confidence.VERY_SURE,
                Duration.ofSeconds(1),
                InProgress.of(session).map(InProgress::writeLock).orElse(WRITE_LOCK));
        DraftSave stale =
                new DraftSave(0, revision, "stale " + text, false, Confidence.UNSAID, Duration.ZERO, next.writeLock());
        // the second time it is sent again because nobody heard the answer
        return List.of(next, next, stale, blank);
    }

    private static String told(SaveResult result) {
        return result instanceof SaveResult.Refused refused ? String.valueOf(refused.reason()) : result.toString();
    }

    private SaveResult savedInWhole(String id, DraftSave save, Instant now) {
        return store().change(
                        ADA,
                        new SessionId(id),
                        session -> InProgress.of(session)
                                .map(open -> open.save(save, now))
                                .orElseGet(() -> {
                                    DraftPlace.Saving saving =
                                            session.place(save.place()).save(save, now);
                                    return new Change<>(session, saving.result(), saving.kept());
                                }));
    }

    @Test
    void aSaveOfAPlaceThatIsNotThereOrOfAnothersSessionIsRefused() {
        begin(ADA, "s", START, ONE, TWO);
        for (int place : List.of(-1, 2, Integer.MAX_VALUE)) {
            DraftSave save = new DraftSave(place, 0, "text", false, Confidence.UNSAID, Duration.ZERO, WRITE_LOCK);
            assertThatThrownBy(() -> saved("s", save, START))
                    .isInstanceOf(SessionException.NoSuchQuestion.class)
                    .hasMessage("This session has questions 1 to 2; there is no " + (place + 1L) + ".");
        }
        DraftSave save = new DraftSave(0, 0, "text", false, Confidence.UNSAID, Duration.ZERO, WRITE_LOCK);
        assertThatThrownBy(() -> store().save(BEN, new SessionId("s"), 0, place -> place.save(save, START)))
                .isInstanceOf(SessionException.NoSuchSession.class);
        assertThatThrownBy(() -> saved("t", save, START)).isInstanceOf(SessionException.NoSuchSession.class);
    }

    @Test
    void hintsTheCandidatesRatingAndTheWishToBeAskedAgainAreReadBack() {
        beginPractice(ADA, "s", START, ONE, TWO);
        step("s", open -> open.hint(0, 2));
        assertThat(((InProgress) find("s")).drafts().get(0).hints()).isEqualTo(1);
        save("s", 0, "gate");
        step("s", open -> open.settle(0, START.plusSeconds(5)));
        PracticeNotes said = new PracticeNotes(1, Optional.of(Rating.AGAIN), true);
        Session rated = practiceNotes("s", 0, said);
        assertThat(find("s")).isEqualTo(rated);
        assertThat(reopened()
                        .find(ADA, new SessionId("s"))
                        .orElseThrow()
                        .result(0)
                        .orElseThrow()
                        .practiceNotes())
                .isEqualTo(said);
        grade("s");
        assertThat(find("s").result(0).orElseThrow().practiceNotes()).isEqualTo(said);
        assertThat(find("s").result(1).orElseThrow().practiceNotes()).isEqualTo(PracticeNotes.NONE);
    }

    @Test
    void aReviewThatComesLateStandsWhereItBelongsInTheLog() {
        begin(ADA, "late", START.plusSeconds(500), ONE);
        begin(ADA, "early", START, TWO);
        grade("late", "gate");
        assertThat(reviews().reviews(ADA)).extracting(Review::question).containsExactly(ONE.id());
        grade("early", "bell");
        assertThat(reviews().reviews(ADA)).extracting(Review::question).containsExactly(TWO.id(), ONE.id());
        assertThat(store().delete(ADA, new SessionId("early"))).isTrue();
        assertThat(reviews().reviews(ADA)).extracting(Review::question).containsExactly(ONE.id());
        begin(ADA, "last", START.plusSeconds(900), TWO);
        grade("last", "bell");
        assertThat(reviews().reviews(ADA)).extracting(Review::question).containsExactly(ONE.id(), TWO.id());
        assertThat(reviews().reviews(BEN)).isEmpty();
    }

    @Test
    void theCandidatesRatingStandsInTheReviewUntilItIsTakenBack() {
        begin(ADA, "s", START, ONE);
        grade("s", "gate bell");
        assertThat(reviews().reviews(ADA)).extracting(Review::rating).containsExactly(Rating.EASY);
        practiceNotes("s", 0, new PracticeNotes(0, Optional.of(Rating.HARD), false));
        assertThat(reviews().reviews(ADA)).extracting(Review::rating).containsExactly(Rating.HARD);
        correct("s", new Correction.Given(0, Correction.WHOLE_ANSWER, Score.ZERO, "", START));
        assertThat(reviews().reviews(ADA)).extracting(Review::rating).containsExactly(Rating.HARD);
        assertThat(reviews().reviews(ADA)).extracting(Review::score).containsExactly(Score.ZERO);
        practiceNotes("s", 0, PracticeNotes.NONE);
        assertThat(reviews().reviews(ADA)).extracting(Review::rating).containsExactly(Rating.AGAIN);
    }

    private Session practiceNotes(String id, int place, PracticeNotes practiceNotes) {
        return store().change(ADA, new SessionId(id), session -> {
            Session next =
                    session.replace(place, result -> new Result(result.attempt(), result.outcome(), practiceNotes));
            return Change.to(next, next);
        });
    }

    @Test
    void aSessionIsReadBackInEveryStateItGoesThrough() {
        begin(ADA, "s", START, ONE, TWO, SELF);
        List<Function<InProgress, Session>> steps = List.of(
                open -> open.pause(START.plusSeconds(10)),
                open -> open.handWriteLockTo("another write lock"),
                open -> open.resume(START.plusSeconds(40)),
                open -> open.save(
                                new DraftSave(
                                        0,
                                        0,
                                        "gate blah um",
                                        false,
                                        Confidence.NOT_SURE,
                                        Duration.ZERO,
                                        "another write lock"),
                                START.plusSeconds(50))
                        .next(),
                open -> open.pause(START.plusSeconds(60)),
                open -> open.submit(START.plusSeconds(75)));
        for (Function<InProgress, Session> step : steps) {
            Session next = step("s", step);
            assertThat(find("s")).isEqualTo(next);
        }
        assertThat(find("s")).isInstanceOf(Session.Submitted.class);
        Session.Graded graded = write("s", grades(find("s")));
        assertThat(find("s")).isEqualTo(graded);
        assertThat(graded.ending())
                .isEqualTo(
                        new Session.Ending(START.plusSeconds(75), Session.EndedBy.CANDIDATE, Duration.ofSeconds(45)));
        Session judged = store().change(ADA, new SessionId("s"), session -> {
            Session next = session.replace(
                    2,
                    result -> new Result(
                            result.attempt(), new Outcome.SelfMarked(new Score(0.3), START.plusSeconds(80))));
            return Change.to(next, next);
        });
        assertThat(find("s")).isEqualTo(judged);
        assertThat(reopened().find(ADA, new SessionId("s"))).contains(judged);
    }

    @Test
    void aPracticeRoundIsReadBackWithWhatIsSettled() {
        beginPractice(ADA, "s", START, ONE, TWO, SELF);
        save("s", 1, "no gate, half-bell");
        step("s", open -> open.settle(1, START.plusSeconds(5)));
        Session settled = step("s", open -> open.settle(2, START.plusSeconds(6)));
        assertThat(find("s")).isEqualTo(settled);
        Map<Integer, Grade> grades = grades(settled);
        Session graded = store().change(ADA, new SessionId("s"), session -> {
            Session next = written(session, grades, START.plusSeconds(7));
            return Change.to(next, next);
        });
        assertThat(reopened().find(ADA, new SessionId("s"))).contains(graded);
        assertThat(graded.result(1).flatMap(Result::score)).contains(new Score(0.125));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aGradeIsReadBackToTheLastBit(long seed) {
        begin(ADA, "s", START, ONE, TWO);
        save("s", 0, "something");
        Session submitted = step("s", open -> open.submit(START.plusSeconds(9)));
        RandomGrades random = new RandomGrades(seed);
        Session.Graded graded = write("s", Map.of(0, random.grade(ONE), 1, random.grade(TWO)));
        assertThat(submitted).isInstanceOf(Session.Submitted.class);
        assertThat(reopened().find(ADA, new SessionId("s"))).contains(graded);
    }

    // ---- changes

    @Test
    void aStepThatThrowsChangesNothingAndItsExceptionGoesOn() {
        InProgress session = begin(ADA, "s", START, ONE);
        SessionException told = new SessionException.WrongState("No.");
        assertThatThrownBy(() -> store().change(ADA, new SessionId("s"), current -> {
                    throw told;
                }))
                .isSameAs(told);
        assertThat(find("s")).isEqualTo(session);
    }

    @Test
    void aStepCannotChangeWhatWasAskedOrTakeACorrectionAway() {
        begin(ADA, "s", START, ONE);
        Session.Graded graded = grade("s", "gate");
        Correction said = new Correction.Withdrawn(0, "gate", START);
        Session.Graded corrected = new Session.Graded(graded.setup(), graded.ending(), graded.results(), List.of(said));
        store().change(ADA, new SessionId("s"), session -> Change.to(corrected, ""));
        assertThatThrownBy(() -> store().change(ADA, new SessionId("s"), session -> Change.to(graded, "")))
                .isInstanceOf(IllegalStateException.class);
        SessionSetup other = begin(ADA, "t", START, TWO).setup();
        Session.Graded elsewhere =
                new Session.Graded(other, graded.ending(), graded.results(), corrected.corrections());
        assertThatThrownBy(() -> store().change(ADA, new SessionId("s"), session -> Change.to(elsewhere, "")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(find("s")).isEqualTo(corrected);
    }

    @Test
    void noUpdateIsLostWhenManyThreadsChangeOneSession() throws InterruptedException, ExecutionException {
        begin(ADA, "s", START, ONE, TWO);
        int threads = 8;
        int changes = 25;
        int all = threads * changes;
        Callable<String> work = () -> {
            for (int i = 0; i < changes; i++) {
                step("s", open -> appendX(open));
            }
            return "";
        };
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (Future<String> done : pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(n -> work).toList())) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
        Draft draft = ((InProgress) find("s")).drafts().get(0);
        assertThat(draft.revision()).isEqualTo(all);
        assertThat(draft.text()).isEqualTo("x".repeat(all));
    }

    private static Session appendX(InProgress open) {
        Draft draft = open.drafts().get(0);
        return open.save(
                        new DraftSave(
                                0,
                                draft.revision(),
                                draft.text() + "x",
                                false,
                                Confidence.UNSAID,
                                Duration.ZERO,
                                open.writeLock()),
                        START)
                .next();
    }

    @Test
    void textsKeptBesideAreListedInTheirOrderAndNoneTwice() {
        begin(ADA, "s", START, ONE, TWO);
        KeptVersion first = new KeptVersion(0, "first", START, "why");
        KeptVersion second = new KeptVersion(0, "second", START.minusSeconds(5), "why");
        keep("s", first, second);
        keep("s", new KeptVersion(0, "first", START.plusSeconds(9), "why again"));
        KeptVersion elsewhere = new KeptVersion(1, "first", START, "why");
        keep("s", elsewhere);
        assertThat(store().kept(ADA, new SessionId("s"))).containsExactly(first, second, elsewhere);
    }

    @Test
    void ofMoreVersionsThanAreKeptTheOldestAreJoinedAndNoWordIsLost() {
        begin(ADA, "s", START, ONE, TWO);
        keep("s", new KeptVersion(1, "elsewhere", START, "why"));
        for (int n = 1; n <= KeptVersion.MOST + 3; n++) {
            keep("s", new KeptVersion(0, "version " + n + ".", START.plusSeconds(n), "why"));
        }
        List<KeptVersion> kept = store().kept(ADA, new SessionId("s"));
        assertThat(kept).hasSize(KeptVersion.MOST + 1);
        assertThat(kept.get(0).text()).isEqualTo("elsewhere");
        assertThat(kept.get(1))
                .isEqualTo(new KeptVersion(
                        0,
                        "version 1.\n\nversion 2.\n\nversion 3.\n\nversion 4.",
                        START.plusSeconds(4),
                        "The oldest versions, joined."));
        assertThat(kept.get(2).text()).isEqualTo("version 5.");
        assertThat(kept.get(KeptVersion.MOST).text()).isEqualTo("version 23.");
    }

    // ---- lists

    @Test
    void theHistoryListsTheNewestFirstAndSaysWhatEachSessionSays() {
        begin(ADA, "old", START, ONE, TWO);
        begin(ADA, "b", START.plusSeconds(60), SELF);
        begin(ADA, "a", START.plusSeconds(60), TWO, ONE, SELF);
        beginPractice(ADA, "new", START.plusSeconds(120), ONE);
        save("old", 0, "half-gate and bell");
        grade("old");
        save("a", 1, "gate");
        step("a", open -> open.pause(START.plusSeconds(70)));
        step("a", open -> open.submit(START.plusSeconds(90)));
        save("new", 0, "something");
        save("new", 0, "   ");
        grade("b", "mine");
        List<SessionSummary> history = store().history(ADA);
        assertThat(history).extracting(it -> it.id().value()).containsExactly("new", "b", "a", "old");
        assertThat(history)
                .isEqualTo(history.stream()
                        .map(it -> SessionSummary.of(find(it.id().value())))
                        .toList());
        assertThat(history.get(0).answered()).isZero();
        assertThat(history.get(2).used()).isEqualTo(Duration.ofSeconds(10));
        assertThat(history.get(3).score().orElseThrow().score()).isEqualTo(new Score(0.3125));
    }

    @Test
    void aPartOfTheHistoryIsItsNewestLinesAndSaysHowManyThereAre() {
        begin(ADA, "scored", START, ONE, TWO);
        begin(ADA, "open", START.plusSeconds(60), SELF);
        beginPractice(ADA, "round", START.plusSeconds(120), ONE);
        begin(BEN, "his", START.plusSeconds(180), ONE);
        save("scored", 0, "half-gate and bell");
        grade("scored");
        step("round", open -> open.submit(START.plusSeconds(150)));
        assertThat(part(HistoryFilter.ALL, 2)).containsExactly("round", "open");
        assertThat(part(HistoryFilter.ALL, 0)).isEmpty();
        assertThat(store().sessions(ADA, HistoryFilter.ALL)).isEqualTo(3);
        assertThat(store().topics(ADA)).containsExactlyInAnyOrder("topic-0", "topic-1");
        assertThat(store().topics(new CandidateId("new"))).isEmpty();
        Map<HistoryFilter, List<String>> parts = Map.of(
                HistoryFilter.of(HistoryFilter.Part.OPEN),
                List.of("open"),
                HistoryFilter.of(HistoryFilter.Part.OVER),
                List.of("round", "scored"),
                HistoryFilter.of(HistoryFilter.Part.SCORED),
                List.of("scored"),
                new HistoryFilter(HistoryFilter.Part.ALL, Optional.of(Mode.PRACTICE), "", START),
                List.of("round"),
                new HistoryFilter(HistoryFilter.Part.ALL, Optional.empty(), "topic-1", START),
                List.of("open", "scored"),
                new HistoryFilter(HistoryFilter.Part.ALL, Optional.empty(), "topic", START),
                List.of(),
                new HistoryFilter(HistoryFilter.Part.ALL, Optional.empty(), "%", START),
                List.of(),
                new HistoryFilter(HistoryFilter.Part.ALL, Optional.empty(), "", START.plusSeconds(60)),
                List.of("round", "open"));
        parts.forEach((filter, ids) -> {
            assertThat(part(filter, 9)).as(filter.toString()).isEqualTo(ids);
            assertThat(store().sessions(ADA, filter)).as(filter.toString()).isEqualTo(ids.size());
            assertThat(part(filter, 1))
                    .as(filter.toString())
                    .isEqualTo(ids.stream().limit(1).toList());
        });
    }

    private List<String> part(HistoryFilter filter, int most) {
        return store().history(ADA, filter, most).stream()
                .map(line -> line.id().value())
                .toList();
    }

    @Test
    void aQuestionCountsAsSeenFromTheStartOfItsLatestSession() {
        assertThat(store().lastAsked(ADA)).isEmpty();
        begin(ADA, "late", START.plusSeconds(60), ONE);
        begin(ADA, "early", START, ONE, TWO);
        assertThat(store().lastAsked(ADA)).isEqualTo(Map.of(ONE.id(), START.plusSeconds(60), TWO.id(), START));
    }

    @Test
    void onlyRunningClocksRunOutTheEarliestFirst() {
        Instant deadline = START.plus(Duration.ofMinutes(3));
        begin(ADA, "second", START.plusSeconds(1), ONE);
        begin(BEN, "first", START, ONE);
        begin(ADA, "stopped", START, ONE);
        begin(ADA, "over", START, ONE);
        beginPractice(ADA, "unlimited", START, ONE);
        step("stopped", open -> open.pause(START));
        step("over", open -> open.submit(START));
        assertThat(store().runningOutBefore(deadline)).isEmpty();
        assertThat(store().runningOutBefore(deadline.plusMillis(1))).containsExactly(key(BEN, "first"));
        assertThat(store().runningOutBefore(deadline.plusSeconds(9)))
                .containsExactly(key(BEN, "first"), key(ADA, "second"));
    }

    @Test
    void owedGradingIsListedUntilItIsDone() {
        begin(ADA, "second", START.plusSeconds(1), ONE);
        beginPractice(BEN, "first", START, ONE, TWO);
        begin(ADA, "self", START, SELF);
        assertThat(store().owed()).isEmpty();
        step("second", open -> open.submit(START.plusSeconds(2)));
        step("self", open -> open.submit(START.plusSeconds(2)));
        store().change(BEN, new SessionId("first"), session -> {
            return Change.to(((InProgress) session).settle(1, START.plusSeconds(2)), "");
        });
        assertThat(store().owed()).containsExactly(key(BEN, "first"), key(ADA, "second"));
        write("second", grades(find("second")));
        assertThat(store().owed()).containsExactly(key(BEN, "first"));
    }

    @Test
    void theAttemptsAtAQuestionAreListedWithTheirGradesAndCorrections() {
        begin(ADA, "a-later", START.plusSeconds(100), TWO, ONE);
        begin(ADA, "z-earlier", START, ONE, TWO);
        begin(ADA, "unfinished", START, ONE);
        save("z-earlier", 0, "gate");
        save("a-later", 1, "bell");
        Session.Graded earlier = grade("z-earlier");
        Session later = step("a-later", open -> open.submit(START.plusSeconds(160)));
        Correction said = new Correction.Given(0, "bell", Score.FULL, "", START.plusSeconds(20));
        correct("z-earlier", said);
        correct("z-earlier", new Correction.Withdrawn(1, "gate", START));
        assertThat(store().attempts(ADA, ONE.id()))
                .containsExactly(
                        new SessionStore.PastAttempt(
                                new SessionId("z-earlier"),
                                0,
                                ONE.revision(),
                                earlier.results().get(0),
                                List.of(said)),
                        new SessionStore.PastAttempt(
                                new SessionId("a-later"),
                                1,
                                ONE.revision(),
                                ((Session.Submitted) later).results().get(1),
                                List.of()));
        assertThat(store().attempts(ADA, SELF.id())).isEmpty();
    }

    @Test
    void gradesThatLaterOnesReplacedAreKeptWithAllTheyHeld() {
        begin(ADA, "s", START, ONE, TWO);
        save("s", 0, "gate um blah");
        save("s", 1, "no gate");
        Session.Graded first = grade("s");
        assertThat(store().earlier(ADA, new SessionId("s"))).isEmpty();
        List<Grade> old = first.results().stream()
                .map(it -> ((Outcome.Marked) it.outcome()).grade())
                .toList();
        TestGrader grader = new TestGrader();
        regrade(1, grader.grade(TWO, "gate"), 50);
        regrade(0, grader.grade(ONE, "bell"), 60);
        regrade(0, grader.grade(ONE, "bell gate"), 70);
        assertThat(reopened().earlier(ADA, new SessionId("s")))
                .containsExactly(
                        new EarlierGrade(0, START.plusMillis(33), START.plusSeconds(60), old.get(0)),
                        new EarlierGrade(0, START.plusSeconds(60), START.plusSeconds(70), grader.grade(ONE, "bell")),
                        new EarlierGrade(1, START.plusMillis(33), START.plusSeconds(50), old.get(1)));
        assertThat(store().earlier(new CandidateId("eve"), new SessionId("s"))).isEmpty();
        store().delete(ADA, new SessionId("s"));
        begin(ADA, "s", START, ONE, TWO);
        assertThat(store().earlier(ADA, new SessionId("s"))).isEmpty();
    }

    private void regrade(int place, Grade grade, int after) {
        store().change(
                        ADA,
                        new SessionId("s"),
                        session -> Change.to(
                                session.replace(
                                        place,
                                        result -> result.with(new Outcome.Marked(grade, START.plusSeconds(after)))),
                                ""));
    }

    @Test
    void theReviewsHoldWhatCountsOldestFirst() {
        begin(ADA, "a-later", START.plusSeconds(100), TWO, SELF);
        begin(ADA, "z-earlier", START, ONE);
        begin(ADA, "owed", START, ONE);
        step("owed", open -> open.submit(START));
        save("z-earlier", 0, "gate blah");
        grade("z-earlier");
        save("a-later", 0, "half-gate, half-bell");
        grade("a-later");
        assertThat(reviews().reviews(ADA))
                .containsExactly(
                        review(
                                ONE,
                                10,
                                0.75 - 0.1,
                                Rating.GOOD,
                                new Review.Incomplete("bell", "It rings the bell.", 0)),
                        review(
                                TWO,
                                110,
                                0.5,
                                Rating.HARD,
                                new Review.Incomplete("gate", "It opens the gate.", 0.5),
                                new Review.Incomplete("bell", "It rings the bell.", 0.5)));
        correct("z-earlier", new Correction.Given(0, "bell", new Score(0.5), "", START));
        correct("a-later", new Correction.Given(1, Correction.WHOLE_ANSWER, new Score(0.9), "", START));
        correct("a-later", new Correction.Given(0, Correction.WHOLE_ANSWER, Score.FULL, "", START));
        // the two of one session were handed in at the same instant
        assertThat(reviews().reviews(ADA))
                .extracting(it -> it.score().value())
                .startsWith(0.75 + 0.125 - 0.1)
                .containsExactlyInAnyOrder(0.75 + 0.125 - 0.1, 1.0, 0.9);
        assertThat(reviews().reviews(ADA))
                .extracting(Review::incomplete)
                .containsExactly(
                        List.of(new Review.Incomplete("bell", "It rings the bell.", 0.5)), List.of(), List.of());
        correct("a-later", new Correction.Withdrawn(0, Correction.WHOLE_ANSWER, START));
        correct("a-later", new Correction.Withdrawn(1, Correction.WHOLE_ANSWER, START));
        assertThat(reviews().reviews(ADA))
                .extracting(it -> it.score().value())
                .containsExactly(0.75 + 0.125 - 0.1, 0.5);
    }

    @Test
    void aReviewKnowsWhetherItsAnswerWasLeftBlankWhateverItEarns() {
        begin(ADA, "s", START, ONE, TWO);
        save("s", 0, "gate");
        save("s", 1, " \n");
        grade("s");
        assertThat(reviews().reviews(ADA))
                .extracting(it -> it.question() + " " + it.blank() + " " + it.rating())
                .containsExactlyInAnyOrder(ONE.id() + " false " + Rating.GOOD, TWO.id() + " true " + Rating.AGAIN);
        correct("s", new Correction.Given(1, Correction.WHOLE_ANSWER, Score.FULL, "", START));
        assertThat(reviews().reviews(ADA))
                .extracting(it ->
                        it.question() + " " + it.blank() + " " + it.score().percent())
                .contains(TWO.id() + " true 100");
    }

    // ---- lines about key points

    private static DrillLine line(Optional<String> session, Question question, int second, String text) {
        return new DrillLine(
                session.map(SessionId::new),
                "It opens the gate.",
                text,
                new Drilled(question.id(), "gate", START.plusSeconds(second), new Score(1 / 3d)));
    }

    @Test
    void linesAboutKeyPointsAreKeptToTheCharacterOldestFirst() {
        begin(ADA, "s", START, ONE);
        DrillLine second = line(Optional.of("s"), ONE, 2, "ajar\u0000\uD800");
        DrillLine first = line(Optional.empty(), TWO, 1, "the gate");
        store().keep(ADA, second);
        store().keep(ADA, first);
        store().keep(ADA, second);
        store().keep(BEN, line(Optional.empty(), ONE, 0, "his"));
        assertThat(store().drillLines(ADA)).containsExactly(first, second, second);
        assertThat(reopened().drillLines(BEN)).hasSize(1);
        assertThat(reviews().reviews(ADA)).isEmpty();
    }

    @Test
    void aDeletedSessionTakesItsLinesAlongAndNoOthers() {
        begin(ADA, "s", START, ONE);
        begin(ADA, "t", START, ONE);
        store().keep(ADA, line(Optional.of("s"), ONE, 1, "gone"));
        DrillLine other = line(Optional.of("t"), ONE, 2, "stays");
        DrillLine none = line(Optional.empty(), ONE, 3, "stays too");
        store().keep(ADA, other);
        store().keep(ADA, none);
        store().delete(ADA, new SessionId("s"));
        assertThat(store().drillLines(ADA)).containsExactly(other, none);
        store().keep(BEN, line(Optional.empty(), ONE, 0, "his"));
        store().forgetDrills(ADA);
        assertThat(store().drillLines(ADA)).isEmpty();
        assertThat(store().drillLines(BEN)).hasSize(1);
    }

    @Test
    void aLineOfASessionThatIsNotThereOrAnothersIsRefused() {
        begin(ADA, "s", START, ONE);
        assertThatThrownBy(() -> store().keep(ADA, line(Optional.of("none"), ONE, 1, "x")))
                .isInstanceOf(SessionException.NoSuchSession.class);
        assertThatThrownBy(() -> store().keep(BEN, line(Optional.of("s"), ONE, 1, "x")))
                .isInstanceOf(SessionException.NoSuchSession.class);
        assertThat(store().drillLines(BEN)).isEmpty();
    }

    // ---- whose it is

    @Test
    void twoCandidatesNeverSeeEachOther() {
        begin(ADA, "s", START, ONE);
        save("s", 0, "gate");
        grade("s");
        keep("s", new KeptVersion(0, "beside", START, "why"));
        SessionId id = new SessionId("s");
        assertThat(store().find(BEN, id)).isEmpty();
        assertThat(store().history(BEN)).isEmpty();
        assertThat(store().lastAsked(BEN)).isEmpty();
        assertThat(store().kept(BEN, id)).isEmpty();
        assertThat(store().attempts(BEN, ONE.id())).isEmpty();
        assertThat(reviews().reviews(BEN)).isEmpty();
        assertThatThrownBy(() -> store().change(BEN, id, session -> Change.to(session, "")))
                .isInstanceOf(SessionException.NoSuchSession.class);
        assertThat(store().delete(BEN, id)).isFalse();
        assertThat(find("s")).isInstanceOf(Session.Graded.class);
    }

    @Test
    void candidatesAreToldApartToTheCharacter() {
        CandidateId odd = new CandidateId("\uD83D");
        begin(odd, "s", START, ONE);
        assertThat(store().history(odd)).hasSize(1);
        assertThat(store().history(new CandidateId("?"))).isEmpty();
        assertThat(store().history(new CandidateId("\uD83E"))).isEmpty();
    }

    @Test
    void aDeletedSessionLeavesNothingBehindAndTakesNothingElseAway() {
        begin(ADA, "gone", START, ONE, TWO);
        begin(ADA, "stays", START.minusSeconds(9), ONE);
        save("gone", 0, "gate um blah");
        grade("gone");
        correct("gone", new Correction.Given(0, "gate", Score.FULL, "", START));
        keep("gone", new KeptVersion(0, "beside", START, "why"));
        Session stays = find("stays");
        SessionId gone = new SessionId("gone");
        assertThat(store().delete(ADA, gone)).isTrue();
        assertThat(store().delete(ADA, gone)).isFalse();
        assertThat(store().find(ADA, gone)).isEmpty();
        assertThat(store().kept(ADA, gone)).isEmpty();
        assertThat(store().attempts(ADA, ONE.id())).isEmpty();
        assertThat(reviews().reviews(ADA)).isEmpty();
        assertThat(store().lastAsked(ADA)).isEqualTo(Map.of(ONE.id(), START.minusSeconds(9)));
        assertThatThrownBy(() -> store().change(ADA, gone, session -> Change.to(session, "")))
                .isInstanceOf(SessionException.NoSuchSession.class);
        assertThat(reopened().find(ADA, new SessionId("stays"))).contains(stays);
        begin(ADA, "gone", START, TWO);
        assertThat(store().kept(ADA, gone)).isEmpty();
    }

    // ---- words for the tests above

    private InProgress begin(CandidateId candidate, String id, Instant at, Question... questions) {
        return begin(candidate, id, at, Mode.INTERVIEW, new Pace.Suggested(1), questions);
    }

    private void beginPractice(CandidateId candidate, String id, Instant at, Question... questions) {
        begin(candidate, id, at, Mode.PRACTICE, new Pace.Untimed(), questions);
    }

    private InProgress begin(
            CandidateId candidate, String id, Instant at, Mode mode, Pace pace, Question... questions) {
        Blueprint blueprint = new Blueprint(mode, List.of(), List.of(), questions.length, pace, 1);
        InProgress session = InProgress.begin(
                new SessionSetup(new SessionId(id), candidate, blueprint, List.of(questions), at), WRITE_LOCK);
        store().begin(session);
        return session;
    }

    private Session find(String id) {
        return store().find(ADA, new SessionId(id)).orElseThrow();
    }

    private Session step(String id, Function<InProgress, Session> step) {
        return store().change(ADA, new SessionId(id), session -> {
            Session next = step.apply((InProgress) session);
            return Change.to(next, next);
        });
    }

    private void save(String id, int place, String text) {
        InProgress open = (InProgress) find(id);
        DraftSave save = new DraftSave(
                place,
                open.drafts().get(place).revision(),
                text,
                false,
                Confidence.UNSAID,
                Duration.ofSeconds(3),
                open.writeLock());
        assertThat(saved(id, save, open.setup().startedAt())).isInstanceOf(SaveResult.Saved.class);
    }

    private SaveResult saved(String id, DraftSave save, Instant now) {
        return store().save(ADA, new SessionId(id), save.place(), place -> place.save(save, now));
    }

    private Session.Graded grade(String id) {
        step(id, open -> open.submit(open.setup().startedAt().plusSeconds(10)));
        return write(id, grades(find(id)));
    }

    @Test
    void handedInAnswersAreHandedOverNewestSessionFirst() {
        begin(ADA, "a", START, ONE, TWO);
        beginPractice(ADA, "b", START.plusSeconds(1), TWO);
        begin(ADA, "c", START.plusSeconds(2), ONE);
        save("a", 1, "second \uD83D\uDC0D");
        step("a", open -> open.submit(START.plusSeconds(9)));
        step("b", open -> open.settle(0, START.plusSeconds(9)));
        List<Search.Asked> found = new ArrayList<>();
        store().answers(ADA, found::add);
        assertThat(found)
                .containsExactly(
                        new Search.Asked(new SessionId("b"), 0, TWO.id(), TWO.prompt(), ""),
                        new Search.Asked(new SessionId("a"), 0, ONE.id(), ONE.prompt(), ""),
                        new Search.Asked(new SessionId("a"), 1, TWO.id(), TWO.prompt(), "second \uD83D\uDC0D"));
    }

    @Test
    void confidenceIsCountedAgainstWhatCounts() {
        begin(ADA, "a", START, ONE, TWO);
        begin(ADA, "b", START, ONE);
        sure("a", 0, "gate bell", Confidence.VERY_SURE);
        sure("a", 1, "nothing", Confidence.VERY_SURE);
        sure("b", 0, "gate", Confidence.NOT_SURE);
        grade("a");
        grade("b");
        assertThat(store().confidenceTallies(ADA, new Score(0.8)))
                .containsExactly(
                        new ConfidenceTally(Confidence.VERY_SURE, 2, 1),
                        new ConfidenceTally(Confidence.NOT_SURE, 1, 0));
        correct("a", new Correction.Given(1, Correction.WHOLE_ANSWER, new Score(1), "", START));
        assertThat(store().confidenceTallies(ADA, new Score(0.75)))
                .containsExactly(
                        new ConfidenceTally(Confidence.VERY_SURE, 2, 2),
                        new ConfidenceTally(Confidence.NOT_SURE, 1, 1));
        assertThat(store().confidenceTallies(BEN, new Score(0))).isEmpty();
    }

    private void sure(String id, int place, String text, Confidence confidence) {
        step(
                id,
                open -> open.save(
                                new DraftSave(
                                        place, 0, text, false, confidence, Duration.ofSeconds(3), open.writeLock()),
                                open.setup().startedAt())
                        .next());
    }

    @Test
    void whatIsWrittenAfterTheTimeIsKept() {
        Blueprint blueprint =
                new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 1, new Pace.Timed(Duration.ofSeconds(10)), 1, true);
        SessionSetup setup = new SessionSetup(new SessionId("s"), ADA, blueprint, List.of(ONE), START);
        store().begin(InProgress.begin(setup, "writeLock"));
        save("s", 0, "in time");
        Session late = step("s", open -> (InProgress) open.save(
                        new DraftSave(
                                0,
                                1,
                                "in time and after",
                                false,
                                Confidence.UNSAID,
                                Duration.ofSeconds(2),
                                "writeLock"),
                        START.plusSeconds(16))
                .next());
        assertThat(((InProgress) late).drafts().get(0).inTime()).contains("in time");
        assertThat(reopened().find(ADA, new SessionId("s"))).contains(late);
        Session over = step("s", open -> open.submit(START.plusSeconds(17)));
        assertThat(over.result(0).orElseThrow().attempt().overtime()).isEqualTo("in time and after");
        assertThat(reopened().find(ADA, new SessionId("s"))).contains(over);
    }

    private Session.Graded grade(String id, String text) {
        save(id, 0, text);
        return grade(id);
    }

    private static Map<Integer, Grade> grades(Session session) {
        Map<Integer, Grade> grades = new TreeMap<>();
        Grading.grade(session, new TestGrader(), new Hints(TestBank.bank(1)), grades::put, (place, failure) -> {
            throw failure;
        });
        return grades;
    }

    private static Session written(Session session, Map<Integer, Grade> grades, Instant at) {
        Session next = session;
        for (Map.Entry<Integer, Grade> grade : grades.entrySet()) {
            next = Grading.write(next, grade.getKey(), grade.getValue(), at);
        }
        return next;
    }

    private Session.Graded write(String id, Map<Integer, Grade> grades) {
        return store().change(ADA, new SessionId(id), session -> {
            Session.Graded next = (Session.Graded) written(session, grades, START.plusMillis(33));
            return Change.to(next, next);
        });
    }

    private void correct(String id, Correction said) {
        store().change(ADA, new SessionId(id), session -> {
            return Change.to(session.correct(said), "");
        });
    }

    private void keep(String id, KeptVersion... versions) {
        store().change(
                        ADA,
                        new SessionId(id),
                        session -> new Change<>(session, "", new ArrayList<>(List.of(versions))));
    }

    private static Review review(
            Question question, int after, double score, Rating rating, Review.Incomplete... missed) {
        return new Review(
                question.id(),
                question.revision(),
                START.plusSeconds(after),
                new Score(score),
                rating,
                List.of(missed));
    }

    private static SessionStore.Key key(CandidateId candidate, String id) {
        return new SessionStore.Key(candidate, new SessionId(id));
    }
}
