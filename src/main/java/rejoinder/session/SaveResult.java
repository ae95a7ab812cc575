package rejoinder.session;

import java.util.Optional;

/** What became of a save. */
public sealed interface SaveResult {
    /** What was saved; empty if nothing was. */
    default Optional<Saved> saved() {
        return Optional.empty();
    }

    /**
     * What was saved.
     *
     * @throws SessionException if the save was refused: its reason
     */
    Saved orThrow();

    /**
     * The text is the draft now.
     *
     * @param place index of the question, from 0
     * @param draft as it is now
     * @param times of its session
     */
    record Saved(int place, Draft draft, SessionTimes times) implements SaveResult {
        @Override
        public Optional<Saved> saved() {
            return Optional.of(this);
        }

        @Override
        public Saved orThrow() {
            return this;
        }
    }

    /** The draft is as it was; the text was kept beside it. */
    record Refused(SessionException reason) implements SaveResult {
        @Override
        public Saved orThrow() {
            throw reason;
        }
    }
}
