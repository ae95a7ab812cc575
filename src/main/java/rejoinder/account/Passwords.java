package rejoinder.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.function.Supplier;

/** Passwords: which ones are accepted, how they are stored and compared. */
public final class Passwords {
    /** The fewest characters. */
    public static final int LEAST = 10;

    /** The most characters; hashing longer ones would only cost time. */
    public static final int MOST = 200;

    /** The fewest different characters besides the name. */
    private static final int LEAST_DIFFERENT = 5;

    // the least that OWASP's Password Storage Cheat Sheet recommends: 19 MiB and two passes in one thread
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final int THREADS = 1;
    private static final int LENGTH = 32;

    private final Argon2Function argon2;
    private final Supplier<byte[]> salts;

    /** @param salts 16 random bytes each time */
    public Passwords(Supplier<byte[]> salts) {
        this(salts, KIBIBYTES, PASSES);
    }

    /** With another cost: a test that signs in hundreds of times is not about how long one guess takes. */
    Passwords(Supplier<byte[]> salts, int kibibytes, int passes) {
        this.salts = salts;
        this.argon2 = Argon2Function.getInstance(
                kibibytes, passes, THREADS, LENGTH, Argon2.ID, Argon2Function.ARGON2_VERSION_13);
    }

    /**
     * Refuses a password that is too short, too long, or the name itself.
     *
     * @throws AccountException.NotTaken if it is not accepted
     */
    static void check(String password, String name) {
        int length = password.codePointCount(0, password.length());
        if (length < LEAST || password.length() > MOST) {
            throw new AccountException.NotTaken(
                    "password",
                    "The password has " + length + " characters; choose one of " + LEAST + " to " + MOST + ".");
        }
        String besideName = PersonName.key(password).replace(PersonName.key(name), "");
        if (besideName.codePoints().distinct().count() < LEAST_DIFFERENT) {
            throw new AccountException.NotTaken(
                    "password",
                    "This password is easy to guess; choose one with more different characters that is not your name.");
        }
    }

    /** A password as it is kept: its argon2id hash with salt and parameters. */
    String keep(String password) {
        return argon2.hash(bytes(password), salts.get()).getResult();
    }

    /** Whether a password matches the stored one. */
    static boolean matches(String password, String kept) {
        return Argon2Function.getInstanceFromHash(kept).check(bytes(password), kept.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
    }
}
