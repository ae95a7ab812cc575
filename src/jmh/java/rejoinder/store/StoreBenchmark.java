package rejoinder.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;
import rejoinder.session.Attempt;
import rejoinder.session.Blueprint;
import rejoinder.session.Change;
import rejoinder.session.Confidence;
import rejoinder.session.DraftPlace;
import rejoinder.session.DraftSave;
import rejoinder.session.InMemorySessionStore;
import rejoinder.session.InProgress;
import rejoinder.session.Interviewer;
import rejoinder.session.Mode;
import rejoinder.session.Outcome;
import rejoinder.session.Pace;
import rejoinder.session.Result;
import rejoinder.session.Session;
import rejoinder.session.SessionId;
import rejoinder.session.SessionSetup;
import rejoinder.session.SessionStore;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;
import rejoinder.session.TestUseCases;

/**
 * What a saved draft costs beside a bare SQLite commit with the same durability, and in a session of 100 questions beside one of 5, in alternating rounds; and how
 * reading grows with the history.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.store.StoreBenchmark}
 */
public final class StoreBenchmark {
    private static final CandidateId ME = CandidateId.LOCAL;
    private static final String ANSWER = "A thousand characters of answer, more or less. ".repeat(21);
    private static final int QUESTIONS = 10;
    private static final int FEW = 5;
    private static final int MANY = 100;
    private static final int ROUNDS = 9;
    private static final int SAVES = 500;

    private StoreBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("rejoinder-store");
        try (Database database = Database.open(folder)) {
            saves(database.sessions(), folder);
            manyQuestions(database);
            history(database, folder);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void saves(SessionStore store, Path folder) throws SQLException {
        SessionStore memory = new InMemorySessionStore();
        InProgress session = begin(store, "saves");
        memory.begin(session);
        List<Double> bare = new ArrayList<>();
        List<Double> saved = new ArrayList<>();
        List<Double> rules = new ArrayList<>();
        try (Connection connection = DataFile.source(
                                "jdbc:sqlite:" + folder.resolve("bare.db"), SQLiteConfig.TransactionMode.IMMEDIATE)
                        .getConnection();
                Statement setUp = connection.createStatement()) {
            setUp.execute("create table draft (place integer primary key, content text)");
            setUp.execute(
                    "insert into draft values (0, ''), (1, ''), (2, ''), (3, ''), (4, ''), (5, ''), (6, ''), (7, ''),"
                            + " (8, ''), (9, '')");
            connection.setAutoCommit(false);
            try (PreparedStatement update =
                    connection.prepareStatement("update draft set content = ? where place = ?")) {
                for (int round = 0; round < ROUNDS; round++) {
                    int salt = round;
                    bare.add(perSecond(n -> {
                        update.setString(1, ANSWER + salt + n);
                        update.setInt(2, n % QUESTIONS);
                        update.executeUpdate();
                        connection.commit();
                    }));
                    saved.add(perSecond(n -> save(store, "saves", n % QUESTIONS, ANSWER + salt + n)));
                    rules.add(perSecond(n -> save(memory, "saves", n % QUESTIONS, ANSWER + salt + n)));
                }
            }
        }
        say("drafts of 1,000 characters saved per second: %.0f", median(saved));
        say("bare SQLite commits of the same text per second: %.0f", median(bare));
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            ratios.add(saved.get(round) / bare.get(round));
        }
        say("ratio, median of %d rounds: %.2f", ROUNDS, median(ratios));
        say("the same without a database (rules alone) per second: %.0f", median(rules));
    }

