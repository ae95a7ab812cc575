package rejoinder.evaluate;

import java.util.List;

/**
 * Answers that people graded, from one source.
 *
 * @param format what the source was recognised as, for people
 * @param fullMarks the mark that people gave for a full answer: differences are also shown on their scale
 * @param answers in the order of the source
 */
public record GradedSet(String format, double fullMarks, List<GradedAnswer> answers) {
    /** Copies the list. */
    public GradedSet {
        answers = List.copyOf(answers);
    }

    /** Whether people labelled the answers as correct or not: some are, and some are not. */
    public boolean isLabelled() {
        return answers.stream().anyMatch(GradedAnswer::isCorrect)
                && answers.stream()
                        .anyMatch(
                                answer -> !answer.isCorrect() && !answer.kind().isEmpty());
    }
}
