package rejoinder.plan;

import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * A Beta distribution over what is known of a topic.
 *
 * @param hits the first parameter, above 0
 * @param misses the second parameter, above 0
 */
record Posterior(double hits, double misses) {
    /** What is believed of a topic before anything of it was answered, under the published policy. */
    static final Posterior UNTOUCHED =
            new Posterior(MasteryPolicy.DEFAULT.priorHits(), MasteryPolicy.DEFAULT.priorMisses());

    private static final double TAIL = .1;

    double mean() {
        return hits / (hits + misses);
    }

    /** Below it lies a tenth of the distribution. */
    double low() {
        return new BetaDistribution(hits, misses).inverseCumulativeProbability(TAIL);
    }

    /** Above it lies a tenth of the distribution. */
    double high() {
        return new BetaDistribution(hits, misses).inverseCumulativeProbability(1 - TAIL);
    }
}
