package rejoinder.session;

import java.time.Instant;

/**
 * Text that could not be saved as the draft and was kept beside it, so that no letter is lost.
 *
 * @param place index of the question, from 0
 * @param text what was typed
 * @param at when it arrived
 * @param why one sentence
 */
public record KeptVersion(int place, String text, Instant at, String why) {}
