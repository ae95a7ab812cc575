package rejoinder.plan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;

/**
 * Does the forecast of a timetable hold? Simulated learners practise for some days, are given a timetable up to an interview, practise on by the plan, and are
 * asked on the day: how often does the 80 % interval of a topic cover the share of full marks that they would earn?
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.plan.ForecastCalibration}
 */
public final class ForecastCalibration {
    private static final int LEARNERS = 100;
    private static final long FIRST_SEED = 30_000;

    private ForecastCalibration() {}

    /** Prints coverage for several spans. */
    public static void main(String[] args) {
        for (double spread : new double[] {.15, .3}) {
            System.out.printf(
                    Locale.ROOT, "Memory parameters differ between learners by a factor of e^%.2f:%n", spread);
            run(3, 7, spread);
            run(7, 14, spread);
            run(14, 30, spread);
        }
    }

    private static void run(int before, int after, double spread) {
        ItemBank bank = Banks.even(5, 20);
        int end = before + after;
        LocalDate interview = LocalDate.ofInstant(Learner.noon(end), ZoneOffset.UTC);
        MemoryModel memory = new MemoryModel(ZoneOffset.UTC);
        MasteryModel mastery = new MasteryModel();
        int covered = 0;
        int above = 0;
        int all = 0;
        double width = 0;
        double bias = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + LEARNERS; seed++) {
            Learner learner = new Learner(bank, seed, spread);
            Strategy strategy = Strategy.planner(bank, seed, new Goal.Interview(interview));
            for (int day = 0; day < before; day++) {
                practise(learner, strategy, day);
            }
            Progress progress = Progress.of(
                    bank, History.of(learner.reviews(), Learner.noon(before), ZoneOffset.UTC), memory, mastery);
            StudyRequest request = new StudyRequest(10, Set.of(), new Goal.Interview(interview), seed);
            List<Timetable.Forecast> forecasts = new Planner(memory, new Exactly())
                    .timetable(progress, request, interview)
                    .forecasts();
            for (int day = before; day < end; day++) {
                practise(learner, strategy, day);
            }
            for (Timetable.Forecast forecast : forecasts) {
                List<Question> questions = bank.questions(forecast.topic().id());
                double chance = questions.stream()
                        .mapToDouble(question -> learner.chance(question.id(), end))
                        .average()
                        .orElseThrow();
                double truth = chance * Learner.KNOWN + (1 - chance) * Learner.UNKNOWN;
                covered += truth >= forecast.low() && truth <= forecast.high() ? 1 : 0;
                above += truth > forecast.high() ? 1 : 0;
                width += forecast.high() - forecast.low();
                bias += forecast.mean() - truth;
                all++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  forecast on day %d for day %d: covered %.1f %%, truth above %.1f %%, width %.3f, mean less truth %+.3f%n",
                before,
                end,
                100.0 * covered / all,
                100.0 * above / all,
                width / all,
                bias / all);
    }

    private static void practise(Learner learner, Strategy strategy, int day) {
        strategy.choose(learner.reviews(), day, 10).forEach(question -> learner.answer(question, day));
    }
}
