package rejoinder.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
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
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

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
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final int TOPICS = 20;
    private static final int QUESTIONS = 1_000;
    private static final int POINTS = 5;

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
        SplittableRandom random = new SplittableRandom(1);
        List<Question> questions = new ArrayList<>();
        for (int q = 0; q < QUESTIONS; q++) {
            KeyPoint[] points = new KeyPoint[POINTS];
            for (int p = 0; p < POINTS; p++) {
                points[p] = Banks.point("p" + p, "Thing " + random.nextInt(500) + " does " + random.nextInt(500) + ".");
            }
            questions.add(Banks.question(
                    id(q).toString(), List.of(Difficulty.values()).get(q % 3), points));
        }
        bank = Banks.of(questions);
        reviews = new ArrayList<>();
        for (int i = 0; i < attempts; i++) {
            Question question = questions.get(random.nextInt(QUESTIONS));
            Score score = new Score(random.nextDouble());
            List<Review.MissedPoint> missed = new ArrayList<>();
            for (KeyPoint point : question.keyPoints()) {
                if (random.nextDouble() > score.value()) {
                    missed.add(new Review.MissedPoint(point.id(), point.statement(), 0));
                }
            }
            Instant at = NOW.minus(Duration.ofSeconds(random.nextInt(1000 * 86_400)));
            // as the store does, one id object a question
            reviews.add(new Review(question.id(), "", at, score, Rating.of(score), missed));
        }
        reviews.sort(Comparator.comparing(Review::at));
        LikenessByWords likeness = new LikenessByWords(bank);
        planner = new Planner(memory, likeness);
    }

    private static QuestionId id(int q) {
        return new QuestionId("topic-" + q % TOPICS, "question-" + q);
    }

    /** Memory, mastery and weak points. */
    @Benchmark
    public Standing standing() {
        return Standing.of(bank, History.of(reviews, NOW, ZONE), memory, mastery);
    }

    /** The same, and a plan of five. */
    @Benchmark
    public StudyPlan standingAndPlan() {
        return planner.plan(standing(), new StudyRequest(5, Set.of(), new Goal.Lasting(), 1));
    }

    /** The same, and a plan by day for a month with its forecasts. */
    @Benchmark
    public Timetable standingAndTimetable() {
        return planner.timetable(
                standing(),
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
