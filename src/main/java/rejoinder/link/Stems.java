package rejoinder.link;

import java.util.List;

/** Cuts English endings off, so that "deploying", "deployment" and "deploy" are one word. Light on purpose: a stem keeps at least four letters. */
final class Stems {
    private static final List<String> ENDINGS = List.of(
            "ization", "isation", "encies", "ations", "ators", "ation", "ments", "ency", "ancy", "ence", "ance", "ment",
            "ator", "ings", "ing", "ities", "ity", "ers", "er", "ors", "or", "ed", "ful", "ally", "ly", "al", "ized",
            "ised", "ize", "ise", "ate", "ent", "ant", "ion", "is", "e");
    private static final int SHORTEST = 4;
    private static final int SHORTEST_SINGULAR = 3;

    private Stems() {}

    /** The stem of a word in lower case; a word with digits or underscores is a name and stays as it is. */
    static String of(String word) {
        if (!word.chars().allMatch(Character::isLetter)) {
            return word;
        }
        String stem = singular(word);
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

    private static String singular(String word) {
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