    /** All that the server does for a save, in a session of few and of many questions, each with an answer of 1,000 characters. */
    private static void manyQuestions(Database database) throws SQLException {
        AtomicInteger tokens = new AtomicInteger();
        Interviewer interviewer = TestUseCases.of(
                        TestBank.bank(MANY),
                        database.sessions(),
                        database.candidates(),
                        () -> new GraderState.Ready(new TestGrader()),
                        new TestClock(),
                        () -> "token-" + tokens.incrementAndGet())
                .interviewer();
        Typing few = new Typing(interviewer, FEW);
        Typing many = new Typing(interviewer, MANY);
        List<Double> inFew = new ArrayList<>();
        List<Double> inMany = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            inFew.add(1_000 / perSecond(few::save));
            inMany.add(1_000 / perSecond(many::save));
            ratios.add(inMany.get(round) / inFew.get(round));
        }
        say("a save in a session of %d questions: %.2f ms; of %d: %.2f ms", FEW, median(inFew), MANY, median(inMany));
        say("ratio, median of %d rounds: %.2f", ROUNDS, median(ratios));
    }

    /** Somebody who types in a session whose questions all have an answer. */
    private static final class Typing {
        private final Interviewer interviewer;
        private final InProgress session;
        private final long[] revisions;

        Typing(Interviewer interviewer, int questions) {
            this.interviewer = interviewer;
            session = interviewer.start(
                    ME, new Blueprint(Mode.INTERVIEW, List.of(), List.of(), questions, new Pace.Suggested(1), 1));
            revisions = new long[questions];
            for (int place = 0; place < questions; place++) {
                save(place);
            }
        }

        void save(int n) {
            int place = n % revisions.length;
            interviewer.save(
                    ME,
                    session.setup().id(),
                    new DraftSave(
                            place,
                            revisions[place]++,
                            ANSWER + n,
                            false,
                            Confidence.UNSAID,
                            Duration.ofSeconds(1),
                            session.writeLock()));
        }
    }

    private static void history(Database database, Path folder) throws SQLException {
        SessionStore store = database.sessions();
        begin(store, "model");
        for (int place = 0; place < QUESTIONS; place++) {
            save(store, "model", place, "half-gate, " + ANSWER);
        }
        change(store, "model", session -> ((InProgress) session).submit(TestClock.START.plusSeconds(600)));
        change(store, "model", session -> graded((Session.Submitted) session));
        int sessions = 0;
        for (int wanted : new int[] {100, 1_000, 10_000}) {
            copy(folder, sessions, wanted);
            sessions = wanted;
            say("%d graded sessions, %d attempts:", wanted, wanted * QUESTIONS);
            say("  the history in %.1f ms", fastest(() -> store.history(ME)));
            say("  the review log in %.1f ms", fastest(() -> database.reviews().reviews(ME)));
            say("  when each question was last asked in %.1f ms", fastest(() -> store.lastAsked(ME)));
            say("  one session in %.2f ms", fastest(() -> store.find(ME, new SessionId("model"))));
            say(
                    "  what is owed and what runs out in %.2f ms",
                    fastest(() -> {
                        store.owed();
                        return store.runningOutBefore(TestClock.START.plusSeconds(1_000_000));
                    }));
            say(
                    "  all %d attempts at one question in %.1f ms",
                    wanted + 1, fastest(() -> store.attempts(ME, new QuestionId("topic-0", "question-3"))));
        }
    }

    private static Session graded(Session.Submitted submitted) {
        TestGrader grader = new TestGrader();
        List<Result> results = new ArrayList<>();
        for (Question question : submitted.setup().questions()) {
            Attempt attempt = submitted.results().get(results.size()).attempt();
            results.add(new Result(
                    attempt,
                    new Outcome.Marked(grader.grade(question, attempt.text()), TestClock.START.plusSeconds(601))));
        }
        return Session.Ended.of(submitted.setup(), submitted.ending(), results, List.of());
    }

    // copies of one graded session, an hour apart, by SQL, because grading tens of thousands takes too long
    private static void copy(Path folder, int from, int to) throws SQLException {
        String numbers = "with recursive copy (k) as (select " + (from + 1)
                + " union all select k + 1 from copy where k < " + to + ") ";
        try (Connection connection = DataFile.source(
                                "jdbc:sqlite:" + folder.resolve(Database.FILE), SQLiteConfig.TransactionMode.IMMEDIATE)
                        .getConnection();
                Statement work = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String table : List.of("session", "asked", "review", "grade", "finding", "evidence")) {
                List<String> columns = new ArrayList<>();
                List<String> values = new ArrayList<>();
                try (var described = work.executeQuery("select name from pragma_table_info('" + table + "')")) {
                    while (described.next()) {
                        String column = described.getString(1);
                        columns.add(column);
                        values.add(copied(table, column));
                    }
                }
                String which = table.equals("session") ? "id" : "session";
                work.executeUpdate("insert into " + table + " (" + String.join(", ", columns) + ") " + numbers
                        + "select " + String.join(", ", values) + " from " + table + ", copy where " + which
                        + " = 'model'");
            }
            connection.commit();
        }
    }

    private static String copied(String table, String column) {
        boolean id = column.equals("session") || (table.equals("session") && column.equals("id"));
        if (id) {
            return column + " || '-' || k";
        }
        return column.endsWith("_at") ? column + " + k * 3600000" : column;
    }

    private static InProgress begin(SessionStore store, String id) {
        Blueprint blueprint = new Blueprint(Mode.INTERVIEW, List.of(), List.of(), QUESTIONS, new Pace.Suggested(1), 1);
        InProgress session = InProgress.begin(
                new SessionSetup(new SessionId(id), ME, blueprint, TestBank.questions(QUESTIONS), TestClock.START),
                "pen");
        store.begin(session);
        return session;
    }

    private static void save(SessionStore store, String id, int place, String text) {
        store.save(ME, new SessionId(id), place, there -> {
            long revision = ((DraftPlace.Open) there).draft().revision();
            DraftSave save =
                    new DraftSave(place, revision, text, false, Confidence.UNSAID, Duration.ofSeconds(1), "pen");
            return there.save(save, TestClock.START);
        });
    }

    private static void change(SessionStore store, String id, Function<Session, Session> step) {
        store.change(ME, new SessionId(id), session -> Change.to(step.apply(session), ""));
    }

    private interface Work {
        void run(int n) throws SQLException;
    }

    private static double perSecond(Work work) throws SQLException {
        long start = System.nanoTime();
        for (int n = 0; n < SAVES; n++) {
            work.run(n);
        }
        return SAVES * 1e9 / (System.nanoTime() - start);
    }

    private interface Reading {
        Object read();
    }

    private static double fastest(Reading reading) {
        double fastest = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            Object read = reading.read();
            fastest = read.equals("") ? fastest : Math.min(fastest, (System.nanoTime() - start) / 1e6);
        }
        return fastest;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static void say(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }
}
