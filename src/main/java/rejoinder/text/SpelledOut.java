package rejoinder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.text.CodeLexer.Statement;
import rejoinder.text.CodeLexer.Token;

/**
 * The code of an answer said in words, so that it can be compared with sentences: for each statement the constructs in it ({@link CodeTable}), its names and values,
 * then its comment. Every word knows the stretch of the answer that it stands for.
 *
 * @param text the words, one line per statement
 * @param pieces the words' places, in order and without gaps but white space and marks
 */
public record SpelledOut(String text, List<Piece> pieces) {
    /** Tokens of one statement that are looked at; a longer one is data. */
    private static final int MOST_TOKENS = 300;

    private static final Pattern WORD = Pattern.compile("\\S+");

    /** Words of one string that are said. */
    private static final int MOST_WORDS = 8;

    /**
     * Where some words come from.
     *
     * @param said their place in the spelled-out text
     * @param code the stretch of the answer
     */
    record Piece(Span said, Span code) {}

    /** What the code of an answer says; nothing if it holds none. */
    public static Optional<SpelledOut> of(String answer) {
        Writer writer = new Writer(answer);
        for (Span code : CodeLines.of(answer)) {
            for (Statement statement : CodeScopes.marked(CodeLexer.statements(answer, code))) {
                writer.say(statement);
            }
        }
        return writer.pieces.isEmpty()
                ? Optional.empty()
                : Optional.of(new SpelledOut(writer.text.toString(), List.copyOf(writer.pieces)));
    }

    /** The place in the answer that a place in the spelled-out text stands for. */
    public Span code(Span said) {
        // the last piece that does not begin behind it
        int from = 0;
        int to = pieces.size();
        while (to - from > 1) {
            int middle = (from + to) / 2;
            if (pieces.get(middle).said.start() > said.start()) {
                to = middle;
            } else {
                from = middle;
            }
        }
        return pieces.get(from).code;
    }

    private static final class Writer {
        private final String answer;
        private final StringBuilder text = new StringBuilder();
        private final List<Piece> pieces = new ArrayList<>();

        Writer(String answer) {
            this.answer = answer;
        }

        void say(Statement statement) {
            int before = text.length();
            List<Token> tokens = statement
                    .tokens()
                    .subList(0, Math.min(MOST_TOKENS, statement.tokens().size()));
            for (CodeTable.Found found : CodeTable.shipped().in(tokens)) {
                Span code = found.to() - found.from() == 1
                        ? line(tokens, found.from())
                        : new Span(
                                tokens.get(found.from()).span().start(),
                                tokens.get(found.to() - 1).span().end());
                add(text.length() == before ? "" : ", ", found.said(), code);
            }
            String gap = text.length() == before ? "" : ": ";
            for (Token token : tokens) {
                String words = words(token);
                if (!words.isEmpty()) {
                    add(gap, words, token.span());
                    gap = " ";
                }
            }
            gap = text.length() == before ? "" : ". ";
            for (Span comment : statement.comments()) {
                // a comment is prose: its words stand for themselves
                Matcher words = WORD.matcher(answer).region(comment.start(), comment.end());
                while (words.find()) {
                    add(gap, words.group(), new Span(words.start(), words.end()));
                    gap = " ";
                }
            }
            if (text.length() > before) {
                text.append('\n');
            }
        }

        // a single word is shown with what comes after it in its line: "return" alone tells nobody anything
        private Span line(List<Token> tokens, int from) {
            int start = tokens.get(from).span().start();
            int end = tokens.get(from).span().end();
            int newline = answer.indexOf('\n', start);
            for (Token token : tokens.subList(from, tokens.size())) {
                end = newline < 0 || token.span().end() <= newline
                        ? token.span().end()
                        : end;
            }
            return new Span(start, end);
        }

        private void add(String gap, String words, Span code) {
            text.append(gap);
            pieces.add(new Piece(new Span(text.length(), text.length() + words.length()), code));
            text.append(words);
        }

        private static String words(Token token) {
            if (token.text().startsWith("<")) {
                return "";
            }
            return switch (token.kind()) {
                case NAME -> CodeTable.inWords(token.text());
                case KEYWORD, NUMBER -> token.text();
                case STRING -> string(token.text());
                case MARK -> "";
            };
        }

        private static String string(String literal) {
            String[] words =
                    literal.replaceAll("[^\\p{L}\\p{N}.]+", " ").strip().split(" ", -1);
            return String.join(" ", List.of(words).subList(0, Math.min(MOST_WORDS, words.length)));
        }
    }
}
