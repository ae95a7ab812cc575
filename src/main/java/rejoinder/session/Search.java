package rejoinder.session;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import rejoinder.bank.QuestionId;

/** Searches questions, answers and notes. */
public final class Search {
    /** Characters shown on each side of a hit. */
    private static final int AROUND = 40;

    private final List<String> words;
    private final Map<QuestionId, String> notes;
    private final boolean noted;

    /**
     * @param words each of them must be there, whatever its case
     * @param notes the candidate's notes
     * @param noted whether only questions with a note count
     */
    public Search(String words, Map<QuestionId, String> notes, boolean noted) {
        this.words = Stream.of(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        this.notes = notes;
        this.noted = noted;
    }

    /**
     * What is searched: a question that was asked, with what was answered.
     *
     * @param session where it was asked
     * @param place index in that session, from 0
     * @param question which question
     * @param prompt what was asked, Markdown
     * @param text what was typed, may be empty
     */
    public record Asked(SessionId session, int place, QuestionId question, String prompt, String text) {}

    /**
     * A found question, with the first of the words and what is around it.
     *
     * @param place index of the question in its session, from 0
     * @param where {@code answer}, {@code question} or {@code note}
     * @param before text before the hit, {@code ...} in front if there is more
     * @param hit the word as it stands there; empty if no words were looked for
     * @param after text after it
     */
    public record Hit(int place, String where, String before, String hit, String after) {}

    /** The hit in one asked question; empty if a word is nowhere in it. */
    public Optional<Hit> in(Asked asked) {
        String note = notes.getOrDefault(asked.question(), "");
        if (noted && note.isBlank()) {
            return Optional.empty();
        }
        if (words.isEmpty()) {
            return Optional.of(
                    noted
                            ? around(asked.place(), "note", note, 0, 0)
                            : around(asked.place(), "question", asked.prompt(), 0, 0));
        }
        for (String word : words) {
            if (find(asked.text(), word) < 0 && find(asked.prompt(), word) < 0 && find(note, word) < 0) {
                return Optional.empty();
            }
        }
        String first = words.get(0);
        return hit(asked.place(), "answer", asked.text(), first)
                .or(() -> hit(asked.place(), "question", asked.prompt(), first))
                .or(() -> hit(asked.place(), "note", note, first));
    }

    private static Optional<Hit> hit(int place, String where, String text, String word) {
        int at = find(text, word);
        return at < 0 ? Optional.empty() : Optional.of(around(place, where, text, at, at + word.length()));
    }

    private static Hit around(int place, String where, String text, int from, int to) {
        int start = from <= AROUND ? 0 : text.lastIndexOf(' ', from - AROUND) + 1;
        int end = to + AROUND >= text.length() ? text.length() : text.indexOf(' ', to + AROUND);
        int stop = end < 0 ? text.length() : end;
        // a text without spaces is cut where it has to be, but not through a character
        start = whole(text, Math.max(start, from - 2 * AROUND));
        stop = whole(text, Math.min(stop, to + 3 * AROUND));
        return new Hit(
                place,
                where,
                (start > 0 ? "… " : "") + text.substring(start, from),
                text.substring(from, to),
                text.substring(to, stop) + (stop < text.length() ? " …" : ""));
    }

    private static int whole(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    }

    // folded letter by letter, so that places in the text stay places in the text
    private static int find(String text, String word) {
        int last = text.length() - word.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, word, 0, word.length())) {
                return at;
            }
        }
        return -1;
    }
}
