package rejoinder.session;

/** Stored data could not be read or written; the message is one sentence or two that say what happened and what to do. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
