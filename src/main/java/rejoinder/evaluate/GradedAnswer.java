package rejoinder.evaluate;

import java.util.List;
import java.util.Optional;

/**
 * An answer that people graded.
 *
 * @param questionId as the file names it; the question's text where the file has no ids
 * @param question what was asked
 * @param references model answers, at least one, none blank
 * @param answer what was answered
 * @param score share of full marks that people gave, 0 to 1
 * @param kind class of the answer or the label that people gave it, in lower case; empty where the file has none
 */
public record GradedAnswer(
        String questionId, String question, List<String> references, String answer, double score, String kind) {
    /** The label of an answer that says what was asked for, in sets that people labelled. */
    public static final String CORRECT = "correct";

    /** Copies the list. */
    public GradedAnswer {
        references = List.copyOf(references);
    }

    /** A score as a file writes it; empty if it is not a number from 0 to 1. */
    static Optional<Double> score(String text) {
        try {
            double score = Double.parseDouble(text);
            return score >= 0 && score <= 1 ? Optional.of(score) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether people labelled it correct. */
    public boolean isCorrect() {
        return kind.equals(CORRECT);
    }
}
