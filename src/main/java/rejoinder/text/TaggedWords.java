package rejoinder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a text as rules see them: stems, clauses, and what is under a negation. */
public final class TaggedWords {
    // possessive, because a repeated group costs a stretch of the stack each time otherwise
    private static final Pattern WORD = Pattern.compile(
            "[\\p{L}\\p{N}_@][\\p{L}\\p{N}_]*(?:[./'\\u2019-][\\p{L}\\p{N}_]++)*+|[=!<>]{1,3}|[.,;:!?()\\n]|--?|\\u2014");

    private static final Set<String> NEGATIONS = Set.of(
            "not",
            "no",
            "never",
            "cannot",
            "cant",
            "dont",
            "doesnt",
            "isnt",
            "arent",
            "wont",
            "without",
            "neither",
            "nor",
            "none",
            "nothing",
            "nobody",
            "didnt",
            "wasnt",
            "havent",
            "hasnt",
            "couldnt",
            "shouldnt",
            "wouldnt");

    private static final Set<String> CLAUSE_STARTS = Set.of(
            "while",
            "whereas",
            "but",
            "because",
            "so",
            "although",
            "though",
            "however",
            "and",
            "since",
            "unlike",
            "which",
            "when",
            "if",
            "unless",
            "or");

    /** Words that a negation reaches. */
    private static final int SCOPE = 6;

    /** Characters beside a word that show whether it names an operator. */
    private static final int BESIDE = 12;

    private static final Pattern OPERATOR_AFTER =
            Pattern.compile("`|\\s+operators?\\b|\\s+(?:and|or|vs\\.?|versus)\\s+`?[=!]=");
    private static final Pattern OPERATOR_BEFORE = Pattern.compile("[=!]=`?\\s+(?:and|or|vs\\.?|versus|from)\\s+`?$");

    private TaggedWords() {}

    /**
     * A word.
     *
     * @param stem lower case, without endings
     * @param lower as written, lower case
     * @param span where it is
     * @param content whether it carries content
     * @param negated whether it comes after a negation in its clause and is none
     * @param clause number of its clause in the text
     */
    public record Word(String stem, String lower, Span span, boolean content, boolean negated, int clause) {}

    /** The words of a text in order. */
    public static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int clause = 0;
        int reach = 0;
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String lower = matcher.group().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
            if (isMark(lower)) {
                clause++;
                reach = 0;
                continue;
            }
            if (CLAUSE_STARTS.contains(lower)) {
                clause++;
                reach = 0;
            }
            boolean negates = denies(lower);
            boolean content =
                    !negates && (!StopWords.isGrammar(lower) || namesOperator(text, matcher.start(), matcher.end()));
            words.add(new Word(
                    Stems.inflected(lower),
                    lower,
                    new Span(matcher.start(), matcher.end()),
                    content,
                    !negates && reach > 0,
                    clause));
            reach = negates ? SCOPE : Math.max(0, reach - 1);
        }
        return words;
    }

    // "is" and its like as words of a program: in backticks, called an operator, or beside a sign of comparison
    private static boolean namesOperator(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - BESIDE), start);
        String after = text.substring(end, Math.min(text.length(), end + BESIDE));
        return OPERATOR_AFTER.matcher(after).lookingAt()
                || OPERATOR_BEFORE.matcher(before).find();
    }

    private static boolean isMark(String token) {
        char c = token.charAt(0);
        return !Character.isLetterOrDigit(c) && c != '_' && c != '@' && c != '=' && c != '!' && c != '<' && c != '>';
    }

    /** Whether a word, lower case, denies what comes after it. */
    public static boolean denies(String lower) {
        return NEGATIONS.contains(lower) || lower.endsWith("n't");
    }

    /** Whether a word, lower case, carries grammar only. */
    public static boolean isFunction(String lower) {
        return StopWords.isGrammar(lower) || denies(lower);
    }
}
