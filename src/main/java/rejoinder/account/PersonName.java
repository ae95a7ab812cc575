package rejoinder.account;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** The names by which people sign in. */
public final class PersonName {
    private static final Pattern TAKEN =
            Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N} ._@+'-]{0,62}[\\p{L}\\p{M}\\p{N}])?");

    private PersonName() {}

    /**
     * A name as it is shown.
     *
     * @throws AccountException.NotTaken if it is none
     */
    public static String of(String written) {
        String name = Normalizer.normalize(written, Normalizer.Form.NFKC).strip();
        if (!TAKEN.matcher(name).matches()) {
            throw new AccountException.NotTaken(
                    "name", "A name has 1 to 64 letters and digits; in between, spaces and . _ @ + - ' are allowed.");
        }
        return name;
    }

    /** What two spellings of one name have in common. */
    public static String key(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
