package rejoinder.grade;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fractions as whole points of 100 that visibly add up. Rounding each alone would not add up, so what is left over goes to the largest remainders (Hamilton's
 * method). The shares are rounded first and do not depend on the answer: a point that is made reads "12 of 12", one that is not reads "0 of 12", and what is
 * left over falls to the points in between. Only where that does not fit, the shares give way by a point.
 *
 * @param earned one per finding
 * @param shares the most that each finding can add; they sum to 100, bonus points come on top
 * @param deducted one per deduction
 */
record WholePoints(List<Integer> earned, List<Integer> shares, List<Integer> deducted) {
    /** Below this, two figures are equal; sums of fractions carry errors around 1e-16. */
    private static final double TOLERANCE = 1e-9;

    /** A whole figure may stand this many points from its exact value. */
    private static final double FURTHEST = 1.5;

    /**
     * Lays out a grade.
     *
     * @param percent of the score, which the points sum to
     */
    static WholePoints of(List<Double> earned, List<Double> shares, List<Double> amounts, int percent) {
        return onFixedShares(earned, shares, amounts, percent)
                .orElseGet(() -> onOwnShares(earned, shares, amounts, percent));
    }

    private static Optional<WholePoints> onFixedShares(
            List<Double> earned, List<Double> shares, List<Double> amounts, int total) {
        List<Integer> wholeShares = rounded(shares, hundred(shares));
        List<Integer> whole = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        int rest = total;
        for (int i = 0; i < earned.size(); i++) {
            boolean full = equal(earned.get(i), shares.get(i));
            whole.add(full ? wholeShares.get(i) : 0);
            rest -= whole.get(i);
            if (!full && !equal(earned.get(i), 0)) {
                open.add(i);
            }
        }
        List<Double> figures = new ArrayList<>(open.stream().map(earned::get).toList());
        figures.addAll(amounts);
        if (figures.isEmpty() && rest != 0) {
            return Optional.empty();
        }
        List<Integer> roundedFigures = rounded(figures, rest);
        boolean fits = IntStream.range(0, figures.size())
                .allMatch(i -> Math.abs(roundedFigures.get(i) - 100 * figures.get(i)) <= FURTHEST);
        for (int i = 0; i < open.size(); i++) {
            int points = roundedFigures.get(i);
            whole.set(open.get(i), points);
            fits &= points <= wholeShares.get(open.get(i)) && (points >= 0 || figures.get(i) < 0);
        }
        List<Integer> deducted = roundedFigures.subList(open.size(), roundedFigures.size());
        for (int i = 0; i < amounts.size(); i++) {
            fits &= deducted.get(i) * amounts.get(i) >= 0;
        }
        return fits ? Optional.of(new WholePoints(whole, wholeShares, deducted)) : Optional.empty();
    }

    private static WholePoints onOwnShares(List<Double> earned, List<Double> shares, List<Double> amounts, int total) {
        List<Integer> whole = rounded(earned, amounts.isEmpty() ? total : (int) Math.round(100 * sum(earned)));
        List<Integer> deducted = rounded(amounts, total - whole(whole));
        List<Integer> positive =
                whole.stream().map(points -> Math.max(0, points)).toList();
        List<Double> lost = IntStream.range(0, shares.size())
                .mapToObj(i -> shares.get(i) - Math.max(0, earned.get(i)))
                .toList();
        List<Integer> wholeLost = rounded(lost, hundred(shares) - whole(positive));
        return new WholePoints(
                whole,
                IntStream.range(0, shares.size())
                        .mapToObj(i -> positive.get(i) + wholeLost.get(i))
                        .toList(),
                deducted);
    }

    private static List<Integer> rounded(List<Double> fractions, int target) {
        List<Double> exact = fractions.stream()
                .map(fraction -> Math.round(100 * fraction / TOLERANCE) * TOLERANCE)
                .toList();
        List<Integer> whole = new ArrayList<>(exact.stream()
                .map(points -> (int) Math.floor(points + TOLERANCE))
                .toList());
        int missing = target - whole(whole);
        List<Integer> byRemainder = IntStream.range(0, exact.size())
                .boxed()
                .filter(i -> exact.get(i) - whole.get(i) > TOLERANCE)
                .sorted(Comparator.comparingDouble(i -> whole.get(i) - exact.get(i)))
                .limit(Math.max(0, missing))
                .toList();
        byRemainder.forEach(i -> whole.set(i, whole.get(i) + 1));
        // a target further off than the remainders reach: the largest part gives or takes, as it shows least there
        int left = missing - byRemainder.size();
        IntStream.range(0, exact.size())
                .boxed()
                .min(Comparator.comparingDouble(i -> -exact.get(i)))
                .ifPresent(largest -> whole.set(largest, whole.get(largest) + left));
        return List.copyOf(whole);
    }

    // 100, and what bonus points can add
    private static int hundred(List<Double> shares) {
        return (int) Math.round(100 * sum(shares));
    }

    private static boolean equal(double one, double other) {
        return Math.abs(one - other) < TOLERANCE;
    }

    private static double sum(List<Double> figures) {
        return figures.stream().mapToDouble(Double::doubleValue).sum();
    }

    private static int whole(List<Integer> figures) {
        return figures.stream().mapToInt(Integer::intValue).sum();
    }
}
