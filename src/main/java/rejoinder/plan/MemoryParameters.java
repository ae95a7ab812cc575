package rejoinder.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The 21 numbers of FSRS-6, each named by its place in the published formulas, {@code w[0]} to {@code w[20]}.
 *
 * @param w the numbers, each within {@link #lowest} and {@link #highest}
 */
public record MemoryParameters(List<Double> w) {
    // before DEFAULT, whose constructor needs them
    private static final double[] LOWEST = {
        .001, .001, .001, .001, 1, .001, .001, .001, 0, 0, .001, .001, .001, .001, 0, 0, 1, 0, 0, .01, .1
    };
    private static final double[] HIGHEST = {
        100, 100, 100, 100, 10, 4, 4, .75, 4.5, .8, 3.5, 5, .25, .9, 4, 1, 6, 2, 2, .8, .8
    };

    /** How many numbers there are. */
    static final int COUNT = LOWEST.length;

    /** The default parameters that open-spaced-repetition published with FSRS-6: {@code default_w} of ts-fsrs 5.4.2. */
    public static final MemoryParameters DEFAULT = new MemoryParameters(List.of(
            0.212, 1.2931, 2.3065, 8.2956, // stability in days after a first answer: again, hard, good, easy
            6.4133, 0.8334, 3.0194, 0.001, // difficulty: start, step of the start, change, pull to the mean
            1.8722, 0.1666, 0.796, // stability after recall
            1.4835, 0.0614, 0.2629, 1.6483, // stability after forgetting
            0.6014, 1.8729, // factors for hard and easy
            0.5425, 0.0912, 0.0658, // stability after another answer on the same day
            0.1542)); // how steeply memory decays

    /** Copies the list and refuses another number of parameters, or one outside its bounds. */
    public MemoryParameters {
        w = List.copyOf(w);
        if (w.size() != COUNT) {
            throw new IllegalArgumentException("FSRS-6 has " + COUNT + " parameters, not " + w.size() + ".");
        }
        for (int i = 0; i < COUNT; i++) {
            double value = w.get(i);
            if (!(value >= LOWEST[i] && value <= HIGHEST[i])) {
                throw new IllegalArgumentException("Parameter w[" + i + "] of FSRS-6 lies between " + LOWEST[i]
                        + " and " + HIGHEST[i] + "; it cannot be " + value + ".");
            }
        }
    }

    /** The least that a parameter may be, as ts-fsrs 5.4.2 bounds it. */
    static double lowest(int index) {
        return LOWEST[index];
    }

    /** The most that a parameter may be, as ts-fsrs 5.4.2 bounds it. */
    static double highest(int index) {
        return HIGHEST[index];
    }

    /** These parameters with one of them moved, at most to its bound. */
    MemoryParameters with(int index, double value) {
        List<Double> moved = new ArrayList<>(w);
        moved.set(index, Math.max(LOWEST[index], Math.min(HIGHEST[index], value)));
        return new MemoryParameters(Collections.unmodifiableList(moved));
    }
}
