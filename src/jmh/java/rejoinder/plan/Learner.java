package rejoinder.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/**
 * A simulated learner who forgets by FSRS-6 with parameters of his own: each is the published one times a lognormal factor. What a strategy sees are scores, of
 * which the grader puts one in ten into a neighbouring rating.
 *
 * <p>A question is known at its first answer with the skill of its topic, .3 to .8; after that by the learner's memory. A known answer is hard, good or easy as
 * often as in the review histories behind the simulator of fsrs-rs (first answers .124, .651, .225; later ones .224, .631, .145).
 */
final class Learner {
    static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

    /** The mean score of answers that were known and of those that were not, by the bands of the ratings below. */
    static final double KNOWN = .7;

    static final double UNKNOWN = .2;

    private final SplittableRandom random;
    private final MemoryModel memory;
    private final Map<String, Double> skills = new HashMap<>();
    private final Map<QuestionId, MemoryState> states = new HashMap<>();
    private final List<Review> reviews = new ArrayList<>();

    Learner(ItemBank bank, long seed, double spread) {
        random = new SplittableRandom(seed);
        MemoryParameters own = MemoryParameters.DEFAULT;
        for (int i = 0; i < MemoryParameters.COUNT; i++) {
            own = own.with(i, own.w().get(i) * Math.exp(spread * normal()));
        }
        memory = new MemoryModel(own, .9, MemoryModel.MAXIMUM_INTERVAL, ZoneOffset.UTC);
        bank.topics().forEach(topic -> skills.put(topic.id(), .3 + .5 * random.nextDouble()));
    }

    static Instant noon(int day) {
        return START.plus(Duration.ofDays(day));
    }

    List<Review> reviews() {
        return reviews;
    }

    void answer(QuestionId question, int day) {
        Instant now = noon(day);
        boolean known = random.nextDouble() < chance(question, day);
        boolean first = !states.containsKey(question);
        double luck = random.nextDouble();
        Rating rating = !known
                ? Rating.AGAIN
                : luck < (first ? .124 : .224) ? Rating.HARD : luck < (first ? .775 : .855) ? Rating.GOOD : Rating.EASY;
        states.compute(
                question, (id, state) -> state == null ? memory.first(rating, now) : memory.next(state, rating, now));
        Score score = new Score(score(seen(rating)));
        reviews.add(new Review(question, "", now.plusSeconds(reviews.size()), score, Rating.of(score), List.of()));
    }

    private Rating seen(Rating rating) {
        int mistake = random.nextDouble() < .9 ? 0 : random.nextBoolean() ? 1 : -1;
        return Rating.ofNumber(Math.max(1, Math.min(4, rating.number() + mistake)))
                .orElseThrow();
    }

    private double score(Rating rating) {
        double luck = random.nextDouble();
        return switch (rating) {
            case AGAIN -> .4 * luck;
            case HARD -> .4 + .2 * luck;
            case GOOD -> .6 + .25 * luck;
            case EASY -> .85 + .15 * luck;
        };
    }

    /** The chance that a question is known: by memory, or by the skill of its topic if it was never answered. */
    double chance(QuestionId question, int day) {
        MemoryState state = states.get(question);
        return state == null ? skills.getOrDefault(question.topic(), 0d) : memory.retrievability(state, noon(day));
    }

    /** The mean over a bank of the chance of recall; a question never answered counts with the skill of its topic, or as not known at all. */
    double recall(ItemBank bank, int day, boolean unseenBySkill) {
        double sum = 0;
        for (Question question : bank.questions()) {
            if (unseenBySkill || states.containsKey(question.id())) {
                sum += chance(question.id(), day);
            }
        }
        return sum / bank.questions().size();
    }

    private double normal() {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
