package rejoinder.pack;

import com.vladsch.flexmark.util.ast.Node;
import java.util.Optional;

/**
 * Guards against texts that no person writes and that would cost the Markdown parser minutes or its stack: its time grows with the square of the marks in a
 * paragraph (30,000 code spans took 27 s), and its regular expressions and the renderer recurse.
 */
final class MarkdownLimits {
    /** Most opening brackets, angle brackets or back quotes, of one kind, in one paragraph. */
    static final int MOST_MARKS = 3_000;

    /** Most quotes, lists, emphasis and so on inside each other. */
    static final int DEEPEST = 200;

    private MarkdownLimits() {}

    /**
     * Why a text is not parsed.
     *
     * @param offset where it becomes too much
     * @param message one sentence
     */
    record Refusal(int offset, String message) {}

    /** Counts marks before the text is parsed. */
    static Optional<Refusal> beforeParsing(String text) {
        int brackets = 0;
        int angles = 0;
        int quotes = 0;
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (beginsParagraph(text, start, end)) {
                brackets = 0;
                angles = 0;
                quotes = 0;
            }
            for (int i = start; i < end; i++) {
                char c = text.charAt(i);
                brackets += c == '[' ? 1 : 0;
                angles += c == '<' ? 1 : 0;
                quotes += c == '`' ? 1 : 0;
            }
            if (brackets > MOST_MARKS || angles > MOST_MARKS || quotes > MOST_MARKS) {
                return Optional.of(new Refusal(
                        start, "This paragraph holds more than 3,000 brackets or back quotes; break it up."));
            }
            start = end + 1;
        }
        return Optional.empty();
    }

    private static boolean beginsParagraph(String text, int start, int end) {
        int i = start;
        while (i < end && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
            i++;
        }
        return i == end || "|-*+".indexOf(text.charAt(i)) >= 0 || Character.isDigit(text.charAt(i));
    }

    /** Measures the depth of a tree, without recursion. */
    static Optional<Refusal> afterParsing(Node root) {
        int depth = 0;
        Node node = root;
        while (true) {
            if (depth > DEEPEST) {
                return Optional.of(tooDeep(node.getStartOffset()));
            }
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                continue;
            }
            while (node.getNext() == null) {
                Node parent = node.getParent();
                if (parent == null || parent.equals(root)) {
                    return Optional.empty();
                }
                node = parent;
                depth--;
            }
            node = node.getNext();
        }
    }

    static Refusal tooDeep(int offset) {
        return new Refusal(
                offset,
                "Quotes, lists or marks are nested more than 200 deep here, or one line is one long row of marks; make it flat.");
    }
}
