package rejoinder.plan;

import java.util.List;

/**
 * Looks for the parameters that make a candidate's answers most likely. One parameter after the other is moved a step up or down and stays where that helps;
 * when nothing helps any more, the step is halved. It needs no gradient, keeps within the bounds, and comes out the same each time.
 */
final class ParameterSearch {
    /** How far the parameters of people lie apart: those behind the regularisation of fsrs-rs and ts-fsrs. The first four, stabilities in days, go by ratio instead. */
    private static final double[] DEVIATION = {
        1, 1, 1, 1, .57, .28, .6, .12, .39, .18, .33, .3, .09, .16, .57, .25, 1.03, .31, .32, .14, .27
    };

    private static final int BY_RATIO = 4;
    private static final double FIRST_STEP = .5;
    private static final double LAST_STEP = .05;
    private static final int MOST_ROUNDS = 30;

    private final List<AnswerSeries> series;
    private final MemoryModel model;
    private final long before;

    /**
     * Takes what is to be fitted.
     *
     * @param model where to start, and what to hold back to
     * @param before only answers before this day count
     */
    ParameterSearch(List<AnswerSeries> series, MemoryModel model, long before) {
        this.series = series;
        this.model = model;
        this.before = before;
    }

    MemoryParameters best() {
        double[] moves = new double[DEVIATION.length];
        double least = cost(moves);
        double step = FIRST_STEP;
        for (int round = 0; round < MOST_ROUNDS && step >= LAST_STEP; round++) {
            double start = least;
            for (int i = 0; i < moves.length; i++) {
                least = improve(moves, i, step, least);
            }
            if (least == start) {
                step /= 2;
            }
        }
        return moved(moves);
    }

    private double improve(double[] moves, int i, double step, double least) {
        double old = moves[i];
        for (double way : new double[] {step, -step}) {
            moves[i] = old + way;
            double cost = cost(moves);
            if (cost < least) {
                return cost;
            }
        }
        moves[i] = old;
        return least;
    }

    // minus the log of likelihood times prior, the prior as in fsrs-rs
    private double cost(double[] moves) {
        double cost = AnswerSeries.oldLoss(series, model.with(moved(moves)), before);
        for (double move : moves) {
            cost += move * move;
        }
        return cost;
    }

    private MemoryParameters moved(double[] moves) {
        MemoryParameters parameters = model.parameters();
        for (int i = 0; i < moves.length; i++) {
            if (moves[i] != 0) {
                double w = parameters.w().get(i);
                double change = moves[i] * DEVIATION[i];
                parameters = parameters.with(i, i < BY_RATIO ? w * Math.exp(change) : w + change);
            }
        }
        return parameters;
    }
}
