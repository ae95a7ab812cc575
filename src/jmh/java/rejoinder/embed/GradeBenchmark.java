package rejoinder.embed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Grader;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.pack.PackFolder;
import rejoinder.text.InverseDocumentFrequency;

/**
 * What grading one answer costs beside one bare model call on it, and beside the call that grading needs (the answer after its question), in turns in one run on one
 * thread.
 */
public final class GradeBenchmark {
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 200;
    private static final String ANSWER =
            "both keep their order and can be indexed. a list is mutable, you can append or replace items, number ";

    private GradeBenchmark() {}

    public static void main(String[] args) {
        MiniLmEmbedder model = MiniLmEmbedder.open(Path.of("target", "sentence-model"));
        Grader grader = new AlignmentGrader(
                new CachingEmbedder(model.forComparing(), CachingEmbedder.DEFAULT_PIECES),
                GradingPolicy.standard(),
                InverseDocumentFrequency.shipped(),
                Calibration.shipped());
        Question question = PackFolder.shipped()
                .bank()
                .question(new QuestionId("data-structures", "tuple-vs-list"))
                .orElseThrow();
        List<Double> bare = new ArrayList<>();
        List<Double> needed = new ArrayList<>();
        List<Double> grade = new ArrayList<>();
        int tokens = 0;
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            // another answer each time, or the cache would answer for the model
            String calls = ANSWER + i + ", a tuple never changes so it can be a dictionary key";
            String graded = ANSWER + (i + 1_000) + ", a tuple never changes so it can be a dictionary key";
            long start = System.nanoTime();
            tokens = model.encode(calls).tokens().size();
            long first = System.nanoTime();
            model.encodeAfter(question.prompt(), calls);
            long second = System.nanoTime();
            grader.grade(question, graded);
            long end = System.nanoTime();
            if (i >= WARM_UP) {
                bare.add((first - start) / 1e6);
                needed.add((second - first) / 1e6);
                grade.add((end - second) / 1e6);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d tokens, %d key points: bare call %.1f ms, call after the question %.1f ms, grading %.1f ms, "
                        + "%.2f x the bare call, %.2f x the call that it needs (medians of %d)%n",
                tokens,
                question.keyPoints().size(),
                median(bare),
                median(needed),
                median(grade),
                median(grade) / median(bare),
                median(grade) / median(needed),
                ROUNDS);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
