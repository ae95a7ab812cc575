package rejoinder.session;

/** What became of a save. */
public sealed interface SaveResult {
    /** The text is the draft now. */
    record Saved(Draft draft) implements SaveResult {}

    /** The draft is as it was; the text was kept beside it. */
    record Refused(SessionException reason) implements SaveResult {}
}
