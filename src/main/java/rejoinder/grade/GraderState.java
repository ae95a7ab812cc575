package rejoinder.grade;

/** Whether answers can be graded now. There is never a substitute for a grader that is not there. */
public sealed interface GraderState {
    /** The sentence model is being read. */
    record Loading() implements GraderState {}

    /** Answers can be graded. */
    record Ready(Grader grader) implements GraderState {}

    /**
     * Answers cannot be graded.
     *
     * @param reason one sentence: what happened and what to do
     */
    record Broken(String reason) implements GraderState {}
}
