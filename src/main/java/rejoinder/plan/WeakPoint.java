package rejoinder.plan;

import java.time.Instant;
import java.util.List;
import rejoinder.bank.QuestionId;

/**
 * A key point that the last answer to its question missed. The same point asked for in several questions is one weak point.
 *
 * @param statement what a good answer says
 * @param places where it was missed, the place missed most often first
 * @param missed how many of the last five answers to each question did not make it
 * @param answers how many answers that is of
 * @param lastMissed when it was last missed
 */
public record WeakPoint(String statement, List<Place> places, int missed, int answers, Instant lastMissed) {
    /** Copies the list. */
    public WeakPoint {
        places = List.copyOf(places);
    }

    /**
     * A key point in a question.
     *
     * @param question the question
     * @param point the key point's id there
     */
    public record Place(QuestionId question, String point) {}

    /** Whether it was missed in a question. */
    boolean in(QuestionId question) {
        return places.stream().anyMatch(place -> place.question().equals(question));
    }
}
