package rejoinder.link;

import java.util.regex.Pattern;

/**
 * What the linker looks at in an answer.
 *
 * @param words of its prose
 * @param shows whether it shows how a thing is done: in code or in numbered steps
 */
record Answer(WordBag words, boolean shows) {
    private static final Pattern SHOWING = Pattern.compile("(?m)^\\s*(?:```|~~~|\\d{1,3}[.)]\\s|    \\S)");

    /** Whether Markdown holds a block of code or a numbered list. */
    static boolean shows(String markdown) {
        return SHOWING.matcher(markdown).find();
    }
}
