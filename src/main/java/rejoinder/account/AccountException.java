package rejoinder.account;

import java.time.Duration;

/** Something about signing in or inviting that is refused; the message says why and what to do. */
public abstract sealed class AccountException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private AccountException(String message) {
        super(message);
    }

    /** No account has the name, or the password is wrong. */
    public static final class WrongPassword extends AccountException {
        private static final long serialVersionUID = 1;

        WrongPassword(String message) {
            super(message);
        }
    }

    /** Too many wrong passwords in a short time. */
    public static final class TooManyTries extends AccountException {
        private static final long serialVersionUID = 1;
        private final long seconds;

        TooManyTries(String what, Duration wait) {
            super(what + "; try again in "
                    + (wait.toMinutes() < 1 ? "a minute." : (wait.toMinutes() + 1) + " minutes."));
            this.seconds = Math.max(1, wait.toSeconds() + 1);
        }

        /** How long to wait. */
        public long seconds() {
            return seconds;
        }
    }

    /** The invitation cannot be used. */
    public static final class NoSuchInvitation extends AccountException {
        private static final long serialVersionUID = 1;

        NoSuchInvitation() {
            super("This invitation was used already, has expired or was withdrawn; ask for another one.");
        }
    }

    /** The invitation is for somebody who has an account. */
    public static final class SignInFirst extends AccountException {
        private static final long serialVersionUID = 1;

        SignInFirst(String name) {
            super(name + " has an account here already; sign in with it, then open the link again.");
        }
    }

    /** There is no such person. */
    public static final class NoSuchPerson extends AccountException {
        private static final long serialVersionUID = 1;

        NoSuchPerson() {
            super("This person is no longer here; reload the list.");
        }
    }

    /** A name or a password that is not accepted. */
    public static final class NotTaken extends AccountException {
        private static final long serialVersionUID = 1;
        private final String field;

        NotTaken(String field, String message) {
            super(message);
            this.field = field;
        }

        /** {@code name} or {@code password}. */
        public String field() {
            return field;
        }
    }

    /** What the identity provider says about somebody is not enough to let them in. */
    public static final class NotLetIn extends AccountException {
        private static final long serialVersionUID = 1;

        public NotLetIn(String message) {
            super(message);
        }
    }

    /** The identity provider does not answer, or answers wrongly. */
    public static final class ProviderAway extends AccountException {
        private static final long serialVersionUID = 1;

        public ProviderAway(String message) {
            super(message);
        }
    }

    /** No administrator would be left. */
    public static final class LastAdmin extends AccountException {
        private static final long serialVersionUID = 1;

        public LastAdmin() {
            super("This is the only administrator; make somebody else one first.");
        }
    }
}
