package rejoinder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into sentences and fenced code, with their places. Lines of a list and paragraphs end a sentence too. */
public final class Sentences {
    // possessive: a line of nothing but marks would be tried in every division otherwise
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```++|~~~++)[^\\n]*+\\n");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g.", "i.e.", "etc.", "vs.", "cf.", "approx.", "resp.", "incl.", "esp.", "no.", "fig.", "dr.", "mr.");
    private static final int LONGEST_ABBREVIATION = 7;

    private Sentences() {}

    /**
     * A sentence, or a block of code.
     *
     * @param span where it is, without the white space around it
     * @param code whether it is a fenced block (fences included)
     */
    public record Sentence(Span span, boolean code) {}

    /** The sentences and code blocks of a text in order; none is blank, and nothing but white space lies between them. */
    public static List<Sentence> of(String text) {
        List<Sentence> found = new ArrayList<>();
        Matcher fence = FENCE.matcher(text);
        int at = 0;
        while (at <= text.length() && fence.find(at)) {
            prose(text, at, fence.start(), found);
            String mark = fence.group(1);
            Matcher close = Pattern.compile("(?m)^ {0,3}" + Pattern.quote(mark) + mark.charAt(0) + "*[ \\t]*$")
                    .matcher(text);
            // an unclosed fence runs to the end of the text
            int end = close.find(fence.end()) ? close.end() : text.length();
            found.add(new Sentence(new Span(fence.start(), end), true));
            at = end;
        }
        prose(text, Math.min(at, text.length()), text.length(), found);
        return found;
    }

    private static void prose(String text, int from, int to, List<Sentence> found) {
        int start = from;
        for (int i = from; i < to; i++) {
            if (endsAfter(text, i, to)) {
                add(text, start, i + 1, found);
                start = i + 1;
            }
        }
        add(text, start, to, found);
    }

    private static boolean endsAfter(String text, int i, int to) {
        char c = text.charAt(i);
        if (c == '\n') {
            return lineEnds(text, i, to);
        }
        if (c == '\u3002' || c == '\uFF01' || c == '\uFF1F') {
            return true;
        }
        if (c != '.' && c != '!' && c != '?' && c != ';') {
            return false;
        }
        boolean spaceFollows = i + 1 == to || Character.isWhitespace(text.charAt(i + 1));
        return spaceFollows && !(c == '.' && isAbbreviation(text, i));
    }

    // a line break ends a sentence before a blank line and before a list item, not inside a wrapped paragraph
    private static boolean lineEnds(String text, int i, int to) {
        int next = i + 1;
        while (next < to && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
            next++;
        }
        if (next >= to || text.charAt(next) == '\n' || text.charAt(next) == '\r') {
            return true;
        }
        char c = text.charAt(next);
        if (c == '-' || c == '*' || c == '+' || c == '\u2022' || c == '#' || c == '|') {
            return true;
        }
        int digits = next;
        while (digits < to && Character.isDigit(text.charAt(digits))) {
            digits++;
        }
        return digits > next && digits < to && (text.charAt(digits) == '.' || text.charAt(digits) == ')');
    }

    private static boolean isAbbreviation(String text, int dot) {
        int start = dot;
        while (start > 0 && dot - start < LONGEST_ABBREVIATION && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, dot + 1).toLowerCase(Locale.ROOT);
        boolean listNumber =
                word.length() > 1 && word.chars().limit(word.length() - 1L).allMatch(Character::isDigit);
        return (listNumber && (start == 0 || text.charAt(start - 1) == '\n'))
                || ABBREVIATIONS.contains(word.startsWith("(") ? word.substring(1) : word);
    }

    private static void add(String text, int from, int to, List<Sentence> found) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            found.add(new Sentence(new Span(start, end), false));
        }
    }
}
