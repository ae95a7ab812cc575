package rejoinder.embed;

/** The sentence model cannot be read or run. The message is one sentence: what happened, where, and what to do. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Keeps the cause for the log. */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For what has no other cause. */
    public ModelException(String message) {
        super(message);
    }
}
