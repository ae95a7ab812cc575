package rejoinder.plan;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;

/**
 * An attempt as memory sees it. A candidate has at most one of a question at an instant.
 *
 * @param question what was asked
 * @param revision content hash of what was asked, as it was then
 * @param at when the answer was handed in
 * @param score what it earned, overrides included
 * @param rating how well it was remembered: the candidate's own word, or else {@link Rating#of} the score
 * @param incomplete the key points that did not earn all of their share, corrections included; empty if all did, or the answer was judged as a whole
 */
public record Review(
        QuestionId question, String revision, Instant at, Score score, Rating rating, List<Incomplete> incomplete) {
    /** Copies the list. */
    public Review {
        incomplete = List.copyOf(incomplete);
    }

    /** The key points that count as missed, the least made first. */
    public List<Incomplete> missed() {
        return incomplete.stream()
                .filter(Incomplete::isMissed)
                .sorted(Comparator.comparingDouble(Incomplete::earned))
                .toList();
    }

    /**
     * A key point that an answer did not make, or made in part.
     *
     * @param point its id in the question
     * @param statement what a good answer says, as it was graded
     * @param earned the part of its share that was earned all the same, 0 to less than 1
     */
    public record Incomplete(String point, String statement, double earned) {
        /** Refuses a point that earned all of its share. */
        public Incomplete {
            if (!(earned >= 0 && earned < 1)) {
                throw new IllegalArgumentException(
                        "An incomplete key point earned from 0 to less than 1 of its share, not " + earned + ".");
            }
        }

        /** Whether it counts as missed, not just as made badly. */
        public boolean isMissed() {
            return Marking.isMissed(earned);
        }
    }
}
