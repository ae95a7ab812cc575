package rejoinder.plan;

import java.util.List;
import java.util.Optional;

/**
 * When an answered question comes again, and why.
 *
 * @param review the answer
 * @param chosen the candidate's own rating; empty if the score decides
 * @param choices when it would come again, for each of the four ratings
 */
public record Schedule(Review review, Optional<Rating> chosen, List<NextTime> choices) {
    /** Copies the list. */
    public Schedule {
        choices = List.copyOf(choices);
    }

    /** The rating that the score stands for. */
    public Rating proposed() {
        return Rating.of(review.score());
    }

    /** The rating that counts. */
    public Rating rating() {
        return review.rating();
    }

    /** When the question comes again. */
    public NextTime next() {
        return choices.get(rating().number() - 1);
    }

    /** How the score and the candidate's word come to that, in one sentence. */
    public String reason() {
        String percent = review.score().percent() + " %";
        return chosen.map(rating ->
                        "You said " + rating.word() + "; " + percent + " alone would mean: " + when(proposed()) + ".")
                .orElseGet(() -> percent + ": " + when(proposed()) + ".");
    }

    private static String when(Rating rating) {
        return switch (rating) {
            case AGAIN -> "ask again soon";
            case HARD -> "ask again before long";
            case GOOD -> "ask again later";
            case EASY -> "ask again much later";
        };
    }
}
