package rejoinder.plan;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;

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
        double[] sum = new double[1];
        all.forEach(series -> series.eachLoss(model, Long.MIN_VALUE, before, loss -> sum[0] += loss));
        return sum[0];
    }

    /** The log-loss of each foreseen answer from a day on. */
    static double[] newLosses(List<AnswerSeries> all, MemoryModel model, long from) {
        DoubleStream.Builder losses = DoubleStream.builder();
        all.forEach(series -> series.eachLoss(model, from, Long.MAX_VALUE, losses));
        return losses.build().toArray();
    }

    /** The mean log-loss of foreseen answers from a day on. */
    static double newLoss(List<AnswerSeries> all, MemoryModel model, long from) {
        return Arrays.stream(newLosses(all, model, from)).average().orElse(0);
    }

    private void eachLoss(MemoryModel model, long from, long before, DoubleConsumer losses) {
        MemoryModel.Trace trace = model.trace();
        for (int i = 0; i < days.length && days[i] < before; i++) {
            if (i > 0 && days[i] > days[i - 1] && days[i] >= from) {
                double chance = Math.max(LEAST_CHANCE, Math.min(1 - LEAST_CHANCE, trace.recall(days[i])));
                losses.accept(-Math.log(ratings[i] == Rating.AGAIN ? 1 - chance : chance));
            }
            trace.add(ratings[i], days[i]);
        }
    }
}
