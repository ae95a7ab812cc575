package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;

/** What bonus points add: they make up for core points that are missing, up to a limit, and never lift a score above full marks. */
public final class Bonus {
    /** Most that all bonus points of an answer add: 20 points of 100. */
    public static final double MOST = 0.2;

    private Bonus() {}

    /**
     * What each point adds to the score.
     *
     * @param points of one answer
     * @param earned what each would add alone, in the same order
     * @return the same for core points; for bonus points less by what all of them together are over the limit or over what the core lacks
     */
    public static List<Double> limited(List<Finding.Point> points, List<Double> earned) {
        double core = 0;
        double bonus = 0;
        for (int i = 0; i < points.size(); i++) {
            core += points.get(i).bonus() ? 0 : earned.get(i);
            bonus += points.get(i).bonus() ? earned.get(i) : 0;
        }
        double counted = Math.min(bonus, Math.min(MOST, Math.max(0, 1 - core)));
        List<Double> limited = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            boolean less = points.get(i).bonus() && counted < bonus;
            limited.add(less ? earned.get(i) * counted / bonus : earned.get(i));
        }
        return limited;
    }
}
