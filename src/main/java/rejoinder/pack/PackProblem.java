package rejoinder.pack;

/**
 * Something in a pack that keeps it, or one of its questions, out of the bank.
 *
 * @param file the pack, as its reader named it
 * @param line 1 is the first line
 * @param message one sentence: what is wrong and what to do
 */
public record PackProblem(String file, int line, String message) {
    /** {@code file:line: message}, as editors and terminals link it. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + message;
    }
}
