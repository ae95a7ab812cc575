package rejoinder.embed;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.AlignmentGrader;
import rejoinder.grade.Calibration;
import rejoinder.grade.Grader;
import rejoinder.grade.GradingPolicy;
import rejoinder.grade.InverseDocumentFrequency;
import rejoinder.pack.PackFolder;

/** What grading one answer costs beside the two model calls that it needs (the answer alone, and after the question), in turns in one run on one thread. */
public final class GradeBenchmark {
    private static final int ROUNDS = 60;
    private static final int WARM_UP = 20;
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
        List<Double> grade = new ArrayList<>();
        int tokens = 0;
        for (int i = 0; i < WARM_UP + ROUNDS; i++) {
            // another answer each time, or the cache would answer for the model
            String calls = ANSWER + i + ", a tuple never changes so it can be a dictionary key";
            String graded = ANSWER + (i + 1_000) + ", a tuple never changes so it can be a dictionary key";
            long start = System.nanoTime();
            tokens = model.encode(calls).tokens().size();
            model.encodeAfter(question.prompt(), calls);
            long middle = System.nanoTime();
            grader.grade(question, graded);
            long end = System.nanoTime();
            if (i >= WARM_UP) {
                bare.add((middle - start) / 1e6);
                grade.add((end - middle) / 1e6);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d tokens, %d key points: model calls %.1f ms, grading %.1f ms, %.2f x (medians of %d)%n",
                tokens,
                question.keyPoints().size(),
                median(bare),
                median(grade),
                median(grade) / median(bare),
                ROUNDS);
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
