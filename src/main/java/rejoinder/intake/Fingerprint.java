package rejoinder.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.Markup;

/** What tells whether two questions say the same. */
final class Fingerprint {
    private Fingerprint() {}

    /** The words of a question without their marks, and what is shown with it as it stands. */
    static String words(String prompt, String context) {
        return String.join(" ", Wording.words(Markup.text(prompt))) + "\n" + context.strip();
    }

    /** Hash of a question's words as the file has them: of prompt and context, then of the answer. */
    static String of(ImportedQuestion question) {
        return sha(words(question.prompt(), question.context())) + ":"
                + sha(question.answer().strip());
    }

    /** The first half of a fingerprint: prompt and context. */
    static String asked(String fingerprint) {
        return fingerprint.substring(0, Math.max(0, fingerprint.indexOf(':')));
    }

    /** First half of the SHA-256 of a text, cut short. */
    static String sha(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
