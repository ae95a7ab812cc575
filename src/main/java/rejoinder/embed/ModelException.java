package rejoinder.embed;

/** The sentence model cannot be read or run. The message is one sentence: what happened, where, and what to do. */
public final class ModelException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean ending;

    /** Keeps the cause for the log. */
    public ModelException(String message, Throwable cause) {
        super(message, cause);
        this.ending = false;
    }

    /** For what has no other cause. */
    public ModelException(String message) {
        this(message, false);
    }

    private ModelException(String message, boolean ending) {
        super(message);
        this.ending = ending;
    }

    /** Nothing is wrong with the model: the program ends before it is loaded. */
    public static ModelException atTheEnd() {
        return new ModelException("The program is ending, so the sentence model is not loaded any more.", true);
    }

    /** Whether the program is ending, which nobody needs to be told. */
    public boolean isAtTheEnd() {
        return ending;
    }
}
