package rejoinder.plan;

import java.time.LocalDate;

/**
 * What an answer given today is worth: how much it lifts the chance of recall on the day that counts, less a part of what the best later day would lift it by.
 * A question that can as well wait is worth little today.
 */
final class ReviewPriority {
    /** Chosen on simulated learners and checked on others, see {@code StudySimulation} among the benchmarks. */
    private static final double WAITING = .5;

    private final MemoryModel model;
    private final long today;
    private final long horizon;

    ReviewPriority(MemoryModel model, LocalDate today, LocalDate horizon) {
        this.model = model;
        this.today = today.toEpochDay();
        this.horizon = horizon.toEpochDay();
    }

    double of(MemoryState state) {
        double without = model.retrievability(horizon - model.day(state.lastReviewed()), state.stability());
        double best = 0;
        long wait = 1;
        for (long day = today + 1; day < horizon; day += wait, wait *= 2) {
            best = Math.max(best, model.recallAfterAnswer(state, day, horizon) - without);
        }
        return model.recallAfterAnswer(state, today, horizon) - without - WAITING * best;
    }
}
