package rejoinder.plan;

import java.util.List;

/** The answers to one question as a fit needs them: on which day, and how well remembered. */
final class AnswerSeries {
    /** A chance is never taken for nearer to certain than this; else one surprise would outweigh everything. */
    private static final double LEAST_CHANCE = .001;

    private final long[] days;
    private final Rating[] ratings;

    private AnswerSeries(long[] days, Rating[] ratings) {
        this.days = days;
        this.ratings = ratings;
    }

    /** Takes the answers over; adds the day of each answer that memory could foresee, which is one to a question answered on an earlier day. */
    static AnswerSeries of(List<Review> reviews, MemoryModel model, List<Long> foreseen) {
        long[] days = new long[reviews.size()];
        Rating[] ratings = new Rating[reviews.size()];
        for (int i = 0; i < days.length; i++) {
            days[i] = model.day(reviews.get(i).at());
            ratings[i] = reviews.get(i).rating();
            if (i > 0 && days[i] > days[i - 1]) {
                foreseen.add(days[i]);
            }
        }
        return new AnswerSeries(days, ratings);
    }

    /** The sum of log-losses of foreseen answers before a day. */
    static double oldLoss(List<AnswerSeries> all, MemoryModel model, long before) {
        double[] sums = new double[2];
        all.forEach(series -> series.addLoss(model, Long.MIN_VALUE, before, sums));
        return sums[0];
    }

    /** The mean log-loss of foreseen answers from a day on. */
    static double newLoss(List<AnswerSeries> all, MemoryModel model, long from) {
        double[] sums = new double[2];
        all.forEach(series -> series.addLoss(model, from, Long.MAX_VALUE, sums));
        return sums[0] / sums[1];
    }

    private void addLoss(MemoryModel model, long from, long before, double[] sums) {
        MemoryModel.Trace trace = model.trace();
        for (int i = 0; i < days.length && days[i] < before; i++) {
            if (i > 0 && days[i] > days[i - 1] && days[i] >= from) {
                double chance = Math.max(LEAST_CHANCE, Math.min(1 - LEAST_CHANCE, trace.recall(days[i])));
                sums[0] -= Math.log(ratings[i] == Rating.AGAIN ? 1 - chance : chance);
                sums[1]++;
            }
            trace.add(ratings[i], days[i]);
        }
    }
}
