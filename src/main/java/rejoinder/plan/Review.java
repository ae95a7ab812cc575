package rejoinder.plan;

import java.time.Instant;
import java.util.List;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/**
 * An attempt as memory sees it. A candidate has at most one of a question at an instant.
 *
 * @param question what was asked
 * @param revision content hash of what was asked, as it was then
 * @param at when the answer was handed in
 * @param score what it earned, overrides included
 * @param rating how well it was remembered: the candidate's own word, or else {@link Rating#of} the score
 * @param missed the key points that did not earn all of their share, overrides included; empty if none were missed or the answer was judged as a whole
 */
public record Review(
        QuestionId question, String revision, Instant at, Score score, Rating rating, List<MissedPoint> missed) {
    /** Copies the list. */
    public Review {
        missed = List.copyOf(missed);
    }

    /**
     * A key point that an answer did not make, or made in part.
     *
     * @param point its id in the question
     * @param statement what a good answer says, as it was graded
     * @param earned the part of its share that was earned all the same, 0 to less than 1
     */
    public record MissedPoint(String point, String statement, double earned) {
        /** Refuses a point that was not missed. */
        public MissedPoint {
            if (!(earned >= 0 && earned < 1)) {
                throw new IllegalArgumentException(
                        "A missed key point earned from 0 to less than 1 of its share, not " + earned + ".");
            }
        }
    }
}
