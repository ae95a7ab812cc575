package rejoinder.intake;

import rejoinder.bank.QuestionId;

/**
 * A question of the bank that a question of an import stands for.
 *
 * @param id of the question in the bank
 * @param kind how the two differ
 * @param edited whether a person changed the one in the bank since it was imported
 */
public record Known(QuestionId id, Kind kind, boolean edited) {
    /** How a question of an import and one of the bank differ. */
    public enum Kind {
        /** It was imported before and says the same. */
        SAME,
        /** It was imported before and says something else now. */
        CHANGED,
        /** It asks the same in the same words, and came from somewhere else. */
        DUPLICATE,
        /** It asks nearly the same in other words. */
        ALIKE
    }
}
