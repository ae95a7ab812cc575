package rejoinder.intake;

import java.util.Optional;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.Markup;

/** What is not read, because no person wrote it or because reading it would take minutes. */
final class Limits {
    /** Longest line of a Markdown document, in characters. */
    static final int LONGEST_LINE = 1_000_000;

    private Limits() {}

    static Optional<ImportWarning> refusal(String text) {
        Optional<ImportWarning> line = longLine(text);
        return line.isPresent() ? line : Markup.refusal(text);
    }

    static Optional<ImportWarning> longLine(String text) {
        int line = 1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                if (i - start > LONGEST_LINE) {
                    return Optional.of(
                            new ImportWarning(line, "This line has more than 1,000,000 characters; break it up."));
                }
                start = i + 1;
                line++;
            }
        }
        return Optional.empty();
    }
}
