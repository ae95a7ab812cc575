package rejoinder.pack;

/**
 * A shortfall that the authors of a question know of and leave as it is. The rules are those of {@code rejoinder check --grade}, and so this room does not know
 * which there are.
 *
 * @param line of the file
 * @param rule the rule's name
 * @param part which part of the question: the number of a reference answer or misconception, the id of a key point; empty for the question as a whole
 * @param reason why it stays
 */
public record AllowedShortfall(int line, String rule, String part, String reason) {}
