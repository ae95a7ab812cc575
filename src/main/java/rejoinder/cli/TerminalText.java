package rejoinder.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows control characters instead of sending them to the terminal: a text of another person's could move the cursor or turn words round. Colours pass. */
final class TerminalText extends FilterWriter {
    private static final Pattern SEQUENCE = Pattern.compile(
            "(?<colour>\u001B\\[[0-9;]*m)|[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\r\\t]]");

    TerminalText(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        write(String.valueOf((char) c), 0, 1);
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(shown(text.substring(from, from + length)));
    }

    /** The text with its control characters written out, as {@code \u001b}. */
    static String shown(String text) {
        return SEQUENCE.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group(1) == null
                                ? String.format(Locale.ROOT, "\\u%04x", (int)
                                        found.group().charAt(0))
                                : found.group()));
    }
}
