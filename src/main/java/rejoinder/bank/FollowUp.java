package rejoinder.bank;

import java.util.List;

/**
 * What an interviewer asks next, with what a good answer to it says.
 *
 * @param prompt what is asked, Markdown; empty if there is no follow-up
 * @param reference a model answer, Markdown; empty if the pack gives none, so that it can be asked but not marked
 * @param keyPoints what a good answer states, none to three
 */
public record FollowUp(String prompt, String reference, List<KeyPoint> keyPoints) {
    /** No follow-up. */
    public static final FollowUp NONE = new FollowUp("", "", List.of());

    /** Copies the list. */
    public FollowUp {
        keyPoints = List.copyOf(keyPoints);
    }

    /** A follow-up that cannot be marked. */
    public FollowUp(String prompt) {
        this(prompt, "", List.of());
    }

    /** Whether nothing is asked. */
    public boolean isEmpty() {
        return prompt.isEmpty();
    }

    /** Whether an answer to it can be marked. */
    public boolean canBeMarked() {
        return !reference.isEmpty();
    }
}
