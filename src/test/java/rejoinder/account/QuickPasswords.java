package rejoinder.account;

import java.nio.charset.StandardCharsets;

/** The product's passwords, hashed at a hundredth of the cost, for tests that sign in often. */
public final class QuickPasswords {
    private static final int KIBIBYTES = 256;

    private QuickPasswords() {}

    /** With the same salt each time. */
    public static Passwords create() {
        return new Passwords(() -> "sixteen bytes...".getBytes(StandardCharsets.UTF_8), KIBIBYTES, 1);
    }
}
