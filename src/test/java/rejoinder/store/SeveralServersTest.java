package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import rejoinder.account.AccountException;
import rejoinder.account.Accounts;
import rejoinder.account.Passwords;
import rejoinder.account.Role;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.Change;
import rejoinder.session.Confidence;
import rejoinder.session.DraftSave;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.Leases;
import rejoinder.session.Mode;
import rejoinder.session.Pace;
import rejoinder.session.Session;
import rejoinder.session.SessionId;
import rejoinder.session.SessionSetup;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;
import rejoinder.session.TestUseCases;

/** Two servers that work on one database, as far as it goes without HTTP. */
class SeveralServersTest {
    private static final int QUESTIONS = 4;

    private final String url = PostgresServer.get().emptied("servers");
    private final Database one = Database.open(url);
    private final Database other = Database.open(url);
    private final AtomicInteger tokens = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    @AfterEach
    void close() {
        threads.shutdownNow();
        other.close();
        one.close();
    }

    private static CandidateId candidate(int n) {
        return new CandidateId("candidate-" + n);
    }

    private static SessionId session(int n) {
        return new SessionId("session-" + n);
    }

    private static InProgress open(int n, String id) {
        Blueprint blueprint = new Blueprint(Mode.INTERVIEW, List.of(), List.of(), QUESTIONS, new Pace.Untimed(), 1);
        List<Question> questions = new ArrayList<>(TestBank.questions(QUESTIONS));
        if (n % 2 == 1) {
            Collections.reverse(questions);
        }
        return InProgress.begin(
                new SessionSetup(new SessionId(id), candidate(n), blueprint, questions, TestClock.START), "pen");
    }

    private static void begin(Database database, int n) {
        database.sessions().begin(open(n, session(n).value()));
    }

    private static long type(Database database, int n, int place, String text) {
        return database.sessions().change(candidate(n), session(n), session -> {
            InProgress open = (InProgress) session;
            long revision = open.drafts().get(place).revision();
            DraftSave save = new DraftSave(place, revision, text, false, Confidence.UNSAID, Duration.ZERO, "pen");
            return Change.to(open.save(save, TestClock.START).next(), revision + 1);
        });
    }

    private static TestUseCases useCases(Database database, Grader grader) {
        return TestUseCases.of(
                TestBank.bank(QUESTIONS),
                database.sessions(),
                database.candidates(),
                database.leases(),
                () -> new GraderState.Ready(grader),
                new TestClock(),
                () -> "unused");
    }

    private void all(List<Runnable> work) throws Exception {
        List<Future<?>> running = work.stream().<Future<?>>map(threads::submit).toList();
        for (Future<?> one : running) {
            one.get();
        }
    }

    @Test
    void ofManySavesOfOneCandidateOnBothServersNoneIsLost() throws Exception {
        begin(one, 0);
        all(IntStream.range(0, 8)
                .<Runnable>mapToObj(thread -> () -> {
                    for (int n = 0; n < 25; n++) {
                        type(thread % 2 == 0 ? one : other, 0, n % QUESTIONS, "thread " + thread + " save " + n);
                    }
                })
                .toList());
        InProgress session =
                (InProgress) other.sessions().find(candidate(0), session(0)).orElseThrow();
        assertThat(session.drafts().stream()
                        .mapToLong(draft -> draft.revision())
                        .sum())
                .isEqualTo(200);
    }

    @Test
    void sessionsOfTheSameQuestionsBeginOnBothServersAtTheSameTime() throws Exception {
        all(IntStream.range(0, 40)
                .<Runnable>mapToObj(n -> () -> begin(n % 3 == 0 ? one : other, n))
                .toList());
        for (int n = 0; n < 40; n++) {
            assertThat(one.sessions().find(candidate(n), session(n))).isPresent();
        }
    }

    @Test
    void aWriteThatHangsKeepsNoOtherCandidateWaiting() throws SQLException {
        begin(one, 1);
        begin(one, 2);
        try (Connection hanging = PostgresServer.connect(url);
                Statement work = hanging.createStatement()) {
            hanging.setAutoCommit(false);
            work.execute("select pg_advisory_xact_lock(hashtextextended('candidate candidate-1', 0))");
            Future<Long> waits = threads.submit(() -> type(one, 1, 0, "waits"));
            assertThat(type(one, 2, 0, "goes on")).isEqualTo(1);
            assertThat(type(other, 2, 0, "goes on here, too")).isEqualTo(2);
            assertThat(waits.isDone()).isFalse();
            hanging.rollback();
            assertThat(waits).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(1L);
        }
    }

    @Test
    void theSameStartOnBothServersGivesOneSession() throws Exception {
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        all(IntStream.range(0, 8)
                .<Runnable>mapToObj(n -> () -> begun.add((n % 2 == 0 ? one : other)
                        .sessions()
                        .begin(open(0, "session-by-" + n), "the-same-key")
                        .value()))
                .toList());
        assertThat(begun).hasSize(8).containsOnly(begun.get(0));
        assertThat(one.sessions().history(candidate(0))).hasSize(1);
    }

