package rejoinder.intake;

/** Something about an import that cannot be done; the message says what and what to do instead. */
public final class ImportRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Why it cannot be done. */
    public enum Reason {
        /** There is no such preview, question or import, or no longer. */
        GONE,
        /** It is too much at once. */
        TOO_LARGE,
        /** It would lose something, or it was done already. */
        NOT_NOW,
        /** A pack cannot hold the text. */
        UNREADABLE
    }

    private final Reason reason;

    /** A refusal in one sentence. */
    public ImportRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
