package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;

/**
 * An answer, laid out once for its comparison with many expected texts.
 *
 * @param reading the answer, and behind its own tokens those of its code said in words
 * @param statements the tokens of each statement of that code
 * @param plain the reading's vectors read alone
 * @param inContext the same read after the question
 */
record Given(Reading reading, List<Window> statements, Similarities.Columns plain, Similarities.Columns inContext) {
    /** Tokens of an answer from one index to another (exclusive). */
    record Window(int from, int to) {}

    /** An answer as it is written. */
    static Given of(Reading reading) {
        return of(reading, List.of());
    }

    private static Given of(Reading reading, List<Window> statements) {
        return new Given(
                reading,
                statements,
                Similarities.Columns.of(reading.plain().vectors()),
                Similarities.Columns.of(reading.inContext().vectors()));
    }

    /** The answer with its code said in words beside it. */
    Given with(SpelledOut code, Reading said) {
        List<Window> windows = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= said.size(); i++) {
            boolean over = i == said.size()
                    || code.text()
                                    .substring(
                                            said.token(i - 1).span().end(),
                                            said.token(i).span().start())
                                    .indexOf('\n')
                            >= 0;
            if (over) {
                windows.add(new Window(size() + from, size() + i));
                from = i;
            }
        }
        return of(reading.followedBy(said, code), windows);
    }

    int size() {
        return reading.size();
    }
}
