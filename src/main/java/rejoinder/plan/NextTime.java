package rejoinder.plan;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When a question would come again if its answer were rated one way.
 *
 * @param rating how well it was remembered
 * @param memory the memory afterwards
 * @param days whole days until it is due, at least 1
 * @param retrievability the chance that it is still known then
 */
public record NextTime(Rating rating, MemoryState memory, long days, double retrievability) {
    /**
     * The four ways, again to easy.
     *
     * @param earlier the answers to the question before this one, oldest first
     * @param at when this one was given
     */
    public static List<NextTime> choices(MemoryModel model, List<Review> earlier, Instant at) {
        Optional<MemoryState> before = model.after(earlier);
        List<NextTime> choices = new ArrayList<>();
        for (Rating rating : Rating.values()) {
            MemoryState after =
                    before.map(state -> model.next(state, rating, at)).orElseGet(() -> model.first(rating, at));
            long days = after.due().toEpochDay() - model.day(after.lastReviewed());
            Instant then = after.lastReviewed()
                    .atZone(model.zone())
                    .plus(days, ChronoUnit.DAYS)
                    .toInstant();
            choices.add(new NextTime(rating, after, days, model.retrievability(after, then)));
        }
        return choices;
    }

    /** When and why, in one sentence. */
    public String sentence() {
        String in = days == 1 ? "tomorrow" : "in " + days + " days";
        if (rating == Rating.AGAIN) {
            return "Not known yet, so it comes back " + in + ".";
        }
        return "It comes back " + in + ", when you have a " + Math.round(100 * retrievability)
                + " % chance of still knowing it.";
    }
}
