package rejoinder.embed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Grader;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.pack.PackFolder;
import rejoinder.text.Embedder;
import rejoinder.text.InverseDocumentFrequency;

/**
 * What grading costs, in processor time of one thread: beside a bare model call on the answer; question after question against the same question again, with
 * what answers are compared with on the shelf and without a shelf; and by the length of the answer.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.embed.GradeBenchmark}
 */
public final class GradeBenchmark {
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 60;
    private static final long SEED = 11;

    /** More than a grader keeps ready, so that asked in turns each has been forgotten when it is asked again. */
    private static final int QUESTIONS = 10;

    private static final int TURNS = 6;
    private static final int TURNS_WITHOUT = 1;
    private static final String ANSWER =
            "both keep their order and can be indexed. a list is mutable, you can append or replace items, number ";
    private static final String REST = ", a tuple never changes so it can be a dictionary key";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final MiniLmEmbedder model = MiniLmEmbedder.open(Path.of("target", "sentence-model"));
    private final List<Question> bank = PackFolder.shipped().bank().questions();
    private int answers;

    private GradeBenchmark() {}

    /** Measures and prints. */
    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("rejoinder-encodings");
        try {
            GradeBenchmark benchmark = new GradeBenchmark();
            Grader grader = grader(benchmark.model.forComparing(folder));
            benchmark.besideTheBareCall(grader);
            benchmark.inTurns(grader, grader(benchmark.model.forComparing()));
            benchmark.byLength(grader);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Grader grader(Embedder embedder) {
        return new AlignmentGrader(
                new CachingEmbedder(embedder, CachingEmbedder.DEFAULT_PIECES),
                GradingPolicy.standard(),
                InverseDocumentFrequency.shipped(),
                Calibration.shipped());
    }

    // another answer each time, or the cache would answer for the model
    private String answer() {
        answers++;
        return ANSWER + answers + REST;
    }

    private void besideTheBareCall(Grader grader) {
        Question question = bank.stream()
                .filter(one -> one.id().equals(new QuestionId("data-structures", "tuple-vs-list")))
                .findFirst()
                .orElseThrow();
        List<Double> bare = new ArrayList<>();
        List<Double> needed = new ArrayList<>();
        List<Double> graded = new ArrayList<>();
        int tokens = model.tokens(answer()).size();
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            double call = millis(() -> model.encode(answer()));
            double after = millis(() -> model.encodeAfter(question.prompt(), answer()));
            double grade = millis(() -> grader.grade(question, answer()));
            if (i >= WARM_UP) {
                bare.add(call);
                needed.add(after);
                graded.add(grade);
            }
        }
        say(
                "%d tokens, %d key points: bare call %.1f ms, call after the question %.1f ms, grading %.1f ms",
                tokens, question.keyPoints().size(), median(bare), median(needed), median(graded));
        say(
                "grading takes %.2f x the bare call, %.2f x the call that it needs (medians of %d)",
                median(graded) / median(bare), median(graded) / median(needed), ROUNDS);
    }

    private void inTurns(Grader shelf, Grader none) {
        List<Question> left = new ArrayList<>(bank);
        Collections.shuffle(left, new java.util.Random(SEED));
        List<Question> drawn = left.subList(0, QUESTIONS);
        drawn.forEach(question -> {
            while (shelf.readAhead(question, 1_000)) {}
        });
        List<Double> again = new ArrayList<>();
        List<Double> turns = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            for (Question question : drawn) {
                turns.add(millis(() -> shelf.grade(question, answer())));
            }
            for (Question question : drawn) {
                shelf.grade(question, answer());
                again.add(millis(() -> shelf.grade(question, answer())));
            }
        }
        List<Double> without = new ArrayList<>();
        for (int turn = 0; turn < TURNS_WITHOUT; turn++) {
            for (Question question : drawn) {
                without.add(millis(() -> none.grade(question, answer())));
            }
        }
        say(
                "%d questions, answers a second of one processor: the same question again %.1f, in turns %.1f, in turns without the shelf %.2f",
                QUESTIONS, 1_000 / mean(again), 1_000 / mean(turns), 1_000 / mean(without));
        say(
                "in turns an answer takes %.2f x the time of the same question again; without the shelf %.1f x",
                mean(turns) / mean(again), mean(without) / mean(again));
    }

    private void byLength(Grader grader) {
        SplittableRandom dice = new SplittableRandom(SEED);
        Question question = bank.get(dice.nextInt(bank.size()));
        StringBuilder text = new StringBuilder();
        grader.grade(question, answer());
        for (int sentences : new int[] {5, 10, 20, 40, 80}) {
            text.setLength(0);
            for (int i = 0; i < sentences; i++) {
                text.append(answer()).append(". ");
            }
            double millis = millis(() -> grader.grade(question, text.toString()));
            say("an answer of %d words in %.0f ms, %.2f ms a word", words(text), millis, millis / words(text));
        }
        for (int backticks : new int[] {1_250, 2_500, 5_000}) {
            say("%d backticks in %.0f ms", backticks, millis(() -> grader.grade(question, "`".repeat(backticks))));
        }
    }

    private static int words(CharSequence text) {
        return text.toString().split(" ", -1).length;
    }

    private static double millis(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).average().orElse(0);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void say(String line, Object... figures) {
        System.out.printf(Locale.ROOT, line + "%n", figures);
    }
}
