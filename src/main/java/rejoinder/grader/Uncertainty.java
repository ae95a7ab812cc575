package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;

/**
 * When the grader is not sure: between wrong and right, where its two ways of looking disagree, where a misconception takes little, or of answers in code. Read off a grade's evidence and its answer, by
 * {@link UncertaintyPolicy}.
 */
public final class Uncertainty {
    /** Characters that code is full of and sentences are not. */
    private static final Pattern CODE = Pattern.compile("[()\\[\\]{}=<>@_;\"'#:]");

    private static final Pattern WRITTEN = Pattern.compile("\\S");

    private final UncertaintyPolicy policy;
    private final double wholeWeight;

    /** The product's. */
    public static Uncertainty standard() {
        return new Uncertainty(
                UncertaintyPolicy.standard(), GradingPolicy.standard().whole().weight());
    }

    /**
     * Doubts by a policy.
     *
     * @param wholeWeight of the {@link GradingPolicy} that graded
     */
    Uncertainty(UncertaintyPolicy policy, double wholeWeight) {
        this.policy = policy;
        this.wholeWeight = wholeWeight;
    }

    /**
     * A sign that a grade may be wrong.
     *
     * @param degree 0 or more; from 1 on the grader is not sure
     * @param sentence for the candidate
     */
    private record Sign(double degree, String sentence) {}

    /** How doubtful a grade is, 0 or more; from 1 on the grader is not sure. */
    public double degree(Grade grade, String answer) {
        return signs(grade, answer).stream().mapToDouble(Sign::degree).max().orElse(0);
    }

    /** Why the grader is not sure of a grade, one sentence each; empty if it is. */
    List<String> about(Grade grade, String answer) {
        return signs(grade, answer).stream()
                .filter(sign -> sign.degree >= 1)
                .map(Sign::sentence)
                .toList();
    }

    private List<Sign> signs(Grade grade, String answer) {
        boolean byPoints =
                grade.findings().stream().noneMatch(finding -> finding.point().automatic());
        List<Sign> signs = new ArrayList<>();
        signs.add(new Sign(
                byPoints
                        ? middle(grade, policy.from(), policy.to())
                        : middle(grade, policy.wholeFrom(), policy.wholeTo()),
                "The score lies between wrong and right, where the grader errs most."));
        signs.add(new Sign(
                code(answer) / policy.code(),
                "The answer is mostly code, which the grader reads less well than sentences."));
        charged(grade)
                .ifPresent(charged -> signs.add(new Sign(
                        policy.charge() / charged,
                        "The answer comes near to a misconception, which takes "
                                + Score.nearest(charged).percent() + " %; it may not mean it.")));
        if (byPoints && !guarded(grade)) {
            double between = between(grade);
            signs.add(new Sign(
                    between / policy.between(),
                    "Points worth " + Score.nearest(between).percent()
                            + " % lie between \u201Cmade\u201D and \u201Cnot made\u201D."));
            double earned =
                    grade.findings().stream().mapToDouble(Finding::earned).sum();
            double lead = lead(grade);
            signs.add(new Sign(
                    Math.abs(lead) / policy.disagreement(),
                    "The key points give " + Score.nearest(earned).percent()
                            + " %, the comparison with whole reference answers "
                            + Score.nearest(earned + lead).percent() + " %."));
        }
        return signs;
    }

    // 1 at the ends of the range, more within, 0 at the ends of the scale
    private static double middle(Grade grade, double from, double to) {
        double score = grade.score().value();
        return Math.min(score / from, (1 - score) / (1 - to));
    }

    private static double code(String answer) {
        long written = WRITTEN.matcher(answer).results().count();
        return written == 0 ? 0 : (double) CODE.matcher(answer).results().count() / written;
    }

    private static double between(Grade grade) {
        return grade.findings().stream()
                .filter(finding -> finding.is(Verdict.UNCLEAR))
                .mapToDouble(finding -> finding.point().share())
                .sum();
    }

    private static Optional<Double> charged(Grade grade) {
        return grade.deductions().stream()
                .filter(deduction -> deduction.name().equals(Deduction.MISCONCEPTION) && deduction.amount() < 0)
                .map(deduction -> -deduction.amount())
                .findFirst();
    }

    // by how much the comparison with whole references gives more than the points
    private double lead(Grade grade) {
        return wholeWeight == 0
                ? 0
                : grade.deductions().stream()
                                .filter(deduction -> deduction.name().equals(Deduction.WHOLE_ANSWER))
                                .mapToDouble(Deduction::amount)
                                .sum()
                        / wholeWeight;
    }

    private static boolean guarded(Grade grade) {
        return grade.deductions().stream()
                .anyMatch(
                        deduction -> deduction.takesAway() && !deduction.name().equals(Deduction.MISCONCEPTION));
    }
}
