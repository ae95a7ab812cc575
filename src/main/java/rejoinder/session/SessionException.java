package rejoinder.session;

/** A step that the state of a session does not allow; the message says what happened and what to do. */
public abstract sealed class SessionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private SessionException(String message) {
        super(message);
    }

    /** There is no such session, or it is another candidate's. */
    public static final class NoSuchSession extends SessionException {
        private static final long serialVersionUID = 1;

        public NoSuchSession(SessionId id) {
            super("There is no session " + id.value() + "; it may have been deleted. The history lists all of them.");
        }
    }

    /** There is no such question in the session or in the bank. */
    public static final class NoSuchQuestion extends SessionException {
        private static final long serialVersionUID = 1;

        public NoSuchQuestion(String message) {
            super(message);
        }

        /** A place that a session of so many questions does not have. */
        public static NoSuchQuestion at(int place, int questions) {
            return new NoSuchQuestion(
                    "This session has questions 1 to " + questions + "; there is no " + (place + 1L) + ".");
        }
    }

    /** The session is not in the state that the step needs. */
    public static final class WrongState extends SessionException {
        private static final long serialVersionUID = 1;

        public WrongState(String message) {
            super(message);
        }
    }

    /** The draft was changed since the window last saw it. */
    public static final class StaleDraft extends SessionException {
        private static final long serialVersionUID = 1;
        private final transient Draft current;

        public StaleDraft(Draft current) {
            super(
                    "This answer was changed in another window; your text was kept as a version. Load the question again.");
            this.current = current;
        }

        /** The draft as it is now. */
        public Draft current() {
            return current;
        }
    }

    /** Another window took over. */
    public static final class WriteLockTaken extends SessionException {
        private static final long serialVersionUID = 1;

        public WriteLockTaken() {
            super(
                    "This interview is open in another window; your text was kept as a version. Take over here to go on.");
        }
    }

    /** The answer is too long. */
    public static final class AnswerTooLong extends SessionException {
        private static final long serialVersionUID = 1;

        public AnswerTooLong(int length, int most) {
            super("The answer has " + length + " characters; at most " + most
                    + " are taken. Shorten it, or split off what does not belong.");
        }

        /** Refuses a text over the limit. */
        public static void check(String text, int most) {
            if (text.length() > most) {
                throw new AnswerTooLong(text.length(), most);
            }
        }
    }

    /** The chosen topics cannot give as many questions as were asked for. */
    public static final class TooFewQuestions extends SessionException {
        private static final long serialVersionUID = 1;
        private final int available;

        public TooFewQuestions(String message, int available) {
            super(message);
            this.available = available;
        }

        /** How many there are. */
        public int available() {
            return available;
        }
    }
}
