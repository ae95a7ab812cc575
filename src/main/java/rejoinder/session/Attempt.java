package rejoinder.session;

import java.time.Duration;
import java.time.Instant;

/** What became of one asked question; never changes once it exists. */
public sealed interface Attempt {
    /** When it was handed in. */
    Instant at();

    /** Time with the question on the screen. */
    Duration spent();

    /** How sure the candidate was. */
    Confidence confidence();

    /** Whether something was typed in time. */
    boolean isAnswered();

    /** What was typed in time; empty if nothing was. */
    String text();

    /** All that was typed, if more came after the time than counts; else empty. */
    String overtime();

    /** Something was typed. */
    record Answered(String text, Instant at, Duration spent, Confidence confidence, String overtime)
            implements Attempt {
        /** One with nothing after the time. */
        public Answered(String text, Instant at, Duration spent, Confidence confidence) {
            this(text, at, spent, confidence, "");
        }

        @Override
        public boolean isAnswered() {
            return true;
        }
    }

    /** Nothing but white space was typed. */
    record Empty(Instant at, Duration spent, Confidence confidence, String overtime) implements Attempt {
        /** One with nothing after the time. */
        public Empty(Instant at, Duration spent, Confidence confidence) {
            this(at, spent, confidence, "");
        }

        @Override
        public boolean isAnswered() {
            return false;
        }

        @Override
        public String text() {
            return "";
        }
    }

    /** The attempt that a draft becomes. */
    static Attempt of(Draft draft, Instant at) {
        String text = draft.inTime().orElse(draft.text());
        String overtime = draft.text().equals(text) ? "" : draft.text();
        return text.isBlank()
                ? new Empty(at, draft.spent(), draft.confidence(), overtime)
                : new Answered(text, at, draft.spent(), draft.confidence(), overtime);
    }
}
