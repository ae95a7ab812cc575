package rejoinder.api;

import org.jspecify.annotations.Nullable;
import rejoinder.grade.ScoreBand;
import rejoinder.plan.Mastery;

/**
 * Mastery of a topic, in whole per cent.
 *
 * @param mid the best guess; like the bounds and the trend null while there are too few answers for a number
 * @param low lower bound of the middle 80 %
 * @param high upper bound of it
 * @param word what the candidate sees
 * @param trend its trend
 */
public record MasteryJson(
        String id,
        String title,
        int answers,
        @Nullable Integer mid,
        @Nullable Integer low,
        @Nullable Integer high,
        String word,
        @Nullable TrendJson trend) {
    /**
     * The trend of mastery.
     *
     * @param direction {@code unknown}, {@code falling}, {@code steady} or {@code rising}
     * @param change in percentage points over two weeks
     */
    public record TrendJson(String direction, int change) {
        static TrendJson of(Mastery.Trend trend) {
            return new TrendJson(
                    switch (trend.direction()) {
                        case UNKNOWN -> "unknown";
                        case FALLING -> "falling";
                        case STEADY -> "steady";
                        case RISING -> "rising";
                    },
                    percent(trend.change()));
        }
    }

    static MasteryJson of(Mastery mastery) {
        String id = mastery.topic().id();
        String title = mastery.topic().title();
        if (mastery instanceof Mastery.Measured measured) {
            int mid = percent(measured.mean());
            return new MasteryJson(
                    id,
                    title,
                    measured.answers(),
                    mid,
                    percent(measured.low()),
                    percent(measured.high()),
                    ScoreBand.of(mid).word(),
                    TrendJson.of(measured.trend()));
        }
        String word = mastery instanceof Mastery.TooFew few ? few.sentence() : "not answered yet";
        return new MasteryJson(id, title, mastery.answers(), null, null, null, word, null);
    }

    /** A fraction in whole per cent. */
    static int percent(double fraction) {
        return (int) Math.round(fraction * 100);
    }
}
