package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Text being typed; saved, not graded.
 *
 * @param text as typed, may be empty
 * @param revision 0 before the first save, one more with each
 * @param savedAt server time of the last save, the start if there was none
 * @param flagged whether the candidate wants to come back to it
 * @param confidence how sure the candidate is
 * @param spent time with the question on the screen, as the browser measured it
 * @param hints how many hints were taken
 * @param inTime what was written when the time was over, once something else was saved after it
 */
public record Draft(
        String text,
        long revision,
        Instant savedAt,
        boolean flagged,
        Confidence confidence,
        Duration spent,
        int hints,
        Optional<String> inTime) {
    /** A draft within the time. */
    public Draft(
            String text,
            long revision,
            Instant savedAt,
            boolean flagged,
            Confidence confidence,
            Duration spent,
            int hints) {
        this(text, revision, savedAt, flagged, confidence, spent, hints, Optional.empty());
    }

    /** The same text with one more hint taken. */
    Draft withHint() {
        return new Draft(text, revision, savedAt, flagged, confidence, spent, hints + 1, inTime);
    }

    /** An empty draft at the start of a session. */
    public static Draft untouched(Instant startedAt) {
        return new Draft("", 0, startedAt, false, Confidence.UNSAID, Duration.ZERO, 0);
    }
}
