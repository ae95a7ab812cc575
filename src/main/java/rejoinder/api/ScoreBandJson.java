package rejoinder.api;

import java.util.List;
import java.util.stream.Stream;
import rejoinder.grade.ScoreBand;

/**
 * A word for scores.
 *
 * @param from whole percentage at which it begins
 */
public record ScoreBandJson(int from, String word) {
    /** All of them, the lowest first. */
    static final List<ScoreBandJson> ALL = Stream.of(ScoreBand.values())
            .map(band -> new ScoreBandJson(band.from(), band.word()))
            .toList();
}
