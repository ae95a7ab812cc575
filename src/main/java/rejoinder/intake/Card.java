package rejoinder.intake;

import java.util.List;

/**
 * One question of a format that says itself what is asked and what answers it.
 *
 * @param line in the file, 1 is the first
 * @param topic empty if the format names none
 * @param prompt what is asked, Markdown
 * @param context options and the like, Markdown
 * @param answer Markdown, empty if there is none
 * @param tags short words
 */
record Card(int line, String topic, String prompt, String context, String answer, List<String> tags) {
    Card {
        tags = List.copyOf(tags);
    }

    Card(int line, String topic, String prompt, String answer) {
        this(line, topic, prompt, "", answer, List.of());
    }
}
