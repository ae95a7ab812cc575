package rejoinder.session;

import java.util.Optional;
import rejoinder.plan.Rating;

/**
 * What practice notes about a question, besides its answer.
 *
 * @param hints how many hints were taken before the answer was handed in
 * @param rating how well the candidate says to have remembered it; empty if the score decides
 * @param again whether the candidate wants to be asked again at once
 */
public record PracticeNotes(int hints, Optional<Rating> rating, boolean again) {
    /** Nothing. */
    public static final PracticeNotes NONE = new PracticeNotes(0, Optional.empty(), false);
}
