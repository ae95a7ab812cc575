package rejoinder.link;

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
 */
public record Link(
        int outline, String topic, String question, OptionalInt match, String matchQuestion, double similarity) {}
