package rejoinder.pack;

import com.vladsch.flexmark.ast.FencedCodeBlock;
import com.vladsch.flexmark.ext.tables.TablesExtension;
import com.vladsch.flexmark.parser.Parser;
import com.vladsch.flexmark.util.ast.Node;
import com.vladsch.flexmark.util.data.DataHolder;
import com.vladsch.flexmark.util.data.MutableDataSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A Markdown text and its tree; knows the line of every node. */
final class MarkdownText {
    /** One dialect for packs, imports and pages: CommonMark with tables. */
    static final DataHolder DIALECT = new MutableDataSet()
            .set(Parser.EXTENSIONS, List.of(TablesExtension.create()))
            .toImmutable();

    private static final Parser PARSER = Parser.builder(DIALECT).build();

    private final String text;
    private final int firstLine;
    private final int[] lineStarts;
    private final Optional<Node> root;
    private final Optional<MarkdownLimits.Refusal> refusal;

    /**
     * Parses a text.
     *
     * @param firstLine line of the file on which the text begins
     */
    MarkdownText(String text, int firstLine) {
        this.text = text;
        this.firstLine = firstLine;
        this.lineStarts = lineStarts(text);
        Optional<MarkdownLimits.Refusal> refused = MarkdownLimits.beforeParsing(text);
        Optional<Node> parsed = Optional.empty();
        if (refused.isEmpty()) {
            try {
                Node tree = PARSER.parse(text);
                refused = MarkdownLimits.afterParsing(tree);
                parsed = refused.isEmpty() ? Optional.of(tree) : Optional.empty();
            } catch (StackOverflowError e) {
                // the parser's regular expressions recurse on long rows of marks; nothing outside this call has been
                // touched
                refused = Optional.of(MarkdownLimits.tooDeep(longestLine(text)));
            }
        }
        this.root = parsed;
        this.refusal = refused;
    }

    private static int[] lineStarts(String text) {
        List<Integer> starts = new ArrayList<>();
        starts.add(0);
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            starts.add(i + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int longestLine(String text) {
        int longest = 0;
        int length = -1;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == '\n') {
                if (i - start > length) {
                    longest = start;
                    length = i - start;
                }
                start = i + 1;
            }
        }
        return longest;
    }

    String text() {
        return text;
    }

    /** Why the text was not parsed, if it was not; then there are no blocks. */
    Optional<MarkdownLimits.Refusal> refusal() {
        return refusal;
    }

    /** The whole tree; empty if the text was refused. */
    Optional<Node> root() {
        return root;
    }

    /** The blocks that are at the left margin, in order. */
    List<Node> blocks() {
        return root.map(MarkdownText::children).orElse(List.of());
    }

    static List<Node> children(Node node) {
        List<Node> children = new ArrayList<>();
        node.getChildren().forEach(children::add);
        return children;
    }

    /** Line of the file on which a node begins. */
    int line(Node node) {
        return lineAt(node.getStartOffset());
    }

    /** Line of the file that holds an offset of the text. */
    int lineAt(int offset) {
        return firstLine + lineIndex(offset);
    }

    private int lineIndex(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    int startOfLine(int offset) {
        return lineStarts[lineIndex(offset)];
    }

    /** Offset just behind the line feed of the line that holds an offset. */
    int startOfNextLine(int offset) {
        int next = lineIndex(offset) + 1;
        return next < lineStarts.length ? lineStarts[next] : text.length();
    }

    /** Every fenced block in a node, itself included, in order. */
    static List<FencedCodeBlock> fences(Node node) {
        List<FencedCodeBlock> found = new ArrayList<>();
        collectFences(node, found);
        return found;
    }

    private static void collectFences(Node node, List<FencedCodeBlock> found) {
        if (node instanceof FencedCodeBlock fence) {
            found.add(fence);
        }
        for (Node child : node.getChildren()) {
            collectFences(child, found);
        }
    }

    static boolean isClosed(FencedCodeBlock fence) {
        return !fence.getClosingMarker().isEmpty();
    }

    /** Text without blank lines around it; spaces at the start of its first line stay, they are part of the Markdown. */
    static String trimBlankLines(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return text.substring(start).stripTrailing();
    }

    /** Several lines of a paragraph as one. */
    static String oneLine(CharSequence text) {
        return String.join(
                " ",
                text.toString()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
