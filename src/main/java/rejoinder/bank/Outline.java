package rejoinder.bank;

import java.util.List;

/**
 * The ordered tree of topics that questions are picked from.
 *
 * @param sections one per topic, in outline order
 */
public record Outline(List<Section> sections) {
    /** Copies the list. */
    public Outline {
        sections = List.copyOf(sections);
    }

    /**
     * A topic and what can be asked about it.
     *
     * @param topic the heading
     * @param questions in the order of the pack
     */
    public record Section(Topic topic, List<QuestionId> questions) {
        /** Copies the list. */
        public Section {
            questions = List.copyOf(questions);
        }
    }
}
