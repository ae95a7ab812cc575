package rejoinder.intake;

import rejoinder.bank.Question;

/** Marks an answer, so that an import can find out whether a question can be marked. The grader implements it; tests use a deterministic one. */
@FunctionalInterface
public interface Trial {
    /** Share of full marks that an answer earns, 0 to 1. */
    double share(Question question, String answer);
}
