package rejoinder.text;

import java.util.StringJoiner;
import rejoinder.text.Sentences.Sentence;

/** What a reference answer says in words: code is extra there, and an answer without it is as good. */
public final class Prose {
    private Prose() {}

    /** The text without its fenced blocks; the text itself if nothing else is in it. */
    public static String of(String text) {
        if (!text.contains("```") && !text.contains("~~~")) {
            return text;
        }
        StringJoiner prose = new StringJoiner("\n");
        for (Sentence sentence : Sentences.of(text)) {
            if (!sentence.code()) {
                prose.add(sentence.span().of(text));
            }
        }
        return prose.length() == 0 ? text : prose.toString();
    }
}
