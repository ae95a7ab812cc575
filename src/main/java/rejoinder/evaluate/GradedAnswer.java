package rejoinder.evaluate;

import java.util.List;

/**
 * An answer that people graded.
 *
 * @param questionId as the file names it; the question's text where the file has no ids
 * @param question what was asked
 * @param references model answers, at least one, none blank
 * @param answer what was answered
 * @param score share of full marks that people gave, 0 to 1
 */
public record GradedAnswer(String questionId, String question, List<String> references, String answer, double score) {
    /** Copies the list. */
    public GradedAnswer {
        references = List.copyOf(references);
    }
}
