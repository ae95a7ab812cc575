package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * A grade with the candidate's corrections, in whole points of 100 that add up to the score that is shown. This is the only place that applies corrections,
 * rounds and adds up: pages, exports and the terminal show what stands here.
 */
public final class Marking {
    private final Grade grade;
    private final Credits credits;
    private final List<Line> lines;
    private final List<Change> changes;
    private final Score byPoints;

    private Marking(Grade grade, Credits credits) {
        this.grade = grade;
        this.credits = credits;
        List<Double> own = grade.findings().stream().map(Finding::earned).toList();
        List<Finding.Point> points =
                grade.findings().stream().map(Finding::point).toList();
        List<Double> counted = Bonus.limited(
                points,
                grade.findings().stream()
                        .map(finding -> alone(finding, credits))
                        .toList());
        List<Double> shares = grade.findings().stream()
                .map(finding -> finding.point().share())
                .toList();
        List<Double> amounts =
                grade.deductions().stream().map(Deduction::amount).toList();
        List<Double> left = IntStream.range(0, amounts.size())
                .mapToObj(i -> left(i, grade, credits))
                .toList();
        byPoints = Score.nearest(sum(counted, left));
        WholePoints whole = WholePoints.of(counted, shares, cutOff(counted, left), byPoints.percent());
        WholePoints before =
                WholePoints.of(own, shares, cutOff(own, amounts), grade.score().percent());
        List<Line> found = new ArrayList<>();
        for (int i = 0; i < counted.size(); i++) {
            Finding finding = grade.findings().get(i);
            found.add(new Line(
                    finding,
                    credits.of(finding.point()),
                    counted.get(i),
                    whole.earned().get(i),
                    before.earned().get(i),
                    whole.shares().get(i)));
        }
        lines = List.copyOf(found);
        List<Change> changed = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            String id = grade.deductionId(i);
            changed.add(new Change(
                    id,
                    grade.deductions().get(i),
                    credits.ofDeduction(id),
                    left.get(i),
                    whole.deducted().get(i),
                    before.deducted().get(i)));
        }
        changes = List.copyOf(changed);
    }

    /** A grade without corrections. */
    public static Marking of(Grade grade) {
        return new Marking(grade, Credits.NONE);
    }

    /** A grade with corrections. */
    public static Marking of(Grade grade, Credits credits) {
        return new Marking(grade, credits);
    }

    /**
     * A key point in whole points.
     *
     * @param finding the grader's
     * @param credit the candidate's word on it, if there is one
     * @param counted what it adds to the score, as a fraction
     * @param points what it adds, in whole points
     * @param own what the grader gave, in whole points
     * @param most the most that it can add; those of core points sum to 100
     */
    public record Line(Finding finding, Optional<Score> credit, double counted, int points, int own, int most) {
        /** The verdict that counts: the candidate's, or else the grader's. */
        public Verdict verdict() {
            return credit.map(Verdict::of).orElse(finding.verdict());
        }

        /** The part of the point's share that counts as earned, 0 or more. */
        public double part() {
            return Math.max(0, credit.map(Score::value).orElseGet(finding::part));
        }
    }

    /**
     * A deduction in whole points: negative for what it takes away, and never more than there is.
     *
     * @param id what a correction calls it
     * @param deduction the grader's
     * @param givenBack the part of it that the candidate struck, if any
     * @param counted what it adds to the score, as a fraction
     * @param points what it adds, in whole points
     * @param own what the grader's own deduction adds, in whole points
     */
    public record Change(
            String id, Deduction deduction, Optional<Score> givenBack, double counted, int points, int own) {}

    /** Whether a point counts as missed that earned this part of its share: with half of it, it was made badly, not missed. */
    public static boolean isMissed(double part) {
        return part < 0.5;
    }

    /** What was graded. */
    public Grade grade() {
        return grade;
    }

    /** The graded key points, in the question's order. */
    public List<Line> lines() {
        return lines;
    }

    /** The deductions, in the grade's order. */
    public List<Change> changes() {
        return changes;
    }

    /** The credit for the whole answer, if the candidate gave one. */
    public Optional<Score> whole() {
        return credits.whole();
    }

    /** The score by the points, corrections applied; the points of all lines and changes sum to its percentage. */
    public Score byPoints() {
        return byPoints;
    }

    /** The score that counts: the candidate's credit for the whole answer, or else {@link #byPoints()}. */
    public Score score() {
        return credits.whole().orElse(byPoints);
    }

    /** The grader's own score. */
    public Score own() {
        return grade.score();
    }

    /** The score if the answer made none of the points that are open. */
    public Score low() {
        return bracket(finding -> Math.min(0, finding.earned()));
    }

    /** The score if the answer made all of the points that are open. */
    public Score high() {
        return bracket(finding -> Math.max(finding.point().share(), finding.earned()));
    }

    private Score bracket(ToDoubleFunction<Finding> open) {
        if (credits.whole().isPresent()) {
            return credits.whole().get();
        }
        List<Double> alone = lines.stream()
                .map(line -> isOpen(line) ? open.applyAsDouble(line.finding) : alone(line.finding, credits))
                .toList();
        List<Double> counted =
                Bonus.limited(lines.stream().map(line -> line.finding.point()).toList(), alone);
        return Score.nearest(sum(counted, changes.stream().map(Change::counted).toList()));
    }

    // the grader may be wrong about it, and the candidate has not spoken
    private boolean isOpen(Line line) {
        boolean unsure = line.finding.point().automatic() && !grade.sure();
        return line.credit().isEmpty() && (line.finding.is(Verdict.UNCLEAR) || unsure);
    }

    // what a point would add if it were the only bonus point
    private static double alone(Finding finding, Credits credits) {
        double own = finding.point().bonus()
                ? Math.max(
                        finding.earned(),
                        finding.point().share() * finding.verdict().part(finding.similarity()))
                : finding.earned();
        return credits.of(finding.point())
                .map(credit -> credit.value() * finding.point().share())
                .orElse(own);
    }

    private static double left(int index, Grade grade, Credits credits) {
        double struck =
                credits.ofDeduction(grade.deductionId(index)).map(Score::value).orElse(0.0);
        return grade.deductions().get(index).amount() * (1 - struck);
    }

    // in the order in which a grade sums up its parts, to the last bit
    private static double sum(List<Double> earned, List<Double> amounts) {
        double sum = 0;
        for (double figure : earned) {
            sum += figure;
        }
        for (double figure : amounts) {
            sum += figure;
        }
        return sum;
    }

    // nothing takes more than there is or adds more than is missing; what is too much comes off the last ones
    private static List<Double> cutOff(List<Double> earned, List<Double> amounts) {
        double sum = sum(earned, amounts);
        double tooMuch = sum - Score.nearest(sum).value();
        List<Double> left = new ArrayList<>(amounts);
        for (int i = left.size() - 1; i >= 0 && tooMuch != 0; i--) {
            double off = tooMuch > 0
                    ? Math.min(tooMuch, Math.max(0, left.get(i)))
                    : Math.max(tooMuch, Math.min(0, left.get(i)));
            left.set(i, left.get(i) - off);
            tooMuch -= off;
        }
        return left;
    }
}
