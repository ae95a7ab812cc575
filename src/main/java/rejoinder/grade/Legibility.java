package rejoinder.grade;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.text.Language;

/** Whether the grader can read an answer and what it would compare it with. */
public final class Legibility {
    private Legibility() {}

    /** Why it cannot, one clause without a full stop; empty if it can, and for an answer without words. */
    public static Optional<String> unread(Question question, String answer) {
        if (answer.isBlank()) {
            return Optional.empty();
        }
        return Language.unread(answer)
                .or(() -> Language.unread(expected(question)).map(why -> "The model does not read the reference"));
    }

    private static String expected(Question question) {
        return Stream.concat(
                        question.referenceAnswers().stream().map(ReferenceAnswer::text),
                        question.keyPoints().stream().map(KeyPoint::statement))
                .collect(Collectors.joining("\n\n"));
    }
}
