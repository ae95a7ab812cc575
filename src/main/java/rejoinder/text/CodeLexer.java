package rejoinder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts Python, or what looks like it, into statements and tokens. It never refuses anything: an interview answer may hold half a line of code, or another language.
 */
final class CodeLexer {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>#[^\\n]*)"
            + "|(?<string>(?i:[rbuft]{0,2})(?:\"\"\"(?s:.*?)(?:\"\"\"|\\z)|'''(?s:.*?)(?:'''|\\z)|\"[^\"\\n]*\"|'[^'\\n]*'))"
            + "|(?<number>\\d[\\w.]*)"
            + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)"
            + "|(?<prompt>(?m:^[ \\t]*(?:>>>|\\.\\.\\.)(?=[ \\t\\n]|$)))"
            + "|(?<line>\\\\\\n|\\n)"
            + "|(?<space>[^\\S\\n]+|`)"
            + "|(?<mark>\\*\\*=|//=|>>=|<<=|\\.\\.\\.|[-+*/%&|^@=!<>:]=|->|\\*\\*|//|<<|>>|.)");

    static final Set<String> KEYWORDS = Set.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** Words that open a statement which holds others. */
    private static final Set<String> COMPOUND = Set.of(
            "def", "class", "if", "elif", "else", "for", "while", "try", "except", "finally", "with", "async", "match",
            "case");

    private CodeLexer() {}

    /** What a token is. */
    enum Kind {
        NAME,
        KEYWORD,
        NUMBER,
        STRING,
        MARK
    }

    /**
     * A token of code.
     *
     * @param text as written
     * @param span where it is in the answer
     */
    record Token(Kind kind, String text, Span span) {
        boolean is(String mark) {
            return text.equals(mark) && kind != Kind.STRING;
        }
    }

    /**
     * A statement without those that it holds: of a loop its first line.
     *
     * @param indent how far it is indented
     * @param tokens its tokens; none where there is only a comment
     * @param comments what comes after it or on a line of its own, without the sign
     */
    record Statement(int indent, List<Token> tokens, List<Span> comments) {
        boolean starts(String... words) {
            for (int i = 0; i < words.length; i++) {
                if (i >= tokens.size() || !tokens.get(i).is(words[i])) {
                    return false;
                }
            }
            return true;
        }
    }

    /** The statements of a stretch of a text, in order. */
    static List<Statement> statements(String text, Span stretch) {
        Lines lines = new Lines();
        Matcher matcher = TOKEN.matcher(text).region(stretch.start(), stretch.end());
        while (matcher.find()) {
            Span span = new Span(matcher.start(), matcher.end());
            if (matcher.group("line") != null) {
                lines.ends(matcher.group().length() > 1);
            } else if (matcher.group("comment") != null) {
                lines.comment(text, span);
            } else if (matcher.group("space") != null) {
                lines.space(span.end() - span.start());
            } else if (matcher.group("prompt") == null) {
                lines.token(new Token(kind(matcher), matcher.group(), span));
            }
        }
        // brackets that stay open end with the text
        lines.close();
        return lines.statements;
    }

    private static Kind kind(Matcher matcher) {
        if (matcher.group("name") != null) {
            return KEYWORDS.contains(matcher.group()) ? Kind.KEYWORD : Kind.NAME;
        }
        if (matcher.group("string") != null) {
            return Kind.STRING;
        }
        return matcher.group("number") != null ? Kind.NUMBER : Kind.MARK;
    }

    /** Gathers tokens to statements. */
    private static final class Lines {
        private final List<Statement> statements = new ArrayList<>();
        private List<Token> tokens = new ArrayList<>();
        private List<Span> comments = new ArrayList<>();
        private int indent;
        private int column;
        private int depth;
        private int lambdas;

        void space(int width) {
            column += tokens.isEmpty() ? width : 0;
        }

        void comment(String text, Span span) {
            int start = span.start();
            while (start < span.end() && (text.charAt(start) == '#' || Character.isWhitespace(text.charAt(start)))) {
                start++;
            }
            if (start < span.end()) {
                comments.add(new Span(start, span.end()));
            }
        }

        void token(Token token) {
            if (tokens.isEmpty()) {
                indent = column;
            }
            if (token.kind() == Kind.MARK && "([{".contains(token.text())) {
                depth++;
            } else if (token.kind() == Kind.MARK && ")]}".contains(token.text())) {
                depth = Math.max(0, depth - 1);
            }
            lambdas += token.is("lambda") ? 1 : 0;
            if (depth == 0 && token.is(";")) {
                close();
                return;
            }
            tokens.add(token);
            boolean opens = depth == 0
                    && token.is(":")
                    && COMPOUND.contains(tokens.get(0).text());
            if (opens && lambdas > 0) {
                lambdas--;
            } else if (opens) {
                close();
                // what follows on the line is held by it
                column = indent + 1;
            }
        }

        // a line break ends a statement unless a bracket is open or the line is continued
        void ends(boolean continued) {
            if (depth > 0 || continued) {
                return;
            }
            close();
            column = 0;
            lambdas = 0;
        }

        void close() {
            if (!tokens.isEmpty() || !comments.isEmpty()) {
                statements.add(new Statement(tokens.isEmpty() ? column : indent, tokens, comments));
            }
            tokens = new ArrayList<>();
            comments = new ArrayList<>();
            lambdas = 0;
        }
    }
}
