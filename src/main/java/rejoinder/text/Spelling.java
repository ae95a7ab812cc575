package rejoinder.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.text.Encoding.Token;

/**
 * Corrects typos against the words of the question and its references: a word that the model's vocabulary has only in pieces becomes the nearest of
 * those words, if it begins with the same letter and is one change away (two for long words). Neutral on carefully typed answers; without it a good answer with
 * many slips loses a third of its score.
 */
public final class Spelling {
    private static final Pattern WORD = Pattern.compile("\\p{L}{4,}");

    /** A word that is part of a name in code: "zeros_", "asyncio.gather", "iter(". */
    private static final Pattern NAME_GOES_ON = Pattern.compile("[_(]|\\.[\\p{L}_]");

    private static final Pattern NAME_BEGAN = Pattern.compile(".*(?:_|[\\p{L}\\p{N}_]\\.)", Pattern.DOTALL);
    private static final int LONG_WORD = 7;

    private Spelling() {}

    /**
     * A corrected text.
     *
     * @param text the text with its words replaced
     * @param edits what was replaced, in order
     */
    public record Mended(String text, List<Edit> edits) {
        /** The place in the original text of a stretch of the corrected one; both ends of a replaced word stay ends of a word. */
        public Span original(Span span) {
            return new Span(original(span.start(), true), original(span.end(), false));
        }

        private int original(int place, boolean start) {
            int shift = 0;
            for (Edit edit : edits) {
                if (place >= edit.mended().end()) {
                    shift = edit.original().end() - edit.mended().end();
                } else if (place > edit.mended().start()) {
                    return start ? edit.original().start() : edit.original().end();
                }
            }
            return place + shift;
        }
    }

    /**
     * A replaced word.
     *
     * @param original where it stood
     * @param mended where its replacement is in the corrected text
     */
    record Edit(Span original, Span mended) {}

    /** The words of texts that a slip is compared with, lower case. */
    public static Set<String> vocabulary(Collection<String> texts) {
        Set<String> words = new HashSet<>();
        for (String text : texts) {
            Matcher matcher = WORD.matcher(text);
            while (matcher.find()) {
                words.add(matcher.group().toLowerCase(Locale.ROOT));
            }
        }
        return words;
    }

    /**
     * Corrects a text; without typos it comes back as it was.
     *
     * @param tokens its word pieces
     * @param vocabulary words that it may have meant
     */
    public static Mended mend(String text, List<Token> tokens, Set<String> vocabulary) {
        StringBuilder mended = new StringBuilder();
        List<Edit> edits = new ArrayList<>();
        int copied = 0;
        Matcher words = WORD.matcher(text);
        int token = 0;
        while (words.find()) {
            int pieces = 0;
            while (token < tokens.size() && starts(tokens, token) < words.end()) {
                pieces += starts(tokens, token) >= words.start() ? 1 : 0;
                token++;
            }
            String word = words.group().toLowerCase(Locale.ROOT);
            if (pieces < 2 || vocabulary.contains(word) || isPartOfName(text, words.start(), words.end())) {
                continue;
            }
            String nearest = nearest(word, vocabulary);
            if (!nearest.isEmpty()) {
                mended.append(text, copied, words.start());
                int at = mended.length();
                mended.append(nearest);
                edits.add(new Edit(new Span(words.start(), words.end()), new Span(at, mended.length())));
                copied = words.end();
            }
        }
        return edits.isEmpty()
                ? new Mended(text, edits)
                : new Mended(mended.append(text, copied, text.length()).toString(), edits);
    }

    private static boolean isPartOfName(String text, int start, int end) {
        return NAME_GOES_ON
                        .matcher(text.substring(end, Math.min(text.length(), end + 2)))
                        .lookingAt()
                || NAME_BEGAN
                        .matcher(text.substring(Math.max(0, start - 2), start))
                        .matches();
    }

    private static int starts(List<Token> tokens, int token) {
        Token found = tokens.get(token);
        return found.span().start();
    }

    private static String nearest(String word, Set<String> vocabulary) {
        int most = word.length() < LONG_WORD ? 1 : 2;
        String nearest = "";
        int least = most + 1;
        for (String candidate : vocabulary) {
            if (candidate.charAt(0) != word.charAt(0) || Math.abs(candidate.length() - word.length()) > most) {
                continue;
            }
            int distance = distance(word, candidate);
            // ties go to the first in the alphabet, so that the order of a set cannot change a grade
            if (distance < least || (distance == least && candidate.compareTo(nearest) < 0)) {
                least = distance;
                nearest = candidate;
            }
        }
        return least <= most ? nearest : "";
    }

    /** Letters added, dropped, replaced or swapped with their neighbour (Damerau's distance, each place touched once). */
    static int distance(String one, String other) {
        int[][] steps = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                if (i == 0 || j == 0) {
                    steps[i][j] = i + j;
                    continue;
                }
                int replaced = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(steps[i - 1][j], steps[i][j - 1]) + 1, steps[i - 1][j - 1] + replaced);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    least = Math.min(least, steps[i - 2][j - 2] + 1);
                }
                steps[i][j] = least;
            }
        }
        return steps[one.length()][other.length()];
    }
}
