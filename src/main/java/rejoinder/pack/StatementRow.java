package rejoinder.pack;

import rejoinder.bank.QuestionId;
import rejoinder.bank.Statement;

/**
 * One row of a pack's statements.
 *
 * @param question that it is about
 * @param statement what is said of which point
 * @param kind the form it has or the way its twin differs, such as {@code contrast} or {@code denial}
 * @param twin joins it to the statement of the other truth in nearly the same words
 * @param part {@code train}, {@code dev} or {@code test}: the same for a whole topic, so that what was learned is measured on other topics
 */
public record StatementRow(QuestionId question, Statement statement, String kind, String twin, String part) {}
