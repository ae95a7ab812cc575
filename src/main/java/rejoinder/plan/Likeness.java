package rejoinder.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;

/** How alike two texts are. Deterministic; may be called from several threads. */
public interface Likeness {
    /** From -1 to 1; 1 for the same text. */
    double between(String one, String other);

    /** The likeness from which two prompts count as nearly the same question. */
    double nearDuplicateFrom();

    /** Whether two questions ask nearly the same; with other code shown, the same words ask something else. */
    default boolean nearlyTheSame(Question one, Question other) {
        return one.context().strip().equals(other.context().strip())
                && between(one.prompt(), other.prompt()) >= nearDuplicateFrom();
    }

    /** The likeness from which two key points count as the same point. */
    double samePointFrom();

    /** The likeness from which words of a job description call for a question with a prompt. */
    double callsFrom();

    /**
     * The questions of a bank whose prompts are like a text, with how alike they are.
     *
     * @param from how alike they have to be at least
     */
    default Map<QuestionId, Double> asking(String text, ItemBank bank, double from) {
        Map<QuestionId, Double> found = new LinkedHashMap<>();
        for (Question question : bank.questions()) {
            double alike = between(text, question.prompt());
            if (alike >= from) {
                found.put(question.id(), alike);
            }
        }
        return found;
    }

    /** Whether it compares meaning; else it compares words. */
    boolean byMeaning();
}
