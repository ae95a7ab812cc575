package rejoinder.plan;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.BetaDistribution;

/**
 * Does the 80 % interval of mastery cover the truth in 80 of 100 cases? Simulated candidates with known skill; the policy is chosen on one set of seeds (by the
 * mean log density that it gives to the truth) and reported on another.
 *
 * <p>{@code mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.plan.MasteryCalibration}
 */
public final class MasteryCalibration {
    private static final int TUNING = 4_000;
    private static final int REPORT = 20_000;

    private MasteryCalibration() {}

    private record Case(SimulatedTopic topic, History history) {
        static Case of(long seed, double spread) {
            SimulatedTopic topic = SimulatedTopic.of(seed, spread);
            return new Case(topic, History.of(topic.reviews(), SimulatedTopic.END, ZoneOffset.UTC));
        }

        BetaDistribution posterior(MasteryModel model) {
            Posterior posterior = Objects.requireNonNull(
                    model.survey(topic.bank(), history).posteriors().get("topic"));
            return new BetaDistribution(posterior.hits(), posterior.misses());
        }
    }

    private record Candidate(MasteryPolicy policy, double density) {}

    /** Tunes, then reports. */
    public static void main(String[] args) {
        List<Case> tuning =
                LongStream.range(0, TUNING).mapToObj(seed -> Case.of(seed, 1)).toList();
        List<Candidate> grid = new ArrayList<>();
        for (double prior : new double[] {1, 1.5, 2, 2.5, 3}) {
            for (double evidence : new double[] {2, 3, 4, 5, 6}) {
                for (double repeat : new double[] {0, .4, .6, .8, 1}) {
                    for (double most : new double[] {20, 40, 60, 80, 1e9}) {
                        MasteryPolicy policy = with(prior, evidence, repeat, most);
                        MasteryModel model = new MasteryModel(policy);
                        double density = tuning.stream()
                                .mapToDouble(one -> one.posterior(model).logDensity(one.topic.truth()))
                                .average()
                                .orElseThrow();
                        grid.add(new Candidate(policy, density));
                    }
                }
            }
        }
        grid.sort(Comparator.comparingDouble(Candidate::density).reversed());
        print("Seeds 0 to %d, the best of %d policies by mean log density of the truth:%n", TUNING - 1, grid.size());
        for (Candidate candidate : grid.subList(0, 8)) {
            MasteryPolicy p = candidate.policy;
            print(
                    "  prior %.2f+%.2f  evidence %.1f  repeat %.2f  most %.0f  density %.4f  coverage %.1f %%%n",
                    p.priorHits(),
                    p.priorMisses(),
                    p.evidence(),
                    p.repeat(),
                    p.mostEvidence(),
                    candidate.density,
                    100 * coverage(tuning, new MasteryModel(p), one -> true));
        }
        print("%nOther seeds, the published policy %s:%n", MasteryPolicy.DEFAULT);
        MasteryModel model = new MasteryModel();
        List<Case> report = cases(1_000_000, 1);
        line(report, model, "all", one -> true);
        line(report, model, "3 to 5 answers", one -> one.history.size() <= 5);
        line(report, model, "6 to 15 answers", one -> one.history.size() > 5 && one.history.size() <= 15);
        line(report, model, "16 and more answers", one -> one.history.size() > 15);
        line(report, model, "truth below .35", one -> one.topic.truth() < .35);
        line(report, model, "truth .35 to .65", one -> one.topic.truth() >= .35 && one.topic.truth() < .65);
        line(report, model, "truth from .65", one -> one.topic.truth() >= .65);
        for (SimulatedTopic.Style style : SimulatedTopic.Style.values()) {
            line(
                    report,
                    model,
                    "questions " + style.name().toLowerCase(Locale.ROOT),
                    one -> one.topic.style() == style);
        }
        print("Candidates that the policy was not tuned for:%n");
        line(cases(2_000_000, .5), model, "half as different", one -> true);
        line(cases(3_000_000, 2), model, "twice as different", one -> true);
    }

    private static List<Case> cases(long from, double spread) {
        return LongStream.range(from, from + REPORT)
                .mapToObj(seed -> Case.of(seed, spread))
                .toList();
    }

    private static MasteryPolicy with(double prior, double evidence, double repeat, double most) {
        MasteryPolicy d = MasteryPolicy.DEFAULT;
        return new MasteryPolicy(
                prior, prior, evidence, repeat, most, d.halfLifeDays(), d.junior(), d.middle(), d.senior());
    }

    private static double coverage(List<Case> cases, MasteryModel model, Predicate<Case> which) {
        return cases.stream()
                .filter(which)
                .mapToDouble(one -> one.posterior(model).cumulativeProbability(one.topic.truth()))
                .map(below -> below >= .1 && below <= .9 ? 1 : 0)
                .average()
                .orElse(Double.NaN);
    }

    private static void line(List<Case> cases, MasteryModel model, String name, Predicate<Case> which) {
        List<Case> some = cases.stream().filter(which).toList();
        double width = 0;
        double bias = 0;
        double above = 0;
        for (Case one : some) {
            BetaDistribution posterior = one.posterior(model);
            width += posterior.inverseCumulativeProbability(.9) - posterior.inverseCumulativeProbability(.1);
            bias += posterior.getNumericalMean() - one.topic.truth();
            above += posterior.cumulativeProbability(one.topic.truth()) > .9 ? 1 : 0;
        }
        print(
                "  %-22s %6d candidates  covered %.1f %%  truth above %.1f %%  width %.3f  mean less truth %+.3f%n",
                name,
                some.size(),
                100 * coverage(some, model, one -> true),
                100 * above / some.size(),
                width / some.size(),
                bias / some.size());
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
