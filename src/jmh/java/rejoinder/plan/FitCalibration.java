package rejoinder.plan;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;

/**
 * Is it worth while to fit memory to one's own answers? Simulated learners practise in turn; parameters are fitted to what they have answered, and their next
 * answers tell whether the fit foresees them better than the published parameters.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.plan.FitCalibration}
 */
public final class FitCalibration {
    private static final int LEARNERS = 40;
    private static final long FIRST_SEED = 40_000;
    private static final int ANSWERS_A_DAY = 10;

    private FitCalibration() {}

    /** Prints how often a fit was taken, and what it brought. */
    public static void main(String[] args) {
        for (double spread : new double[] {0, .15, .3, .6}) {
            System.out.printf(
                    Locale.ROOT, "Memory parameters differ between learners by a factor of e^%.2f:%n", spread);
            run(60, spread);
            run(200, spread);
        }
    }

    private static void run(int days, double spread) {
        ItemBank bank = Banks.even(5, 12);
        MemoryModel published = new MemoryModel(ZoneOffset.UTC);
        int taken = 0;
        int answers = 0;
        double before = 0;
        double after = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + LEARNERS; seed++) {
            Learner learner = new Learner(bank, seed, spread);
            Strategy strategy = Strategy.random(bank, seed);
            for (int day = 0; day < days + 60; day++) {
                int today = day;
                strategy.choose(learner.reviews(), day, ANSWERS_A_DAY).forEach(id -> learner.answer(id, today));
            }
            History past = History.of(learner.reviews(), Learner.noon(days - 1), ZoneOffset.UTC);
            ParameterFit fit = ParameterFit.of(past, published);
            answers += past.size();
            History all = History.of(learner.reviews(), Learner.noon(days + 60), ZoneOffset.UTC);
            List<AnswerSeries> series = new ArrayList<>();
            for (QuestionId id : all.questions()) {
                series.add(AnswerSeries.of(all.reviews(id), published, new ArrayList<>()));
            }
            if (fit instanceof ParameterFit.Fitted) {
                long next = published.day(Learner.noon(days));
                taken++;
                before += AnswerSeries.newLoss(series, published, next);
                after += AnswerSeries.newLoss(series, published.with(fit.parameters()), next);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  after %d answers: taken for %d of %d learners; log-loss of the next 600 answers %.4f instead of %.4f%n",
                answers / LEARNERS,
                taken,
                LEARNERS,
                after / taken,
                before / taken);
    }
}
