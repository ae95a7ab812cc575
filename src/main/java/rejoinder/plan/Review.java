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
 * @param blank whether nothing was written in time: memory and mastery go by its score like any other's, but it is not counted as an answer
 */
public record Review(
        QuestionId question,
        String revision,
        Instant at,
        Score score,
        Rating rating,
        List<Incomplete> incomplete,
        boolean blank) {
    /** Copies the list. */
    public Review {
        incomplete = List.copyOf(incomplete);
    }

    /** One that is not blank. */
    public Review(
            QuestionId question, String revision, Instant at, Score score, Rating rating, List<Incomplete> incomplete) {
        this(question, revision, at, score, rating, incomplete, false);
    }

    /** How many of some reviews are counted as answers: all that are not blank. */
    static int answers(List<Review> reviews) {
        int answers = 0;
        for (Review review : reviews) {
            answers += review.blank ? 0 : 1;
        }
        return answers;
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
