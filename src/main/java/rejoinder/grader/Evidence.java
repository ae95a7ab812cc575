package rejoinder.grader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import rejoinder.text.Span;

/** Turns tokens of an answer into stretches that a person can read: whole words, a call with its empty parentheses, and small gaps closed. */
final class Evidence {
    /** Words that stand this near to each other are shown as one stretch. */
    private static final int GAP = 24;

    private static final String CALL = "()";

    private Evidence() {}

    /**
     * Merges tokens to stretches, in the order of the text.
     *
     * @param reading the answer
     * @param tokens indexes of its tokens, rising
     */
    static List<Span> of(WeightedText reading, List<Integer> tokens) {
        String text = reading.text();
        List<Span> spans = new ArrayList<>();
        List<Span> words = tokens.stream()
                .map(index -> word(text, reading.token(index).span()))
                .distinct()
                .sorted(Comparator.comparingInt(Span::start).thenComparingInt(Span::end))
                .toList();
        for (Span word : words) {
            Span last = spans.isEmpty() ? word : spans.get(spans.size() - 1);
            if (!spans.isEmpty() && joins(text, last, word)) {
                spans.set(spans.size() - 1, new Span(last.start(), Math.max(last.end(), word.end())));
            } else {
                spans.add(word);
            }
        }
        return spans;
    }

    private static boolean joins(String text, Span last, Span next) {
        if (next.start() <= last.end()) {
            return true;
        }
        String between = text.substring(last.end(), next.start());
        return between.length() <= GAP && between.indexOf('\n') < 0 && between.indexOf(". ") < 0;
    }

    private static Span word(String text, Span piece) {
        int start = piece.start();
        int end = piece.end();
        while (start > 0 && isWord(text, start - 1) && isWord(text, start)) {
            start--;
        }
        while (end < text.length() && end > 0 && isWord(text, end) && isWord(text, end - 1)) {
            end++;
        }
        return new Span(start, text.startsWith(CALL, end) ? end + CALL.length() : end);
    }

    private static boolean isWord(String text, int at) {
        char c = text.charAt(at);
        return Character.isLetterOrDigit(c)
                || c == '_'
                || Character.isSurrogate(c)
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }
}
