package rejoinder.plan;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;

/**
 * What the answers of one round changed in a topic: both figures as of now, one without those answers and one with them, so that the days in between change
 * nothing.
 *
 * @param answers how many of the round's answers belong to the topic; 0 if all that were asked of it were left blank
 * @param before without them
 * @param after with them
 * @param more how many further answers like these would make the band at least a sixth narrower, or give the topic its first number; 0 if more than ten
 */
public record RoundChange(Topic topic, int answers, Mastery before, Mastery after, int more) {
    private static final int MOST_MORE = 10;
    private static final double NARROWER = 5 / 6.0;

    /**
     * The changes of a round, in outline order.
     *
     * @param reviews all of a candidate, the round's included
     * @param round those of the round
     */
    public static List<RoundChange> of(
            ItemBank bank, List<Review> reviews, List<Review> round, Instant now, ZoneId zone) {
        Set<Key> own = new HashSet<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        round.forEach(review -> {
            own.add(Key.of(review));
            counts.merge(review.question().topic(), Review.answers(List.of(review)), Integer::sum);
        });
        List<Review> others =
                reviews.stream().filter(review -> !own.contains(Key.of(review))).toList();
        MasteryModel model = new MasteryModel();
        MasteryModel.Survey after = model.survey(bank, History.of(reviews, now, zone));
        Map<String, Mastery> before = byTopic(model.of(bank, History.of(others, now, zone)));
        Map<String, Mastery> with = byTopic(after.mastery());
        List<RoundChange> changes = new ArrayList<>();
        for (Topic topic : bank.topics()) {
            Mastery then = with.getOrDefault(topic.id(), new Mastery.Untouched(topic));
            if (counts.containsKey(topic.id())) {
                changes.add(new RoundChange(
                        topic,
                        counts.getOrDefault(topic.id(), 0),
                        before.getOrDefault(topic.id(), new Mastery.Untouched(topic)),
                        then,
                        more(model, then, after.posteriors().getOrDefault(topic.id(), Posterior.UNTOUCHED))));
            }
        }
        return changes;
    }

    private record Key(QuestionId question, Instant at) {
        static Key of(Review review) {
            return new Key(review.question(), review.at());
        }
    }

    private static Map<String, Mastery> byTopic(List<Mastery> all) {
        Map<String, Mastery> byTopic = new HashMap<>();
        all.forEach(mastery -> byTopic.put(mastery.topic().id(), mastery));
        return byTopic;
    }

    private static int more(MasteryModel model, Mastery after, Posterior posterior) {
        if (!(after instanceof Mastery.Measured)) {
            return MasteryModel.LEAST_ANSWERS - after.answers();
        }
        double width = posterior.high() - posterior.low();
        for (int answers = 1; answers <= MOST_MORE; answers++) {
            Posterior then = model.afterAnswers(posterior, answers);
            if (then.high() - then.low() <= NARROWER * width) {
                return answers;
            }
        }
        return 0;
    }

    /** The change in one line: {@code Generators 38 → 47 % (29-66).} */
    public String sentence() {
        if (after instanceof Mastery.Measured measured) {
            String was = before instanceof Mastery.Measured earlier ? Math.round(100 * earlier.mean()) + " → " : "";
            return topic.title() + " " + was + measured.sentence() + ".";
        }
        return topic.title() + ": " + (after instanceof Mastery.TooFew few ? few.sentence() : "not answered yet") + ".";
    }

    /** What further answers would do; empty if there is nothing useful to say. */
    public String moreSentence() {
        if (more == 0) {
            return "";
        }
        String answers = more == 1 ? "1 more answer" : more + " more answers";
        return answers
                + (after instanceof Mastery.Measured
                        ? " will narrow this."
                        : more == 1 ? " gives it a number." : " give it a number.");
    }
}
