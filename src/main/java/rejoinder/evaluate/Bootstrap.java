package rejoinder.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How far an agreement could be luck of the questions: the same figures over as many questions drawn again and again with replacement, each with all of its
 * answers (answers to one question are alike, so drawing single answers would promise too much). The middle 95 % of what comes out; NaN with fewer than two
 * questions.
 */
public record Bootstrap(Interval pearson, Interval spearman, Interval rmse, Interval mae, Interval qwk) {
    /** Draws: enough for the second digit of the bounds to stand still. */
    static final int DRAWS = 1000;

    /** Same figures on every machine and in every run. */
    static final long SEED = 2013;

    private static final double TAIL = 0.025;

    /** From and to. */
    public record Interval(double low, double high) {}

    static Bootstrap of(List<Evaluation.Row> rows, ToDoubleFunction<Evaluation.Row> number) {
        Map<String, double[][]> byQuestion = new LinkedHashMap<>();
        Evaluation.byQuestion(rows)
                .forEach((id, answers) -> byQuestion.put(id, new double[][] {
                    answers.stream().mapToDouble(Evaluation.Row::score).toArray(),
                    answers.stream().mapToDouble(number).toArray()
                }));
        List<double[][]> questions = List.copyOf(byQuestion.values());
        List<Agreement> drawn = questions.size() < 2
                ? List.of()
                : IntStream.range(0, DRAWS)
                        .parallel()
                        .mapToObj(i -> draw(questions, i))
                        .toList();
        return new Bootstrap(
                interval(drawn, Agreement::pearson),
                interval(drawn, Agreement::spearman),
                interval(drawn, Agreement::rmse),
                interval(drawn, Agreement::mae),
                interval(drawn, Agreement::qwk));
    }

    private static Agreement draw(List<double[][]> questions, int number) {
        SplittableRandom dice = new SplittableRandom(SEED + number);
        List<double[][]> picked = IntStream.range(0, questions.size())
                .mapToObj(i -> questions.get(dice.nextInt(questions.size())))
                .toList();
        return Agreement.of(
                picked.stream()
                        .flatMapToDouble(columns -> Arrays.stream(columns[0]))
                        .toArray(),
                picked.stream()
                        .flatMapToDouble(columns -> Arrays.stream(columns[1]))
                        .toArray());
    }

    private static Interval interval(List<Agreement> drawn, ToDoubleFunction<Agreement> figure) {
        double[] sorted = drawn.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length == 0) {
            return new Interval(Double.NaN, Double.NaN);
        }
        int tail = (int) (TAIL * sorted.length);
        return new Interval(sorted[tail], sorted[sorted.length - 1 - tail]);
    }
}
