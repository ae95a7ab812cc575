package rejoinder.plan;

import rejoinder.bank.Difficulty;

/**
 * The numbers behind {@link MasteryModel}. Prior, evidence and repeat were chosen on simulated candidates and checked on others; {@code MasteryCalibration}
 * among the benchmarks prints both.
 *
 * @param priorHits answers with full marks that stand for what is known before the first answer
 * @param priorMisses answers with no marks that stand for the same
 * @param evidence how many yes-or-no trials one graded answer is worth; more than one, because a score is made of several key points
 * @param repeat what an answer still counts after the same question was answered again, as a factor for each later answer
 * @param mostEvidence what the evidence of a topic tends to, in trials, however many answers there are: skill moves on, and answers to some questions never
 *     tell all about the others
 * @param halfLifeDays days in which the evidence of an answer halves
 * @param junior weight of a junior question
 * @param middle weight of a middle question, and of one that is no longer in the bank
 * @param senior weight of a senior question
 */
public record MasteryPolicy(
        double priorHits,
        double priorMisses,
        double evidence,
        double repeat,
        double mostEvidence,
        double halfLifeDays,
        double junior,
        double middle,
        double senior) {
    /** The published policy; a half-life of 30 days and the weights are conventions of this program. */
    public static final MasteryPolicy DEFAULT = new MasteryPolicy(2, 2, 6, .6, 60, 30, .8, 1, 1.2);

    /** Refuses what gives no distribution. */
    public MasteryPolicy {
        if (!(priorHits > 0 && priorMisses > 0 && evidence > 0 && mostEvidence > 0 && halfLifeDays > 0)) {
            throw new IllegalArgumentException("Prior, evidence and half-life of mastery are above 0.");
        }
        if (!(repeat >= 0 && repeat <= 1)) {
            throw new IllegalArgumentException("A repeated answer counts from 0 to 1 times, not " + repeat + ".");
        }
        if (!(junior > 0 && middle > 0 && senior > 0)) {
            throw new IllegalArgumentException("The weight of a difficulty is above 0.");
        }
    }

    /** The weight of a difficulty. */
    public double weight(Difficulty difficulty) {
        return switch (difficulty) {
            case JUNIOR -> junior;
            case MIDDLE -> middle;
            case SENIOR -> senior;
        };
    }
}
