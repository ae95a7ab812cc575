package rejoinder.store;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import rejoinder.bank.ItemBank;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.plan.DailyStudy;
import rejoinder.plan.LikenessByWords;
import rejoinder.plan.LongLog;
import rejoinder.plan.MemoryModel;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;
import rejoinder.plan.ReviewLog;
import rejoinder.plan.StudyPlan;

/**
 * How long it takes from the database to mastery and a plan of five, over 1,000 questions, and how that grows with the attempts. Prints the processor time of the
 * one thread that does it, the median of many rounds, because that does not depend on what else the machine is doing, the fastest round by the clock, and how many
 * times the processor time for a tenth of the attempts that is.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.store.StudyBenchmark}
 */
public final class StudyBenchmark implements AutoCloseable {
    private static final MemoryModel MEMORY = new MemoryModel(ZoneId.of("Europe/Berlin"));
    private static final int[] ATTEMPTS = {1_000, 10_000, 100_000, 1_000_000};
    private static final int WARM_UP = 8;
    private static final int ROUNDS = 15;
    private static final int STARTS = 5;
    private static final int QUESTIONS = 1_000;
    private static final Map<String, Double> LAST = new HashMap<>();

    private final Path folder;
    private final Database database;
    private final Connection writer;
    private final ItemBank bank;
    private final LikenessByWords likeness;
    private int added;

    // writes the answers into a database
    private StudyBenchmark(int attempts) throws IOException, SQLException {
        LongLog log = new LongLog(attempts);
        bank = log.bank();
        likeness = new LikenessByWords(bank);
        folder = Files.createTempDirectory("rejoinder-study");
        database = Database.open(folder);
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        // reviews alone, without the sessions that they belong to
        config.enforceForeignKeys(false);
        writer = config.createConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
        writer.setAutoCommit(false);
        int number = 0;
        for (Review review : log.reviews()) {
            insert(review, number++);
        }
        writer.commit();
    }

    /** Measures and prints; with a folder as its only argument, once and cold, for another run of itself. */
    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        if (args.length == 1) {
            cold(Path.of(args[0]));
            return;
        }
        say("%-10s %-36s %10s %12s %8s", "attempts", "from the database to a plan", "CPU ms", "fastest ms", "growth");
        for (int attempts : ATTEMPTS) {
            try (StudyBenchmark benchmark = new StudyBenchmark(attempts)) {
                Database database = benchmark.database;
                started(attempts, benchmark.folder);
                measure(attempts, "first reading, program warm", () -> benchmark.plan(database.unreadReviews()));
                measure(attempts, "nothing new", () -> benchmark.plan(database.reviews()));
                measure(attempts, "after one more answer", () -> {
                    benchmark.answer();
                    return benchmark.plan(database.reviews());
                });
                measure(attempts, "after an answer was rated anew", () -> {
                    benchmark.rateAnew(attempts / 2);
                    return benchmark.plan(database.reviews());
                });
            }
        }
    }

    private interface Work {
        StudyPlan run() throws SQLException;
    }

    private static void measure(int attempts, String what, Work work) throws SQLException {
        double[] cpu = new double[ROUNDS];
        double fastest = Double.MAX_VALUE;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = System.nanoTime();
            long startCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            StudyPlan plan = work.run();
            if (round >= 0 && !plan.items().isEmpty()) {
                cpu[round] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startCpu) / 1e6;
                fastest = Math.min(fastest, (System.nanoTime() - start) / 1e6);
            }
        }
        Arrays.sort(cpu);
        tell(attempts, what, cpu[ROUNDS / 2], fastest);
    }

    // the growth is against a tenth of the attempts
    private static void tell(int attempts, String what, double cpu, double fastest) {
        Double before = LAST.put(what, cpu);
        String growth = before == null ? "" : String.format(Locale.ROOT, "x %.1f", cpu / before);
        say("%-10d %-36s %10.1f %12.1f %8s", attempts, what, cpu, fastest, growth);
    }

    private static void started(int attempts, Path folder) throws IOException, InterruptedException {
        double[] cpu = new double[STARTS];
        double fastest = Double.MAX_VALUE;
        for (int i = 0; i < STARTS; i++) {
            Process program = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx2g",
                            "-classpath",
                            System.getProperty("java.class.path"),
                            StudyBenchmark.class.getName(),
                            folder.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String figures = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            program.waitFor();
            int space = figures.indexOf(' ');
            cpu[i] = Double.parseDouble(figures.substring(0, space));
            fastest = Math.min(fastest, Double.parseDouble(figures.substring(space + 1)));
        }
        Arrays.sort(cpu);
        tell(attempts, "first plan of a program just started", cpu[STARTS / 2], fastest);
    }

    private static void cold(Path folder) {
        ItemBank bank = new LongLog(0).bank();
        LikenessByWords likeness = new LikenessByWords(bank);
        try (Database database = Database.open(folder)) {
            long start = System.nanoTime();
            long startCpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            plan(bank, likeness, database.reviews());
            say(
                    "%.1f %.1f",
                    (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - startCpu) / 1e6,
                    (System.nanoTime() - start) / 1e6);
        }
    }

    private static void say(String line, Object... figures) {
        System.out.println(String.format(Locale.ROOT, line, figures));
    }

    private StudyPlan plan(ReviewLog log) {
        return plan(bank, likeness, log);
    }

    private static StudyPlan plan(ItemBank bank, LikenessByWords likeness, ReviewLog log) {
        List<Review> reviews = log.reviews(CandidateId.LOCAL);
        return new DailyStudy(bank, reviews, List.of(), MEMORY, likeness, Optional.empty(), LongLog.NOW).round();
    }

    // as the store does it: the row goes and comes again
    private void rateAnew(int number) throws SQLException {
        String columns = "session, place, candidate, question, revision, handed_in_at, score, missed, rating";
        try (Statement work = writer.createStatement()) {
            work.execute("create temporary table if not exists rated as select " + columns + " from review limit 0");
            work.execute("insert into rated select " + columns + " from review where " + which(number));
            work.execute("delete from review where " + which(number));
            work.execute("insert into review (" + columns + ") select * from rated");
            work.execute("delete from rated");
        }
        writer.commit();
    }

    private static String which(int number) {
        return "session = 'session-" + number / 10 + "' and place = " + number % 10;
    }

    private void answer() throws SQLException {
        Review last = new Review(
                bank.questions().get(added % QUESTIONS).id(),
                "",
                LongLog.NOW.minusSeconds(1).plusMillis(added),
                Score.FULL,
                Rating.EASY,
                List.of());
        insert(last, 20_000_000 + added++);
        writer.commit();
    }

    private void insert(Review review, int number) throws SQLException {
        StringBuilder missed = new StringBuilder("[");
        for (Review.Incomplete point : review.incomplete()) {
            missed.append(missed.length() > 1 ? "," : "")
                    .append("{\"point\":\"" + point.point() + "\",\"statement\":\"" + point.statement()
                            + "\",\"earned\":0.0}");
        }
        try (PreparedStatement insert = writer.prepareStatement(
                "insert into review (session, place, candidate, question, revision, handed_in_at, score, missed, rating)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, "session-" + number / 10);
            insert.setInt(2, number % 10);
            insert.setString(3, CandidateId.LOCAL.value());
            insert.setString(4, review.question().toString());
            insert.setString(5, "0123456789abcdef");
            insert.setLong(6, review.at().toEpochMilli());
            insert.setDouble(7, review.score().value());
            insert.setString(8, missed.append("]").toString());
            insert.setInt(9, review.rating().number());
            insert.executeUpdate();
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        writer.close();
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
