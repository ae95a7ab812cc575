package rejoinder.grader;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Verdict;

/**
 * When the grader is not sure. By key points: where core points of some weight are unclear. By whole references: between wrong and right, and of answers in code, by
 * {@link UncertaintyPolicy}.
 */
public final class Uncertainty {
    /** Characters that code is full of and sentences are not. */
    private static final Pattern CODE = Pattern.compile("[()\\[\\]{}=<>@_;\"'#:]");

    private static final Pattern WRITTEN = Pattern.compile("\\S");

    private final UncertaintyPolicy policy;

    /** The product's. */
    public static Uncertainty standard() {
        return new Uncertainty(UncertaintyPolicy.standard());
    }

    /** Doubts by a policy. */
    Uncertainty(UncertaintyPolicy policy) {
        this.policy = policy;
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
        boolean byPoints =
                grade.findings().stream().noneMatch(finding -> finding.point().automatic());
        return byPoints
                ? unclear(grade) / DECISIVE
                : signs(grade, answer).stream().mapToDouble(Sign::degree).max().orElse(0);
    }

    /** Why the grader is not sure of a grade, one sentence each; empty if it is. */
    List<String> about(Grade grade, String answer) {
        return signs(grade, answer).stream()
                .filter(sign -> sign.degree >= 1)
                .map(Sign::sentence)
                .toList();
    }

    /** Core points that are unclear count from this share on. */
    private static final double DECISIVE = 0.15;

    /** Why the grader is not sure of a grade by key points: only unclear core points can change it. */
    List<String> aboutPoints(Grade grade) {
        long count = unclearCore(grade).count();
        if (unclear(grade) < DECISIVE) {
            return List.of();
        }
        return List.of(
                count == 1
                        ? "It is unclear whether the answer makes one of the points."
                        : "It is unclear whether the answer makes " + count + " of the points.");
    }

    private static double unclear(Grade grade) {
        return unclearCore(grade)
                .mapToDouble(finding -> finding.point().share())
                .sum();
    }

    private static Stream<Finding> unclearCore(Grade grade) {
        return grade.findings().stream()
                .filter(finding ->
                        finding.is(Verdict.UNCLEAR) && !finding.point().bonus());
    }

    private List<Sign> signs(Grade grade, String answer) {
        return List.of(
                new Sign(middle(grade), "The score lies between wrong and right, where the grader errs most."),
                new Sign(
                        code(answer) / policy.code(),
                        "The answer is mostly code, which the grader reads less well than sentences."));
    }

    // 1 at the ends of the range, more within, 0 at the ends of the scale
    private double middle(Grade grade) {
        double score = grade.score().value();
        return Math.min(score / policy.from(), (1 - score) / (1 - policy.to()));
    }

    private static double code(String answer) {
        long written = WRITTEN.matcher(answer).results().count();
        return written == 0 ? 0 : (double) CODE.matcher(answer).results().count() / written;
    }
}
