package rejoinder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import rejoinder.text.CodeLexer.Kind;
import rejoinder.text.CodeLexer.Token;
import rejoinder.text.Sentences.Sentence;

/**
 * Finds the code of an answer: fenced blocks, and lines that are plainly code, because nobody writes fences in the answer box of an interview. A line of prose must
 * never pass for code, so lines that might be either count only next to others that are code beyond doubt.
 */
final class CodeLines {
    private static final Pattern PROMPT = Pattern.compile("^[ \\t]*(?:>>>|\\.\\.\\.)[ \\t]");

    /** Lines that no sentence looks like. */
    private static final Pattern PLAIN = Pattern.compile(String.join(
            "|",
            // definitions, decorators, imports
            "(?:async )?def \\w+ ?\\(.*",
            "class \\w+ ?(?:\\(.*\\))?:.*",
            "@[\\w.]+(?:\\(.*\\))?",
            "(?:from [\\w.]+ )?import [\\w.*]+(?: as \\w+)?(?:, ?[\\w.]+(?: as \\w+)?)*",
            // first lines of compound statements, with or without their body
            "(?:async )?(?:for|with|while|if|elif) .*[^\\w\\s,] ?:",
            "(?:async )?(?:for .+ in|while|if|elif|with) .*: ?(?:(?:pass|continue|break|return|raise|yield)\\b.*|.*[(\\[=].*|\\.{3})",
            "(?:async )?(?:for \\w+(?:, ?\\w+)* in|with .+ as) .*:",
            "while True:",
            "if (?:not )?[\\w.]+:",
            "except\\b.*:.*",
            // expressions and assignments
            "(?:[\\w.]+ = )?lambda\\b.*:.*",
            "[\\w.]+(?:\\[[^\\]]*\\])?(?:, ?\\w+)* ?(?:[-+*/|&%@]|//|\\*\\*)?= ?[^=].*[(\\[{\"'].*",
            "[\\w.]+\\(.*\\)(?:[.\\[].*)?",
            "[\\[{(].+ for .+ in .+[\\]})]"));

    /** Characters of a line, and lines with one open bracket, that are still looked at. */
    private static final int LONGEST = 1000;

    private static final int MOST_LINES = 40;

    private CodeLines() {}

    /** The code in a text, in order; fences and prompts left out. */
    static List<Span> of(String text) {
        List<Span> found = new ArrayList<>();
        for (Sentence sentence : fencesAndProse(text)) {
            if (sentence.code()) {
                inside(text, sentence.span(), found);
            } else {
                bare(text, sentence.span(), found);
            }
        }
        return found;
    }

    // fenced blocks, and everything between two of them as one stretch
    private static List<Sentence> fencesAndProse(String text) {
        List<Sentence> stretches = new ArrayList<>();
        int at = 0;
        for (Sentence sentence : Sentences.of(text)) {
            if (sentence.code()) {
                stretches.add(new Sentence(new Span(at, sentence.span().start()), false));
                stretches.add(sentence);
                at = sentence.span().end();
            }
        }
        stretches.add(new Sentence(new Span(at, text.length()), false));
        return stretches;
    }

    private static void inside(String text, Span fence, List<Span> found) {
        int start = text.indexOf('\n', fence.start()) + 1;
        int last = text.lastIndexOf('\n', fence.end() - 1);
        String closing = text.substring(Math.max(start, last + 1), Math.max(start, fence.end()))
                .strip();
        int end = closing.startsWith("```") || closing.startsWith("~~~") ? Math.max(start, last) : fence.end();
        if (start < end) {
            found.add(new Span(start, end));
        }
    }

