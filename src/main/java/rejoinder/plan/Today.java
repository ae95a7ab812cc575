package rejoinder.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import rejoinder.bank.ItemBank;

/**
 * Where a candidate stands today, and the round to practise.
 *
 * @param standing what is known of the candidate
 * @param round what to practise, over all topics and without an interview in sight
 */
public record Today(Standing standing, StudyPlan round) {
    /** Questions of a round; as many as the first set-up of an interview has. */
    public static final int QUESTIONS = 5;

    /**
     * Works both out. Among equals the day decides, so that the same answers give the same round until midnight.
     *
     * @param likeness what tells near-duplicates in that bank
     * @param reviews of one candidate
     * @param now what counts as the present
     * @param zone where the candidate's days begin and end
     */
    public static Today of(ItemBank bank, Likeness likeness, List<Review> reviews, Instant now, ZoneId zone) {
        MemoryModel memory = new MemoryModel(zone);
        Standing standing = Standing.of(bank, History.of(reviews, now, zone), memory, new MasteryModel());
        StudyRequest request = new StudyRequest(
                QUESTIONS, Set.of(), new Goal.Lasting(), standing.today().toEpochDay());
        return new Today(standing, new Planner(memory, likeness).plan(standing, request));
    }
}
