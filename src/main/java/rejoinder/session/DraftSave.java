package rejoinder.session;

import java.time.Duration;

/**
 * One save of one draft, as a window asks for it.
 *
 * @param place index of the question, from 0
 * @param basedOn revision of the draft that the window last saw
 * @param text the whole text
 * @param flagged whether the candidate wants to come back to it
 * @param confidence how sure the candidate is
 * @param spent time with the question on the screen
 * @param writeLock the window's write lock, from the start or from taking over
 */
public record DraftSave(
        int place,
        long basedOn,
        String text,
        boolean flagged,
        Confidence confidence,
        Duration spent,
        String writeLock) {
    /** Characters in one answer. */
    public static final int LONGEST_ANSWER = 20_000;
}
