package rejoinder.api;

import rejoinder.grade.GraderState;

/** A request that is answered with a problem; thrown by what decodes and guards, answered by {@link Problem}. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** What is answered. */
    Problem problem() {
        return problem;
    }

    /** What needs a grader while there is none. */
    static Refusal notGradedYet(GraderState grading) {
        return new Refusal(Problem.NOT_GRADED_YET.saying(
                grading.broken().orElse("The sentence model is still loading; try again in a moment.")));
    }

    /** A body that is not what the route takes. */
    static Refusal malformed(String detail) {
        return new Refusal(Problem.MALFORMED.saying(detail));
    }

    /** A field that is not what the route takes. */
    static Refusal malformed(String field, String detail) {
        return new Refusal(Problem.MALFORMED.saying(detail).with("field", field));
    }
}
