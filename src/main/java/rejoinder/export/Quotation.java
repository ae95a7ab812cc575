package rejoinder.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.text.Sentences;
import rejoinder.text.Sentences.Sentence;

/**
 * Plain text that somebody typed, as a Markdown quotation. Every word and every line of it is shown, and nothing in it reaches the rest of the document. What stands
 * between fences or backticks stays code, and a text that is set out with indents is shown as it was set out.
 */
final class Quotation {
    /** Inline code: as many backticks on both sides. */
    private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)[^`]+\\1(?!`)");

    private static final Pattern BACKTICKS = Pattern.compile("`+");
    private static final Pattern INDENTED = Pattern.compile("(?m)^(?: {2,}|\\t)\\S");
    /** What Markdown takes for more than a character; an underscore within a word is none. */
    private static final Pattern SPECIAL =
            Pattern.compile("[\\\\`*<>\\[\\]~|]|&(?=[#\\w])|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    /** What makes a heading or a rule of a line. */
    private static final Pattern HEADING = Pattern.compile("#{1,6}(?:\\s.*)?|=+|(?:- *)+");

    private Quotation() {}

    /** The quotation, without a line break at its end. */
    static String of(String text) {
        String typed = text.stripTrailing();
        List<List<String>> parts = new ArrayList<>();
        StringBuilder outside = new StringBuilder();
        int at = 0;
        for (Sentence sentence : Sentences.of(typed)) {
            if (sentence.code()) {
                String before = typed.substring(at, sentence.span().start());
                outside.append(before);
                parts.add(prose(before));
                parts.add(sentence.span().of(typed).stripTrailing().lines().toList());
                at = sentence.span().end();
            }
        }
        outside.append(typed.substring(at));
        parts.add(prose(typed.substring(at)));
        if (INDENTED.matcher(outside).find()) {
            return quoted(fenced(typed).stream());
        }
        // an empty line between prose and code
        return quoted(parts.stream()
                .filter(part -> !part.isEmpty())
                .flatMap(part -> Stream.concat(Stream.of(""), part.stream()))
                .skip(1));
    }

    private static String quoted(Stream<String> lines) {
        return lines.map(line -> line.isEmpty() ? ">" : "> " + line).collect(Collectors.joining("\n"));
    }

    private static List<String> fenced(String text) {
        int longest = 2;
        for (Matcher run = BACKTICKS.matcher(text); run.find(); ) {
            longest = Math.max(longest, run.group().length());
        }
        String fence = "`".repeat(longest + 1);
        return Stream.of(Stream.of(fence + "text"), text.lines(), Stream.of(fence))
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<String> prose(String text) {
        List<String> lines = text.strip().lines().map(String::strip).toList();
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            boolean goesOn = i + 1 < lines.size()
                    && !lines.get(i).isEmpty()
                    && !lines.get(i + 1).isEmpty();
            // two blanks at its end keep a line from running into the next one
            shown.add(escaped(lines.get(i)) + (goesOn ? "  " : ""));
        }
        return shown;
    }

    /** A line of which Markdown shows every character, but for inline code, which stays code. */
    static String escaped(String line) {
        StringBuilder safe = new StringBuilder(HEADING.matcher(line).matches() ? "\\" : "");
        int at = 0;
        for (MatchResult code : CODE.matcher(line).results().toList()) {
            safe.append(plain(line.substring(at, code.start()))).append(code.group());
            at = code.end();
        }
        return safe.append(plain(line.substring(at))).toString();
    }

    private static String plain(String words) {
        return SPECIAL.matcher(words).replaceAll("\\\\$0");
    }
}
