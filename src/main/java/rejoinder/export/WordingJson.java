package rejoinder.export;

import java.util.Optional;
import java.util.function.UnaryOperator;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.session.AcceptedWording;

/**
 * Words that count from now on.
 *
 * @param prompt of the question in plain words, its id if the question left the bank
 * @param statement of the key point, empty for the whole answer and for a point that the question has no more
 */
public record WordingJson(
        String id, String question, String prompt, String point, String statement, String text, long at) {
    /**
     * A wording as JSON.
     *
     * @param text shows Markdown as plain words
     */
    public static WordingJson of(AcceptedWording wording, ItemBank bank, UnaryOperator<String> text) {
        Optional<Question> question = bank.question(wording.question());
        return new WordingJson(
                wording.id(),
                wording.question().toString(),
                question.map(it -> text.apply(it.prompt()))
                        .orElse(wording.question().toString()),
                wording.point(),
                question.stream()
                        .flatMap(it -> it.keyPoints().stream())
                        .filter(point -> point.id().equals(wording.point()))
                        .map(KeyPoint::statement)
                        .findFirst()
                        .orElse(""),
                wording.text(),
                wording.at().toEpochMilli());
    }
}
