package rejoinder.bank;

/**
 * A model answer in one wording.
 *
 * @param label what kind of wording it is ({@code full}, {@code terse}), empty if the pack gives none
 * @param text Markdown, never blank
 */
public record ReferenceAnswer(String label, String text) {
    /** The label of an answer that the candidate counts as correct. */
    public static final String YOURS = "yours";

    /** Refuses a blank text. */
    public ReferenceAnswer {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A reference answer must not be blank.");
        }
    }

    /** Whether the candidate wrote it, and counts it as correct. */
    public boolean ofCandidate() {
        return label.equals(YOURS);
    }
}
