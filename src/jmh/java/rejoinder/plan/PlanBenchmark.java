package rejoinder.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import rejoinder.bank.ItemBank;

/**
 * How long mastery and a plan take, from the reviews in memory to the reasons, over 1,000 questions of 20 topics with five key points each.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.plan.PlanBenchmark}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class PlanBenchmark {
    private static final Instant NOW = LongLog.NOW;
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Param({"1000", "10000", "100000", "1000000"})
    int attempts;

    private List<Review> reviews = List.of();
    private ItemBank bank = Banks.of();
    private final MemoryModel memory = new MemoryModel(ZONE);
    private final MasteryModel mastery = new MasteryModel();
    private Planner planner = new Planner(memory, new Exactly());

    /** Makes a bank and a log of three years. */
    @Setup
    public void prepare() {
        LongLog log = new LongLog(attempts);
        bank = log.bank();
        reviews = log.reviews();
        planner = new Planner(memory, new LikenessByWords(bank));
    }

    /** Memory, mastery and weak points. */
    @Benchmark
    public Progress progress() {
        return Progress.of(bank, History.of(reviews, NOW, ZONE), memory, mastery);
    }

    /** The same, and a plan of five. */
    @Benchmark
    public StudyPlan progressAndPlan() {
        return planner.plan(progress(), new StudyRequest(5, Set.of(), new Goal.Lasting(), 1));
    }

    /** The same, and a plan by day for a month with its forecasts. */
    @Benchmark
    public Timetable progressAndTimetable() {
        return planner.timetable(
                progress(),
                new StudyRequest(10, Set.of(), new Goal.Lasting(), 1),
                LocalDate.ofInstant(NOW, ZONE).plusDays(30));
    }

    /** Runs it. */
    public static void main(String[] args) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(PlanBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
