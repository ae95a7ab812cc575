package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;

/** When the grader is not sure: near a threshold, or where its two ways of looking disagree. Measured on own answers, the doubted grades hold most of the errors. */
final class Doubts {
    private static final double MUCH_BETWEEN = 0.34;
    private static final double DISAGREEMENT = 0.35;
    private static final double STEEP_FROM = 0.46;
    private static final double STEEP_TO = 0.57;

    private Doubts() {}

    /**
     * Doubts about a grade by key points.
     *
     * @param findings what became of the points
     * @param whole what the calibrated alignment with the best reference says of the same answer, 0 to 1
     */
    static List<String> aboutPoints(List<KeyPointFinding> findings, double whole) {
        List<String> doubts = new ArrayList<>();
        double between = 0;
        double earned = 0;
        for (KeyPointFinding finding : findings) {
            between +=
                    finding instanceof KeyPointFinding.Partial ? finding.point().share() : 0;
            earned += finding.earned();
        }
        if (between >= MUCH_BETWEEN) {
            doubts.add("Points worth " + Math.round(between * 100)
                    + " % lie between \u201Cmade\u201D and \u201Cnot made\u201D.");
        }
        if (Math.abs(earned - whole) >= DISAGREEMENT) {
            doubts.add("The key points give " + Math.round(earned * 100)
                    + " %, the comparison with whole reference answers " + Math.round(whole * 100) + " %.");
        }
        return doubts;
    }

    /** Doubts about a grade by whole references: where the curve is steep, people's marks for the same alignment differ most. */
    static List<String> aboutWhole(double raw) {
        return raw > STEEP_FROM && raw < STEEP_TO
                ? List.of("The answer lies where a little more or less likeness changes the score most.")
                : List.of();
    }
}
