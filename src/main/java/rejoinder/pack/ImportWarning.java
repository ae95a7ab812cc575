package rejoinder.pack;

/**
 * Something in a document that a person should look at after the import.
 *
 * @param line 1 is the first line
 * @param message one sentence: what was found and what became of it
 */
public record ImportWarning(int line, String message) {}
