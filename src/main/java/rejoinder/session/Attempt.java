package rejoinder.session;

import java.time.Duration;
import java.time.Instant;

/** What became of one asked question; never changes once it exists. */
public sealed interface Attempt {
    /** When it was handed in. */
    Instant at();

    /** Time with the question on the screen. */
    Duration spent();

    /** How sure the candidate said to be. */
    Confidence confidence();

    /** What was typed; empty if nothing was. */
    String text();

    /** Something was typed. */
    record Answered(String text, Instant at, Duration spent, Confidence confidence) implements Attempt {}

    /** Nothing but white space was typed. */
    record Empty(Instant at, Duration spent, Confidence confidence) implements Attempt {
        @Override
        public String text() {
            return "";
        }
    }

    /** The attempt that a draft becomes. */
    static Attempt of(Draft draft, Instant at) {
        return draft.text().isBlank()
                ? new Empty(at, draft.spent(), draft.confidence())
                : new Answered(draft.text(), at, draft.spent(), draft.confidence());
    }
}
