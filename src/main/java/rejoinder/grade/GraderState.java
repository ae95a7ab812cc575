package rejoinder.grade;

import java.util.Optional;

/** Whether answers can be graded now. There is never a substitute for a grader that is not there. */
public sealed interface GraderState {
    /** The grader; empty while answers cannot be graded. */
    default Optional<Grader> ready() {
        return Optional.empty();
    }

    /** Why answers cannot be graded until the program is started again; empty if they can, or soon can. */
    default Optional<String> broken() {
        return Optional.empty();
    }

    /** The sentence model is being read. */
    record Loading() implements GraderState {}

    /** Answers can be graded. */
    record Ready(Grader grader) implements GraderState {
        @Override
        public Optional<Grader> ready() {
            return Optional.of(grader);
        }
    }

    /**
     * Answers cannot be graded.
     *
     * @param reason one sentence: what happened and what to do
     */
    record Broken(String reason) implements GraderState {
        @Override
        public Optional<String> broken() {
            return Optional.of(reason);
        }
    }
}
