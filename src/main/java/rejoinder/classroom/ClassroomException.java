package rejoinder.classroom;

/** What the people of a server cannot do together; the message says why and what to do. */
public abstract sealed class ClassroomException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ClassroomException(String message) {
        super(message);
    }

    /** A link that leads to no result. */
    public static final class NoSuchLink extends ClassroomException {
        private static final long serialVersionUID = 1;

        NoSuchLink() {
            super(
                    "This link leads nowhere: the result was deleted, or its owner has withdrawn the link. Ask them for another one.");
        }
    }
}
