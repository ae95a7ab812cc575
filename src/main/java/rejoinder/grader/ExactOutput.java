package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.grade.Verdict;
import rejoinder.text.Span;

/** Looks for the output that an exact key point asks for, literally but for white space, quotes and trailing zeros of numbers. */
final class ExactOutput {
    private static final Pattern MARKED = Pattern.compile("```[^\\n]*\\n(.*?)```|`([^`\\n]+)`", Pattern.DOTALL);
    private static final Pattern STATED = Pattern.compile(
            "(?i)\\b(?:prints?|printed|outputs?|displays?|shows?|output is|result is|you get|we get|gives?)\\b:?\\s*([^.;\\n]*(?:\\.\\d[^.;\\n]*)*)");
    private static final String LITERAL_TEXT =
            "\\[[^\\]\\n]*\\]|\\{[^}\\n]*\\}|\\([^)\\n]*,[^)\\n]*\\)|(?<![\\w.])-?\\d+(?:\\.\\d+)?(?![\\w])|\\b(?:True|False|None)\\b";

    private static final Pattern LITERAL = Pattern.compile(LITERAL_TEXT);

    /** Literals and nothing else, as an output is quoted; code that holds a literal is none. */
    private static final Pattern LITERALS = Pattern.compile("(?:(?:" + LITERAL_TEXT + ")[\\s,]*)+");

    private ExactOutput() {}

    /**
     * What was found.
     *
     * @param verdict made, contradicted by another output, or not said
     * @param evidence the words that decided
     */
    record Found(Verdict verdict, List<Span> evidence) {}

    /** Looks for printed lines in their order. */
    static Found in(String answer, List<String> outputs) {
        Optional<List<Span>> all = inOrder(answer, outputs);
        if (all.isPresent()) {
            return new Found(Verdict.MADE, all.get());
        }
        List<Span> stated = statedOutputs(answer);
        // who quotes a part of the output as it is says nothing wrong
        boolean part = stated.size() < outputs.size()
                && stated.stream()
                        .allMatch(span -> outputs.stream()
                                .anyMatch(output ->
                                        find(output, normal(span.of(answer)), 0).isPresent()));
        return stated.isEmpty() || part
                ? new Found(Verdict.NOT_SAID, List.of())
                : new Found(Verdict.CONTRADICTED, stated);
    }

    private static Optional<List<Span>> inOrder(String answer, List<String> outputs) {
        List<Span> found = new ArrayList<>();
        int from = 0;
        for (String output : outputs) {
            Optional<Span> next = find(answer, normal(output), from);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            found.add(next.get());
            from = next.get().end();
        }
        return Optional.of(found);
    }

    // the first stretch of the answer whose normal form is the output's, not inside a longer word or number
    private static Optional<Span> find(String answer, String wanted, int from) {
        for (int start = from; start < answer.length(); start++) {
            if (Character.isWhitespace(answer.charAt(start)) || (start > 0 && joined(answer, start - 1, start))) {
                continue;
            }
            for (int end = start + 1; end <= Math.min(answer.length(), start + 2 * wanted.length() + 40); end++) {
                if (end < answer.length() && joined(answer, end - 1, end)) {
                    continue;
                }
                if (normal(answer.substring(start, end)).equals(wanted)) {
                    return Optional.of(new Span(start, end));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean joined(String text, int left, int right) {
        char a = text.charAt(left);
        char b = text.charAt(right);
        boolean words = (Character.isLetterOrDigit(a) || a == '_') && (Character.isLetterOrDigit(b) || b == '_');
        boolean number = (Character.isDigit(a)
                        && b == '.'
                        && right + 1 < text.length()
                        && Character.isDigit(text.charAt(right + 1)))
                || (a == '.' && Character.isDigit(b) && left > 0 && Character.isDigit(text.charAt(left - 1)))
                || (a == '-' && Character.isDigit(b));
        return words || number;
    }

    private static List<Span> statedOutputs(String answer) {
        List<Span> stated = new ArrayList<>();
        List<Span> code = new ArrayList<>();
        Matcher marked = MARKED.matcher(answer);
        while (marked.find()) {
            int group = marked.group(1) == null ? 2 : 1;
            Span inside = new Span(marked.start(group), marked.end(group));
            if (LITERALS.matcher(inside.of(answer).strip()).matches()) {
                literals(answer, inside, List.of(), stated);
            } else {
                code.add(inside);
            }
        }
        Matcher said = STATED.matcher(answer);
        while (said.find()) {
            literals(answer, new Span(said.start(1), said.end(1)), code, stated);
        }
        stated.sort(null);
        return stated;
    }

    // a literal in code is an argument, not an output
    private static void literals(String answer, Span where, List<Span> code, List<Span> stated) {
        Matcher literal = LITERAL.matcher(answer).region(where.start(), where.end());
        while (literal.find()) {
            Span span = new Span(literal.start(), literal.end());
            boolean inCode =
                    code.stream().anyMatch(block -> block.start() <= span.start() && span.end() <= block.end());
            if (!inCode && !stated.contains(span)) {
                stated.add(span);
            }
        }
    }

    private static String normal(String text) {
        return text.replace('"', '\'')
                .replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201C', '\'')
                .replace('\u201D', '\'')
                .replaceAll("[\\s`]", "")
                .replaceAll("(\\d\\.\\d*?)0+(?!\\d)", "$1")
                .replaceAll("(\\d)\\.(?!\\d)", "$1");
    }
}
