package rejoinder.classroom;

/** Something about classes that is refused; the message says why and what to do. */
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

    /** There is no such class, or it belongs to somebody else. */
    public static final class NoSuchClass extends ClassroomException {
        private static final long serialVersionUID = 1;

        NoSuchClass() {
            super(
                    "There is no such class here; it may have been deleted, or you may have left it. The Classes page lists yours.");
        }
    }

    /** There is no such assignment in the class, or nobody there who holds it. */
    public static final class NoSuchAssignment extends ClassroomException {
        private static final long serialVersionUID = 1;

        NoSuchAssignment(String message) {
            super(message);
        }
    }

    /** Practice that a member does not show. */
    public static final class NotShown extends ClassroomException {
        private static final long serialVersionUID = 1;

        NotShown(String message) {
            super(message);
        }
    }

    /** Something that cannot be done at this time. */
    public static final class NotNow extends ClassroomException {
        private static final long serialVersionUID = 1;

        NotNow(String message) {
            super(message);
        }
    }

    /** A name, a time or a text that is not accepted. */
    public static final class NotTaken extends ClassroomException {
        private static final long serialVersionUID = 1;
        private final String field;

        NotTaken(String field, String message) {
            super(message);
            this.field = field;
        }

        /** What it was given as. */
        public String field() {
            return field;
        }
    }
}
