package rejoinder.grader;

import rejoinder.grade.Verdict;

/**
 * Weights and thresholds of the grader. Measured values are on the development halves of public short-answer sets; "own answers" are graded answers written
 * for the questions that ship with the program.
 *
 * @param weights how much a word piece weighs
 * @param similarity how near two texts are, and what is shown of it
 * @param points when words are taken to speak of another key point
 */
public record GradingPolicy(Weights weights, Similarity similarity, Points points) {
    /** The measured defaults; each one's source stands with its parameter. */
    public static GradingPolicy standard() {
        return new GradingPolicy(
                new Weights(0.6, 0.95, 0.2, 1.0, 0.05, 6.0),
                new Similarity(0.84, 0.2, 0.6, 2, 0.5, 0.6),
                new Points(0.58, 0.69, 0.75, 0.1));
    }

    /**
     * How much a word piece weighs: its rarity, less where the question already says it.
     *
     * @param inQuestion factor for pieces that are in the question: 0.6. With the next parameter and {@link Similarity#sameWord}, it makes repeating the question
     *     worthless and lifts r from .655 to .665 on Mohler 2011, from .551 to .558 on Beetle, from .442 to .457 on SciEntsBank and from .768 to .772 on SAF, against a
     *     factor of 0.1 alone; exactly 0 fails where every word of a reference is in the question
     * @param nearQuestion how much less a piece weighs that means the same as a word of the question: 0.95 at cosine 1
     * @param nearFrom cosine with a word of the question at which that begins: 0.2
     * @param commonness idf below which a word counts next to nothing: 1.0, so weight = idf - 1, between floor and ceiling
     * @param floor least weight of a word piece: 0.05, also that of punctuation
     * @param ceiling greatest weight of a word piece: 6.0
     */
    public record Weights(
            double inQuestion, double nearQuestion, double nearFrom, double commonness, double floor, double ceiling) {
        /** Refuses values that no grade can be computed with. */
        public Weights {
            between("inQuestion", inQuestion, 0, 1);
            between("nearQuestion", nearQuestion, 0, 1);
            between("nearFrom", nearFrom, 0, 0.99);
            between("commonness", commonness, 0, 12);
            between("floor", floor, 1e-6, 1);
            between("ceiling", ceiling, floor, 12);
        }
    }

    /**
     * How near two texts are, and what is shown of it.
     *
     * @param sameWord cosine that counts as the same word: 0.84; cosines are divided by it, and what is above counts as 1. It lifts r from .641 to .665 on Mohler
     *     2011 and costs .575 to .558 on Beetle, whose answers are short and formal; the least loss on any of four sets decided
     * @param precisionShare how much the answer's side counts against the reference's: 0.2 in s = (R + 0.2 P) / 1.2
     * @param siblingWeight factor on the weight of word pieces that other key points of the question hold too: 0.6. What all points share tells none of them from the
     *     others; 0.4 lifted the share of right orders (point made above point left out) from .85 to .90 on own answers when a point had two wordings; with five or six,
     *     many more pieces are shared
     * @param windowSentences neighbouring sentences of an answer that together may make a key point: 2
     * @param evidenceFrom least similarity of an answer's word to a word of the key point to be shown as evidence: 0.5
     * @param codeAsked part of the question's words, by weight, that the code of an answer must come to, said in words, before it is read so: 0.6. The question's own
     *     code in graded answers came to .29 to .86, half of it above .70; code that answers another question to .16 to .73, half of it below .48. Code of another
     *     question earns .021 on average with it, .036 with 0.52, .011 if code is not read at all; its own .56, .58 and .37 of people's .60
     */
    public record Similarity(
            double sameWord,
            double precisionShare,
            double siblingWeight,
            int windowSentences,
            double evidenceFrom,
            double codeAsked) {
        /** Refuses values that no grade can be computed with. */
        public Similarity {
            between("sameWord", sameWord, 0.1, 1);
            between("precisionShare", precisionShare, 0, 10);
            between("siblingWeight", siblingWeight, 0.01, 1);
            between("windowSentences", windowSentences, 1, 100);
            between("evidenceFrom", evidenceFrom, 0, 1);
            between("codeAsked", codeAsked, 0, 1);
        }
    }

    /**
     * What the likeness of words alone says of a key point.
     *
     * @param unclearFrom similarity from which a point without statements to read the answer against is unclear: 0.58, fitted on own answers
     * @param madeFrom similarity from which it is made: 0.69, fitted likewise
     * @param claimedFrom share, by weight, of the words that make a point from which it counts that they make another point better: 0.75
     * @param claimedCost what is then taken off the point's similarity: 0.1. The same words seldom say two things
     */
    public record Points(double unclearFrom, double madeFrom, double claimedFrom, double claimedCost) {
        /** Refuses values that no grade can be computed with. */
        public Points {
            between("unclearFrom", unclearFrom, 0, madeFrom);
            between("madeFrom", madeFrom, 0, 1);
            between("claimedFrom", claimedFrom, 0.01, 1);
            between("claimedCost", claimedCost, 0, 1);
        }

        /** What the likeness of words alone says of a point. */
        Verdict verdict(double similarity) {
            if (similarity >= madeFrom) {
                return Verdict.MADE;
            }
            return similarity >= unclearFrom ? Verdict.UNCLEAR : Verdict.NOT_SAID;
        }

        /** What is taken off a point's similarity, given the share of its words that make another point better. */
        double claimed(double share) {
            return share < claimedFrom ? 0 : claimedCost;
        }
    }

    private static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + " to " + most + ", not " + value + ".");
        }
    }
}
