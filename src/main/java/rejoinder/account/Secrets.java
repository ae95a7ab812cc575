package rejoinder.account;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What is derived from the tokens that cookies and links carry. */
public final class Secrets {
    private static final String MAC = "HmacSHA256";

    private Secrets() {}

    /** The id under which a token is stored. */
    public static String id(String token) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** What a page has to send with each change to show that it is a page of this sign-in. */
    static String formToken(String token) {
        return derived(token, "form");
    }

    /** Another secret that only somebody with the token can derive: 43 letters, digits, hyphens and underscores. */
    static String derived(String token, String purpose) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), MAC));
            return text(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC + ".", e);
        }
    }

    /** Compares in constant time. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
