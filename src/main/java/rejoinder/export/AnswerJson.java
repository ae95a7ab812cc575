package rejoinder.export;

import rejoinder.session.Attempt;

/**
 * What was handed in.
 *
 * @param overtime all that was typed, if more came after the time than counts; else empty
 */
public record AnswerJson(String text, long at, long spentMillis, String confidence, String overtime) {
    /** The answer as JSON. */
    public static AnswerJson of(Attempt attempt) {
        return new AnswerJson(
                attempt.text(),
                attempt.at().toEpochMilli(),
                attempt.spent().toMillis(),
                EnumNames.of(attempt.confidence()),
                attempt.overtime());
    }
}
