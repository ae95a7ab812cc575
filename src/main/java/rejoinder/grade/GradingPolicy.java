package rejoinder.grade;

/**
 * Weights and thresholds of the grader. Measured values are on the development halves of public short-answer sets; "own answers" are graded answers written
 * for the questions that ship with the program.
 *
 * @param questionWeight factor on the weight of words that already stand in the question: 0.1. It makes repeating the question worthless and lifts the
 *     correlation on SciEntsBank from .330 to .405; exactly 0 fails where every word of a reference stands in the question
 * @param commonness idf below which a word counts next to nothing: 1.0, so weight = max(idf - 1, floor)
 * @param weightFloor least weight of a word piece: 0.05
 * @param precisionShare how much the answer's side counts against the reference's: 0.2 in s = (R + 0.2 P) / 1.2
 * @param windowSentences sentences of an answer that together may make a key point: 3
 * @param partialFrom similarity at which a key point begins to earn: fitted on own answers
 * @param coveredFrom similarity at which it earns its whole share: fitted on own answers
 * @param evidenceFrom least similarity of an answer's word to a word of the key point to be shown as evidence: 0.5
 */
public record GradingPolicy(
        double questionWeight,
        double commonness,
        double weightFloor,
        double precisionShare,
        int windowSentences,
        double partialFrom,
        double coveredFrom,
        double evidenceFrom) {
    /** Refuses values that no grade can be computed with. */
    public GradingPolicy {
        between("questionWeight", questionWeight, 0, 1);
        between("commonness", commonness, 0, 12);
        between("weightFloor", weightFloor, 1e-6, 1);
        between("precisionShare", precisionShare, 0, 10);
        between("windowSentences", windowSentences, 1, 100);
        between("partialFrom", partialFrom, 0, 1);
        between("coveredFrom", coveredFrom, 0, 1);
        between("evidenceFrom", evidenceFrom, 0, 1);
        if (coveredFrom <= partialFrom) {
            throw new IllegalArgumentException(
                    "coveredFrom (" + coveredFrom + ") must be above partialFrom (" + partialFrom + ").");
        }
    }

    /** The measured defaults; each one's source stands with its parameter. */
    public static GradingPolicy standard() {
        return new GradingPolicy(0.1, 1.0, 0.05, 0.2, 3, 0.45, 0.65, 0.5);
    }

    private static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + " to " + most + ", not " + value + ".");
        }
    }
}
