package rejoinder.evaluate;

/** A file of graded answers cannot be used; the message says where and why. */
public final class AnswerFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With one sentence for the user. */
    public AnswerFileException(String message) {
        super(message);
    }
}
