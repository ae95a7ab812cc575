package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
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

    private void begin(Database database, int n) {
        Blueprint blueprint = new Blueprint(Mode.INTERVIEW, List.of(), List.of(), QUESTIONS, new Pace.Untimed(), 1);
        List<Question> questions = new ArrayList<>(TestBank.questions(QUESTIONS));
        if (n % 2 == 1) {
            Collections.reverse(questions);
        }
        database.sessions()
                .begin(InProgress.begin(
                        new SessionSetup(session(n), candidate(n), blueprint, questions, TestClock.START), "pen"));
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