    private static void bare(String text, Span prose, List<Span> found) {
        int from = -1;
        int to = -1;
        boolean plain = false;
        for (int start = prose.start(); start < prose.end(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 || newline > prose.end() ? prose.end() : newline;
            boolean blank = text.substring(start, end).isBlank();
            List<Token> tokens = tokens(text, new Span(start, end));
            for (int lines = 1; lines < MOST_LINES && end < prose.end() && open(tokens); lines++) {
                newline = text.indexOf('\n', end + 1);
                end = newline < 0 || newline > prose.end() ? prose.end() : newline;
                tokens = tokens(text, new Span(start, end));
            }
            String line = unquoted(text.substring(start, end));
            boolean prosaic = blank || line.contains("`");
            boolean sure = !prosaic && isPlain(line, tokens);
            if (sure || (!prosaic && isPossible(tokens))) {
                from = from < 0 ? start : from;
                to = end;
                plain |= sure;
            } else if (!blank) {
                add(from, to, plain, found);
                from = -1;
                plain = false;
            }
            start = end + 1;
        }
        add(from, to, plain, found);
    }

    // a line that is inline code as a whole
    private static String unquoted(String line) {
        String stripped = line.strip();
        return stripped.length() > 2 && stripped.startsWith("`") && stripped.endsWith("`")
                ? stripped.substring(1, stripped.length() - 1)
                : line;
    }

    private static void add(int from, int to, boolean plain, List<Span> found) {
        if (from >= 0 && plain) {
            found.add(new Span(from, to));
        }
    }

    private static List<Token> tokens(String text, Span line) {
        return CodeLexer.statements(text, line).stream()
                .flatMap(statement -> statement.tokens().stream())
                .toList();
    }

    private static boolean open(List<Token> tokens) {
        int depth = 0;
        for (Token token : tokens) {
            depth += token.kind() == Kind.MARK && "([{".contains(token.text()) ? 1 : 0;
            depth -= token.kind() == Kind.MARK && ")]}".contains(token.text()) ? 1 : 0;
        }
        return depth > 0 && possible(tokens);
    }

    private static boolean isPlain(String line, List<Token> tokens) {
        if (PROMPT.matcher(line).lookingAt()) {
            return true;
        }
        String code = tokens.isEmpty()
                ? ""
                : withoutComments(line.strip()).replaceAll("\\s+", " ").strip();
        return code.length() <= LONGEST
                && possible(tokens)
                && PLAIN.matcher(code).matches();
    }

    // a sign in the last line with one quote behind it is in a string; any other opens a comment, which goes with
    // the
    // white space before it
    static String withoutComments(String line) {
        int lastQuote = quoteBefore(line, line.length());
        int quoteBeforeIt = quoteBefore(line, lastQuote);
        int lastLine = line.lastIndexOf('\n');
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            boolean inString = i > lastLine && i < lastQuote && i > quoteBeforeIt;
            if (line.charAt(i) != '#' || inString) {
                kept.append(line.charAt(i));
                continue;
            }
            int end = kept.length();
            while (end > 0 && " \t\n\u000B\f\r".indexOf(kept.charAt(end - 1)) >= 0) {
                end--;
            }
            kept.setLength(end);
            int newline = line.indexOf('\n', i);
            i = (newline < 0 ? line.length() : newline) - 1;
        }
        return kept.toString();
    }

    private static int quoteBefore(String line, int end) {
        return Math.max(line.lastIndexOf('"', end - 1), line.lastIndexOf('\'', end - 1));
    }

    // a comment alone stands among code
    private static boolean isPossible(List<Token> tokens) {
        return tokens.isEmpty() || possible(tokens);
    }

    // two words side by side are prose; so are a full stop at the end and marks that no code has
    private static boolean possible(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean word = token.kind() == Kind.NAME || token.kind() == Kind.NUMBER;
            boolean beside = i > 0
                    && (tokens.get(i - 1).kind() == Kind.NAME
                            || tokens.get(i - 1).kind() == Kind.NUMBER);
            boolean strange =
                    token.kind() == Kind.MARK && "`?!$\u2019\u201C\u201D\u2014\u2013\u2026\\\"'".contains(token.text());
            if ((word && beside) || strange) {
                return false;
            }
        }
        return !tokens.isEmpty()
                && !tokens.get(tokens.size() - 1).is(".")
                && !tokens.get(tokens.size() - 1).is("->");
    }
}
