package rejoinder.api;

import rejoinder.grade.GraderState;

/** Thrown while a request is decoded or checked, and answered with a {@link Problem}. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Problem problem;

    Refusal(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    /** The problem to answer with. */
    Problem problem() {
        return problem;
    }

    /** The refusal of something that needs the grader before it is ready. */
    static Refusal notGradedYet(GraderState grading) {
        return new Refusal(Problem.NOT_GRADED_YET.saying(
                grading.broken().orElse("The sentence model is still loading; try again in a moment.")));
    }

    /** The refusal of a body that the route does not accept. */
    static Refusal malformed(String detail) {
        return new Refusal(Problem.MALFORMED.saying(detail));
    }

    /** The refusal of a field that the route does not accept. */
    static Refusal malformed(String field, String detail) {
        return new Refusal(Problem.MALFORMED.saying(detail).with("field", field));
    }
}