    @Test
    void theRightToWriteGoesFromAWindowOnOneServerToAWindowOnTheOther() {
        begin(one, 0);
        Interviewer there = useCases(other, new TestGrader()).interviewer();
        assertThat(type(one, 0, 0, "first")).isEqualTo(1);
        there.takeOver(candidate(0), session(0));
        type(one, 0, 0, "too late");
        InProgress session =
                (InProgress) one.sessions().find(candidate(0), session(0)).orElseThrow();
        assertThat(session.drafts().get(0).text()).isEqualTo("first");
    }

    @Test
    void whoSignsInOnOneServerIsSignedInOnTheOtherAndOutOnBoth() {
        Accounts here = accounts(one);
        Accounts there = accounts(other);
        Accounts.Opened opened = there.accept(here.invite("Ada", Role.CANDIDATE).secret(), "correct horse battery");
        assertThat(here.window(opened.token())).isPresent();
        here.signOut(opened.token());
        assertThat(there.window(opened.token())).isEmpty();
    }

    @Test
    void wrongPasswordsOnBothServersCountTogether() {
        Accounts here = accounts(one);
        Accounts there = accounts(other);
        int tries = 0;
        boolean refused = false;
        while (!refused && tries < 30) {
            try {
                (tries++ % 2 == 0 ? here : there).signIn("nobody", "wrong password", "192.0.2.1");
            } catch (AccountException.TooManyTries e) {
                refused = true;
            } catch (AccountException.WrongPassword e) {
                refused = false;
            }
        }
        assertThat(tries).isEqualTo(11);
    }

    private Accounts accounts(Database database) {
        return new Accounts(
                database.accounts(),
                new Passwords(() -> "sixteen bytes...".getBytes(StandardCharsets.UTF_8)),
                new TestClock(),
                () -> "token-" + tokens.incrementAndGet(),
                candidate -> {});
    }

    @Test
    void everyAnswerIsGradedOnceWhicheverServerGetsToIt() throws Exception {
        Counting grader = new Counting();
        TestUseCases here = useCases(one, grader);
        TestUseCases there = useCases(other, grader);
        for (int n = 0; n < 10; n++) {
            begin(one, n);
            for (int place = 0; place < QUESTIONS; place++) {
                type(one, n, place, "bell " + n + " " + place);
            }
            here.interviewer().submit(candidate(n), session(n));
        }
        all(List.of(here.owed()::gradeAll, there.owed()::gradeAll, here.owed()::gradeAll, there.owed()::gradeAll));
        assertThat(one.sessions().owed()).isEmpty();
        assertThat(grader.calls).hasSize(10 * QUESTIONS);
        assertThat(grader.calls.values()).allMatch(calls -> calls == 1);
        for (int n = 0; n < 10; n++) {
            assertThat(other.sessions().find(candidate(n), session(n)).orElseThrow())
                    .isInstanceOf(Session.Graded.class);
        }
    }

    @Test
    void whatADeadServerWasGradingIsGradedByAnotherAndASleepingOneAddsNothing() throws Exception {
        begin(one, 0);
        type(one, 0, 0, "bell");
        Sleeping asleep = new Sleeping();
        TestUseCases here = useCases(one, asleep);
        TestUseCases there = useCases(other, new TestGrader());
        here.interviewer().submit(candidate(0), session(0));
        Future<Integer> sleeper = threads.submit(here.owed()::gradeAll);
        asleep.begun.await();
        assertThat(there.owed().gradeAll()).isEqualTo(1);
        PostgresLeasesTest.later(url, Leases.TIME.plusMillis(1));
        assertThat(there.owed().gradeAll()).isZero();
        Session graded = other.sessions().find(candidate(0), session(0)).orElseThrow();
        assertThat(graded).isInstanceOf(Session.Graded.class);
        asleep.wake.countDown();
        sleeper.get();
        assertThat(one.sessions().find(candidate(0), session(0))).contains(graded);
        assertThat(one.sessions().earlier(candidate(0), session(0))).isEmpty();
    }

    private static class Counting implements Grader {
        final Map<String, Integer> calls = new ConcurrentHashMap<>();

        @Override
        public Grade grade(Question question, String answer) {
            calls.merge(answer, 1, Integer::sum);
            return new TestGrader().grade(question, answer);
        }

        @Override
        public GraderStamp stamp() {
            return TestGrader.STAMP;
        }
    }

    private static final class Sleeping extends Counting {
        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch wake = new CountDownLatch(1);

        @Override
        public Grade grade(Question question, String answer) {
            begun.countDown();
            try {
                wake.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted.", e);
            }
            return super.grade(question, answer);
        }
    }
}
