package rejoinder.store;

/**
 * Any Java text as a text that any database can keep. NUL (which PostgreSQL refuses) and half a surrogate pair (which UTF-8 cannot express) are written as
 * U+0010, "data link escape", and four hexadecimal digits; so is U+0010 itself. Every other text is stored as it is.
 */
final class StoredText {
    private static final char ESCAPE = '\u0010';
    private static final int DIGITS = 4;
    private static final int HEXADECIMAL = 16;

    private StoredText() {}

    /** The text to store. */
    static String encode(String text) {
        int first = 0;
        while (first < text.length() && !needsEscape(text, first)) {
            first += Character.isHighSurrogate(text.charAt(first)) ? 2 : 1;
        }
        if (first >= text.length()) {
            return text;
        }
        StringBuilder stored = new StringBuilder(text.length() + HEXADECIMAL).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (needsEscape(text, i)) {
                stored.append(ESCAPE).append(String.format("%04x", (int) c));
            } else {
                stored.append(c);
                if (Character.isHighSurrogate(c)) {
                    i++;
                    stored.append(text.charAt(i));
                }
            }
        }
        return stored.toString();
    }

    /** The text that {@link #encode} was given. */
    static String decode(String stored) {
        int escape = stored.indexOf(ESCAPE);
        if (escape < 0) {
            return stored;
        }
        StringBuilder text = new StringBuilder(stored.length());
        int from = 0;
        while (escape >= 0) {
            int end = escape + 1 + DIGITS;
            text.append(stored, from, escape)
                    .append((char) Integer.parseInt(stored.substring(escape + 1, end), HEXADECIMAL));
            from = end;
            escape = stored.indexOf(ESCAPE, from);
        }
        return text.append(stored, from, stored.length()).toString();
    }

    /** Asked only where a character starts, never at the second half of a pair. */
    private static boolean needsEscape(String text, int i) {
        char c = text.charAt(i);
        if (c == 0 || c == ESCAPE || Character.isLowSurrogate(c)) {
            return true;
        }
        return Character.isHighSurrogate(c)
                && (i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1)));
    }
}
