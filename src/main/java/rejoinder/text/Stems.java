package rejoinder.text;

import java.util.List;
import java.util.Locale;

/** Cuts English endings off. There are three ways because each is used with thresholds that were measured with it. */
public final class Stems {
    private static final List<String> ENDINGS = List.of(
            "ization", "isation", "encies", "ations", "ators", "ation", "ments", "ency", "ancy", "ence", "ance", "ment",
            "ator", "ings", "ing", "ities", "ity", "ers", "er", "ors", "or", "ed", "ful", "ally", "ly", "al", "ized",
            "ised", "ize", "ise", "ate", "ent", "ant", "ion", "is", "e");
    private static final int SHORTEST = 4;
    private static final int SHORTEST_SINGULAR = 3;

    private Stems() {}

    /** A word in lower case, without the ending of a plural. */
    public static String singular(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return lower.length() > 3 && lower.endsWith("s") && !lower.endsWith("ss")
                ? lower.substring(0, lower.length() - 1)
                : lower;
    }

    /** A word, lower case, without the endings of English grammar; the same for all forms of most words, no dictionary form. */
    static String inflected(String lower) {
        String word = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
        // a decorator's name is the same word with its sign and without
        if (word.length() > 1 && word.charAt(0) == '@') {
            word = word.substring(1);
        }
        if (word.length() > 4 && word.endsWith("ies")) {
            word = word.substring(0, word.length() - 3) + "y";
        } else if (word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is")) {
            word = word.substring(0, word.length() - 1);
        }
        if (word.length() > 5 && word.endsWith("ing")) {
            word = undouble(word.substring(0, word.length() - 3));
        } else if (word.length() > 4 && word.endsWith("ed")) {
            word = undouble(word.substring(0, word.length() - 2));
        } else if (word.length() > 5 && word.endsWith("ly")) {
            word = word.substring(0, word.length() - 2);
        }
        if (word.length() > 3 && word.endsWith("e")) {
            word = word.substring(0, word.length() - 1);
        }
        if (word.length() > 3 && word.endsWith("y")) {
            word = word.substring(0, word.length() - 1) + "i";
        }
        return word;
    }

    private static String undouble(String word) {
        int last = word.length() - 1;
        return last > 2 && word.charAt(last) == word.charAt(last - 1) && word.charAt(last) != 's'
                ? word.substring(0, last)
                : word;
    }

    /**
     * A word, lower case, without any ending that forms words, so that "deploying", "deployment" and "deploy" are one; it keeps at least four letters. A word with digits or underscores is a name and
     * stays as it is.
     */
    public static String bare(String word) {
        if (!word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        String stem = withoutPlural(word);
        String before;
        do {
            before = stem;
            stem = withoutEnding(before);
        } while (!stem.equals(before));
        return stem;
    }

    private static String withoutEnding(String word) {
        for (String ending : ENDINGS) {
            if (word.endsWith(ending) && word.length() - ending.length() >= SHORTEST) {
                return word.substring(0, word.length() - ending.length());
            }
        }
        return word;
    }

    private static String withoutPlural(String word) {
        if (word.endsWith("ies") && word.length() > SHORTEST + 1) {
            return word.substring(0, word.length() - 3) + "y";
        }
        if (word.endsWith("sses") || word.endsWith("xes") || word.endsWith("ches") || word.endsWith("shes")) {
            return word.substring(0, word.length() - 2);
        }
        boolean plural = word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("sis")
                && !word.endsWith("xis")
                && !word.equals("this");
        return plural && word.length() > SHORTEST_SINGULAR ? word.substring(0, word.length() - 1) : word;
    }
}
