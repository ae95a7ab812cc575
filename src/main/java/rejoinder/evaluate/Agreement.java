package rejoinder.evaluate;

import java.util.Arrays;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.correlation.SpearmansCorrelation;

/**
 * How well the grader's numbers agree with people's.
 *
 * @param n answers compared
 * @param pearson linear correlation; NaN if either side is constant or n is below 2
 * @param spearman rank correlation, ties at their mean rank; NaN likewise
 * @param rmse root of the mean squared difference, on the 0 to 1 scale; NaN if n is 0
 * @param mae mean of the absolute difference, on the same scale; NaN likewise
 * @param qwk Cohen's kappa with quadratic weights over the six marks 0 to 5 that a score is rounded to (half up), the scale of Mohler 2011; NaN if both sides
 *     give one and the same mark throughout
 */
public record Agreement(int n, double pearson, double spearman, double rmse, double mae, double qwk) {
    /** Marks that a score is rounded to for kappa, and one for zero. */
    private static final int HIGHEST_MARK = 5;

    /**
     * Compares two columns.
     *
     * @param people scores, 0 to 1
     * @param grader the grader's numbers for the same answers, 0 to 1
     */
    public static Agreement of(double[] people, double[] grader) {
        if (people.length != grader.length) {
            throw new IllegalArgumentException(people.length + " scores of people with " + grader.length + " grades.");
        }
        boolean correlates = people.length > 1 && varies(people) && varies(grader);
        return new Agreement(
                people.length,
                correlates ? new PearsonsCorrelation().correlation(people, grader) : Double.NaN,
                correlates ? new SpearmansCorrelation().correlation(people, grader) : Double.NaN,
                rmse(people, grader),
                mae(people, grader),
                kappa(people, grader));
    }

    private static boolean varies(double[] values) {
        return Arrays.stream(values).anyMatch(value -> value != values[0]);
    }

    private static double rmse(double[] people, double[] grader) {
        double sum = 0;
        for (int i = 0; i < people.length; i++) {
            sum += (people[i] - grader[i]) * (people[i] - grader[i]);
        }
        return Math.sqrt(sum / people.length);
    }

    private static double mae(double[] people, double[] grader) {
        double sum = 0;
        for (int i = 0; i < people.length; i++) {
            sum += Math.abs(people[i] - grader[i]);
        }
        return sum / people.length;
    }

    private static double kappa(double[] people, double[] grader) {
        int marks = HIGHEST_MARK + 1;
        double[][] observed = new double[marks][marks];
        double[] left = new double[marks];
        double[] right = new double[marks];
        for (int i = 0; i < people.length; i++) {
            int a = (int) Math.round(people[i] * HIGHEST_MARK);
            int b = (int) Math.round(grader[i] * HIGHEST_MARK);
            observed[a][b]++;
            left[a]++;
            right[b]++;
        }
        double disagreement = 0;
        double byChance = 0;
        for (int a = 0; a < marks; a++) {
            for (int b = 0; b < marks; b++) {
                double weight = (double) (a - b) * (a - b);
                disagreement += weight * observed[a][b];
                byChance += weight * left[a] * right[b] / people.length;
            }
        }
        return 1 - disagreement / byChance;
    }
}
