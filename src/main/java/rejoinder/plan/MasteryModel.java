package rejoinder.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;

/**
 * Scores to mastery. Each answer adds to the hits of a Beta distribution what it earned and to the misses what it did not, weighted by the difficulty of its
 * question, by its age and by whether the question was answered again since; the interval is the middle 80 % of that distribution.
 * What was left blank adds its misses, but is not counted among the answers.
 */
public final class MasteryModel {
    /** How many answers a number takes. */
    public static final int LEAST_ANSWERS = 3;

    /** The time over which a trend is taken. */
    public static final int TREND_DAYS = 14;

    private static final double TREND_FROM = .05;
    private static final double NEGLIGIBLE = 1e-4;
    private static final double MILLIS_A_DAY = Duration.ofDays(1).toMillis();

    private final MasteryPolicy policy;

    /** The model with the published policy. */
    public MasteryModel() {
        this(MasteryPolicy.DEFAULT);
    }

    /** The model with another policy. */
    public MasteryModel(MasteryPolicy policy) {
        this.policy = policy;
    }

    /**
     * Every topic of a bank: first those with a number, the lowest lower bound first, then those with too few answers, then the untouched ones; among equals in
     * outline order. Answers to questions that are no longer in the bank still count for their topic.
     */
    public List<Mastery> of(ItemBank bank, History history) {
        return survey(bank, history).mastery();
    }

    /**
     * Mastery with the distributions behind it.
     *
     * @param mastery as {@link #of} gives it
     * @param posteriors of every topic that was answered, by topic id
     */
    record Survey(List<Mastery> mastery, Map<String, Posterior> posteriors) {}

    Survey survey(ItemBank bank, History history) {
        Map<String, Tally> now = tallies(bank, history, history.now());
        Map<String, Tally> before = tallies(bank, history, history.now().minus(Duration.ofDays(TREND_DAYS)));
        List<Mastery> all = new ArrayList<>();
        for (Topic topic : bank.topics()) {
            Tally tally = now.getOrDefault(topic.id(), new Tally());
            if (tally.answers == 0) {
                all.add(new Mastery.Untouched(topic));
            } else if (tally.answers < LEAST_ANSWERS) {
                all.add(new Mastery.TooFew(topic, tally.answers, LEAST_ANSWERS));
            } else {
                Posterior posterior = posterior(tally);
                Mastery.Trend trend = trend(tally, before.getOrDefault(topic.id(), new Tally()));
                all.add(new Mastery.Measured(
                        topic, tally.answers, posterior.mean(), posterior.low(), posterior.high(), trend));
            }
        }
        all.sort(Comparator.comparingInt(MasteryModel::group).thenComparingDouble(MasteryModel::lowerBound));
        Map<String, Posterior> posteriors = new HashMap<>();
        now.forEach((topic, tally) -> posteriors.put(topic, posterior(tally)));
        return new Survey(List.copyOf(all), posteriors);
    }

    private static int group(Mastery mastery) {
        if (mastery instanceof Mastery.Measured) {
            return 0;
        }
        return mastery instanceof Mastery.TooFew ? 1 : 2;
    }

    private static double lowerBound(Mastery mastery) {
        return mastery instanceof Mastery.Measured measured ? measured.low() : 0;
    }

    private Posterior posterior(Tally tally) {
        double kept = policy.mostEvidence() / (policy.mostEvidence() + tally.hits + tally.misses);
        return new Posterior(policy.priorHits() + kept * tally.hits, policy.priorMisses() + kept * tally.misses);
    }

    /** What a distribution would become with so many more answers to questions of middle difficulty that earn what its mean says. */
    Posterior afterAnswers(Posterior now, int answers) {
        double prior = policy.priorHits() + policy.priorMisses();
        double counted = Math.min(now.hits() + now.misses() - prior, .999 * policy.mostEvidence());
        // undoes what posterior() does to the evidence, adds to it, and does it again
        double given = counted * policy.mostEvidence() / (policy.mostEvidence() - counted)
                + answers * policy.evidence() * policy.middle();
        double total = prior + policy.mostEvidence() * given / (policy.mostEvidence() + given);
        return new Posterior(now.mean() * total, (1 - now.mean()) * total);
    }

    private Mastery.Trend trend(Tally now, Tally before) {
        if (before.answers < LEAST_ANSWERS || now.reviews == before.reviews) {
            return new Mastery.Trend(Mastery.Direction.UNKNOWN, 0);
        }
        double change = posterior(now).mean() - posterior(before).mean();
        if (Math.abs(change) < TREND_FROM) {
            return new Mastery.Trend(Mastery.Direction.STEADY, change);
        }
        return new Mastery.Trend(change > 0 ? Mastery.Direction.RISING : Mastery.Direction.FALLING, change);
    }

    /** The weighted evidence of a topic. */
    private static final class Tally {
        private int reviews;
        private int answers;
        private double hits;
        private double misses;
    }

    private Map<String, Tally> tallies(ItemBank bank, History history, Instant asOf) {
        boolean present = asOf.equals(history.now());
        Map<String, Tally> byTopic = new HashMap<>();
        for (QuestionId id : history.questions()) {
            Difficulty difficulty = bank.question(id).map(Question::difficulty).orElse(Difficulty.MIDDLE);
            double weight = policy.evidence() * policy.weight(difficulty);
            Tally tally = byTopic.computeIfAbsent(id.topic(), topic -> new Tally());
            List<Review> reviews = history.reviews(id);
            int i = reviews.size() - 1;
            // what the history lets through as of later today counts as given now
            while (!present && i >= 0 && reviews.get(i).at().isAfter(asOf)) {
                i--;
            }
            tally.reviews += i + 1;
            tally.answers += history.answers(id, i + 1);
            for (double share = weight; i >= 0 && share > NEGLIGIBLE; i--, share *= policy.repeat()) {
                Review review = reviews.get(i);
                double days = Math.max(0, (asOf.toEpochMilli() - review.at().toEpochMilli()) / MILLIS_A_DAY);
                double evidence = share * Math.pow(2, -days / policy.halfLifeDays());
                tally.hits += evidence * review.score().value();
                tally.misses += evidence * (1 - review.score().value());
            }
        }
        return byTopic;
    }
}
