package rejoinder.link;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the linker decided about one question of an outline.
 *
 * @param outline its place in the outline, 1 is the first
 * @param topic title of its topic, empty if it has none
 * @param question its prompt, inline Markdown
 * @param match place of the entry that answers it, 1 is the first; empty if none does
 * @param matchQuestion prompt of that entry, empty if none matches
 * @param similarity cosine of the sentence vectors of the two prompts, -1 to 1; of the nearest entry if none matches, and 0 if there are no entries
 * @param more places of further entries that answer it together with the first ("read and write": one reads, one writes)
 */
public record Link(
        int outline,
        String topic,
        String question,
        OptionalInt match,
        String matchQuestion,
        double similarity,
        List<Integer> more) {
    /** Copies the list. */
    public Link {
        more = List.copyOf(more);
    }

    /** A link to one entry at most. */
    public Link(
            int outline, String topic, String question, OptionalInt match, String matchQuestion, double similarity) {
        this(outline, topic, question, match, matchQuestion, similarity, List.of());
    }

    /** Places of all entries that answer it, the nearest first. */
    public List<Integer> matches() {
        List<Integer> all = new ArrayList<>();
        match.ifPresent(all::add);
        all.addAll(more);
        return List.copyOf(all);
    }
}
