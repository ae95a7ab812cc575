package rejoinder.api;

import io.javalin.http.Context;
import java.util.List;
import rejoinder.bank.ItemBank;
import rejoinder.plan.Likeness;
import rejoinder.plan.LikenessByWords;
import rejoinder.plan.Review;
import rejoinder.plan.Today;

/** What to practise today, and why. */
final class PlanHandlers {
    private final ServerSettings settings;
    private final ItemBank bank;
    private final Likeness likeness;

    PlanHandlers(ServerSettings settings) {
        this.settings = settings;
        this.bank = settings.interviewer().bank();
        // by words, not by meaning: the round is there at once, and the same before and after the sentence model is
        // loaded
        this.likeness = new LikenessByWords(bank);
    }

    void today(Context ctx) {
        List<Review> reviews = settings.reviews().reviews(Incoming.candidate(ctx));
        Today today = Today.of(bank, likeness, reviews, settings.clock().instant(), settings.zone());
        Reply.json(ctx, PlanJson.of(today, settings.rendering().text()));
    }
}
