package rejoinder.session;

/** What became of a save. */
public sealed interface SaveResult {
    /**
     * The draft as it is now.
     *
     * @throws SessionException if the save was refused: its reason
     */
    Draft orThrow();

    /** The text is the draft now. */
    record Saved(Draft draft) implements SaveResult {
        @Override
        public Draft orThrow() {
            return draft;
        }
    }

    /** The draft is as it was; the text was kept beside it. */
    record Refused(SessionException reason) implements SaveResult {
        @Override
        public Draft orThrow() {
            throw reason;
        }
    }
}
