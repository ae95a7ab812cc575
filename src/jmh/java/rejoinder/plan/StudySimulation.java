package rejoinder.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import rejoinder.bank.ItemBank;

/**
 * Does the plan help? Simulated learners answer the same number of questions a day, chosen by different strategies, and are asked on the day of the interview
 * how much they still know. Every strategy meets the same learners; the interval is that of the mean difference, learner by learner.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.plan.StudySimulation}
 */
public final class StudySimulation {
    private static final int LEARNERS = 100;
    private static final long FIRST_SEED = 10_000;
    private static final double SPREAD = .15;

    private StudySimulation() {}

    private record Scene(int topics, int questionsEach, int days, int answersADay) {}

    private record Outcome(double strict, double bySkill) {}

    /** Runs every scene. */
    public static void main(String[] args) {
        List<Scene> scenes = List.of(
                new Scene(4, 15, 14, 10),
                new Scene(5, 20, 30, 10),
                new Scene(5, 30, 60, 5),
                new Scene(5, 30, 60, 10),
                new Scene(10, 20, 30, 10),
                new Scene(10, 30, 30, 10));
        for (Scene scene : scenes) {
            run(scene, SPREAD);
        }
        System.out.println("\nLearners twice as far from the published parameters:");
        run(new Scene(5, 20, 30, 10), 2 * SPREAD);
    }

    private static void run(Scene scene, double spread) {
        ItemBank bank = Banks.even(scene.topics, scene.questionsEach);
        LocalDate interview = LocalDate.ofInstant(Learner.noon(scene.days), ZoneOffset.UTC);
        Map<String, LongFunction<Strategy>> strategies = new LinkedHashMap<>();
        strategies.put("study plan", seed -> Strategy.planner(bank, seed, new Goal.Interview(interview)));
        strategies.put("random order", seed -> Strategy.random(bank, seed));
        strategies.put("oldest first", seed -> Strategy.oldestFirst(bank, seed));
        strategies.put("Leitner box", seed -> Strategy.leitner(bank, seed));
        strategies.put("plan without a date", seed -> Strategy.planner(bank, seed, new Goal.Lasting()));
        print(
                "%n%d questions, %d days, %d answers a day, %d learners:%n",
                scene.topics * scene.questionsEach, scene.days, scene.answersADay, LEARNERS);
        print("  %-20s %-28s %s%n", "", "recall, never asked = 0", "recall, never asked = skill");
        List<Outcome> plan = new ArrayList<>();
        strategies.forEach((name, strategy) -> {
            List<Outcome> outcomes = outcomes(bank, scene, strategy, spread);
            if (plan.isEmpty()) {
                plan.addAll(outcomes);
            }
            line(name, outcomes, plan);
        });
    }

    private static List<Outcome> outcomes(
            ItemBank bank, Scene scene, LongFunction<Strategy> strategies, double spread) {
        List<Outcome> outcomes = new ArrayList<>();
        for (long seed = FIRST_SEED; seed < FIRST_SEED + LEARNERS; seed++) {
            Learner learner = new Learner(bank, seed, spread);
            Strategy strategy = strategies.apply(seed);
            for (int day = 0; day < scene.days; day++) {
                int today = day;
                strategy.choose(learner.reviews(), day, scene.answersADay)
                        .forEach(question -> learner.answer(question, today));
            }
            outcomes.add(new Outcome(learner.recall(bank, scene.days, false), learner.recall(bank, scene.days, true)));
        }
        return outcomes;
    }

    private static void line(String name, List<Outcome> outcomes, List<Outcome> plan) {
        StringBuilder text = new StringBuilder();
        for (boolean bySkill : new boolean[] {false, true}) {
            double[] own = values(outcomes, bySkill);
            double[] ours = values(plan, bySkill);
            double[] gain = new double[own.length];
            for (int i = 0; i < own.length; i++) {
                gain[i] = ours[i] - own[i];
            }
            text.append(String.format(Locale.ROOT, "%.1f %%", 100 * mean(own)));
            text.append(
                    outcomes.equals(plan)
                            ? " ".repeat(23)
                            : String.format(
                                    Locale.ROOT,
                                    " plan %+5.1f (%+.1f to %+.1f)  ",
                                    100 * mean(gain),
                                    100 * (mean(gain) - error(gain)),
                                    100 * (mean(gain) + error(gain))));
        }
        print("  %-20s %s%n", name, text);
    }

    private static double[] values(List<Outcome> outcomes, boolean bySkill) {
        return outcomes.stream()
                .mapToDouble(bySkill ? Outcome::bySkill : Outcome::strict)
                .toArray();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Half the width of a 95 % interval of the mean. */
    private static double error(double[] values) {
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return 1.96 * Math.sqrt(squares / (values.length - 1) / values.length);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
