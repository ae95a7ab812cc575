package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Whether the grader ranks the better of two answers above the worse one: all pairs of answers to one question whose scores by people lie far enough apart.
 *
 * @param apart least difference between the scores of a pair, 0 to 1
 * @param all the pairs of all questions together
 * @param good those of a good answer, {@link #GOOD} or more by people, and a bad one, {@link #BAD} or less: what nobody would order otherwise
 * @param kinds by the classes of the two answers, those with the smallest part ordered right first; empty if the set has no classes
 */
public record Pairs(double apart, Order all, Order good, List<Kinds> kinds) {
    /**
     * Scores this far apart make a pair where nothing else is said: half of full marks. On Mohler 2011, the public set that keeps its two graders apart, the second
     * grader orders 80 % of the pairs like the first that the first puts this far apart (ties half), and 75 % of those a fifth apart: nearer answers are not for
     * people to order.
     */
    public static final double APART = 0.5;

    /** People's score from which an answer is good: it would do in an interview. */
    public static final double GOOD = 0.6;

    /** People's score up to which an answer is bad: it would not, whatever else is said. */
    public static final double BAD = 0.2;

    /** Scores are read from decimals; .8 less .3 is to be .5. */
    private static final double ROUNDING = 1e-9;

    /** Copies the list. */
    public Pairs {
        kinds = List.copyOf(kinds);
    }

    /**
     * How some pairs were ordered.
     *
     * @param pairs how many
     * @param raw part of them, 0 to 1, whose better answer has the greater alignment, ties half; NaN if there are none
     * @param grade part of them whose better answer has the greater grade, likewise
     */
    public record Order(int pairs, double raw, double grade) {}

    /** The pairs of a better answer of one class and a worse one of another or the same. */
    public record Kinds(String better, String worse, Order order) {}

    static Pairs of(List<Evaluation.Row> rows, double apart) {
        Tally all = new Tally();
        Tally good = new Tally();
        Map<String, Map<String, Tally>> byKind = new TreeMap<>();
        for (List<Evaluation.Row> question : Evaluation.byQuestion(rows).values()) {
            for (Evaluation.Row better : question) {
                for (Evaluation.Row worse : question) {
                    if (better.score() >= GOOD && worse.score() <= BAD) {
                        good.add(better, worse);
                    }
                    if (better.score() - worse.score() >= apart - ROUNDING) {
                        all.add(better, worse);
                        byKind.computeIfAbsent(better.answer().kind(), kind -> new TreeMap<>())
                                .computeIfAbsent(worse.answer().kind(), kind -> new Tally())
                                .add(better, worse);
                    }
                }
            }
        }
        List<Kinds> kinds = new ArrayList<>();
        byKind.forEach((better, others) ->
                others.forEach((worse, tally) -> kinds.add(new Kinds(better, worse, tally.order()))));
        kinds.removeIf(pair -> pair.better.isEmpty() && pair.worse.isEmpty());
        kinds.sort(Comparator.comparingDouble(pair -> pair.order.grade()));
        return new Pairs(apart, all.order(), good.order(), kinds);
    }

    private static final class Tally {
        private int pairs;
        private double raw;
        private double grade;

        void add(Evaluation.Row better, Evaluation.Row worse) {
            pairs++;
            raw += right(better, worse, Evaluation.Row::raw);
            grade += right(better, worse, Evaluation.Row::grade);
        }

        private static double right(
                Evaluation.Row better, Evaluation.Row worse, ToDoubleFunction<Evaluation.Row> number) {
            return (1 + Math.signum(number.applyAsDouble(better) - number.applyAsDouble(worse))) / 2;
        }

        Order order() {
            return new Order(pairs, raw / pairs, grade / pairs);
        }
    }
}
