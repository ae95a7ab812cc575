package rejoinder.grader;

/**
 * Weights and thresholds of the grader. Measured values are on the development halves of public short-answer sets; "own answers" are graded answers written
 * for the questions that ship with the program.
 *
 * @param weights how much a word piece weighs
 * @param similarity how near two texts are, and what is shown of it
 * @param points what a key point earns
 * @param whole what the likeness to a whole reference answer adds
 * @param misconceptions what coming near to a misconception costs
 */
public record GradingPolicy(
        Weights weights, Similarity similarity, Points points, Whole whole, Misconceptions misconceptions) {
    /** The measured defaults; each one's source stands with its parameter. */
    public static GradingPolicy standard() {
        return new GradingPolicy(
                new Weights(0.6, 0.95, 0.2, 1.0, 0.05, 6.0),
                new Similarity(0.84, 0.2, 0.6, 2, 0.5, 0.5, 0.6),
                new Points(0.58, 0.69, 0.75, 0.1),
                new Whole(0.5, 0.48, 0.78),
                new Misconceptions(0.05, 0.08, 0.45, 0.8, 0.5, 0.12, 0.9));
    }

    /**
     * How much a word piece weighs: its rarity, less where the question already says it.
     *
     * @param inQuestion factor for pieces that stand in the question: 0.6. With the next parameter and {@link Similarity#sameWord}, it makes repeating the question
     *     worthless and lifts r from .655 to .665 on Mohler 2011, from .551 to .558 on Beetle, from .442 to .457 on SciEntsBank and from .768 to .772 on SAF, against a
     *     factor of 0.1 alone; exactly 0 fails where every word of a reference stands in the question
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
     * @param evidenceOfMissing least similarity of an answer to a point that it does not make for anything to be quoted: 0.5; below it the words are chance, and a
     *     row of random letters comes to 0.45
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
            double evidenceOfMissing,
            double codeAsked) {
        /** Refuses values that no grade can be computed with. */
        public Similarity {
            between("sameWord", sameWord, 0.1, 1);
            between("precisionShare", precisionShare, 0, 10);
            between("siblingWeight", siblingWeight, 0.01, 1);
            between("windowSentences", windowSentences, 1, 100);
            between("evidenceFrom", evidenceFrom, 0, 1);
            between("evidenceOfMissing", evidenceOfMissing, 0, 1);
            between("codeAsked", codeAsked, 0, 1);
        }
    }

    /**
     * What a key point earns.
     *
     * @param unclearFrom similarity at which a key point begins to earn: 0.58, fitted on own answers
     * @param madeFrom similarity at which it earns its whole share: 0.69, fitted likewise; 0.70 lifts r by .001 and gives less to points made in other words
     * @param claimedFrom share, by weight, of the words that make a point from which on it counts that they make another point better: 0.75
     * @param claimedCost what is then taken off the point's similarity: 0.1. The same words seldom say two things. On the development half it took r from .851 to
     *     .857, swapped answers from .29 to .27, negated ones from .41 to .37, and right ones in other words nothing
     */
    public record Points(double unclearFrom, double madeFrom, double claimedFrom, double claimedCost) {
        /** Refuses values that no grade can be computed with. */
        public Points {
            between("unclearFrom", unclearFrom, 0, 1);
            between("madeFrom", madeFrom, 0, 1);
            between("claimedFrom", claimedFrom, 0.01, 1);
            between("claimedCost", claimedCost, 0, 1);
            rising("unclearFrom", unclearFrom, "madeFrom", madeFrom);
        }

        /** What a key point earns of its share, 0 to 1. */
        double credit(double similarity) {
            return way(similarity, unclearFrom, madeFrom);
        }

        /** What is taken off a point's similarity, given the share of its words that make another point better. */
        double claimed(double share) {
            return share < claimedFrom ? 0 : claimedCost;
        }
    }

    /**
     * What the likeness to a whole reference answer adds.
     *
     * @param weight how much of the score comes from it, the rest from the key points: 0.5. It lifts r from .72 to .75 on own answers; more gives next to nothing and
     *     leaves less to the points
     * @param from share of a reference answer's words, by weight, that the answer must carry before the likeness counts: 0.48
     * @param to share at which it counts in full: 0.78, fitted on own answers with an eye on the bank: from 0.45 to 0.75, the reference answer of the question
     *     next to it earns 40 % at 22 more questions; from 0.5 to 0.8, points made in other words earn too little
     */
    public record Whole(double weight, double from, double to) {
        /** Refuses values that no grade can be computed with. */
        public Whole {
            between("weight", weight, 0, 1);
            rising("from", from, "to", to);
        }

        /** What a part of a reference answer's words counts, 0 to 1. */
        double counts(double recall) {
            return way(recall, from, to);
        }
    }

    /**
     * What coming near to a misconception costs.
     *
     * @param lead how much nearer an answer must come to a misconception than to the key point to be charged although its words stand in the order of the point, and
     *     how much less near it may come to contradict the point if they stand in the order of the misconception: 0.05
     * @param order how much nearer to a misconception an answer counts whose words stand in its order, and how much less near where they stand in the order of the
     *     point: 0.08. With the parameter before it, and with a point contradicted where its misconception is charged, r on own answers is .836 instead of .825, and
     *     nothing is taken from any of 105 answers that people gave full marks to instead of from 7
     * @param near how near an answer comes to a misconception, less 0.3 of how near it comes to the point, before that costs: 0.45. With the three parameters after
     *     it, it lifts r from .75 to .80 on own answers
     * @param at the same figure at which it costs most: 0.8
     * @param most what it costs at most: 0.5
     * @param least what it must cost to be charged at all: 0.12; below that the words are chance. Without it something was taken from 61 of 105 answers that people gave
     *     full marks to, with it from 7, and r on own answers is .825 instead of .822
     * @param verbatimFrom share of a reference answer's words that the answer must carry for that to cost nothing: 0.9, and it costs less from 0.75 on. A reference
     *     shares its words with the misconceptions about it
     */
    public record Misconceptions(
            double lead, double order, double near, double at, double most, double least, double verbatimFrom) {
        /** A statement and what people wrongly make of it share words; an answer that makes the point comes this much nearer to the other, too. */
        private static final double OWN_PART = 0.3;

        private static final double VERBATIM_WIDTH = 0.15;

        /** Refuses values that no grade can be computed with. */
        public Misconceptions {
            between("lead", lead, 0, 1);
            between("order", order, 0, 1);
            between("most", most, 0, 1);
            between("least", least, 0, 1);
            between("verbatimFrom", verbatimFrom, VERBATIM_WIDTH, 1);
            rising("near", near, "at", at);
        }

        /** What coming near to a misconception takes off, 0 or more, of an answer that carries a part of a reference's words. */
        double cost(double toMisconception, double toPoint, double recall, WordOrder.Side side) {
            if (side == WordOrder.Side.OTHERS && toMisconception < toPoint + lead) {
                return 0;
            }
            double byOrder = switch (side) {
                case FIRST -> order;
                case NEITHER -> 0;
                case OTHERS -> -order;
            };
            double cost = most
                    * way(toMisconception - OWN_PART * toPoint + byOrder, near, at)
                    * (1 - way(recall, verbatimFrom - VERBATIM_WIDTH, verbatimFrom));
            return cost < least ? 0 : cost;
        }
    }

    private static double way(double value, double from, double to) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }

    private static void rising(String low, double from, String high, double to) {
        between(high, to, 0, 1);
        if (to <= from) {
            throw new IllegalArgumentException(high + " (" + to + ") must be above " + low + " (" + from + ").");
        }
    }

    private static void between(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    name + " must be from " + least + " to " + most + ", not " + value + ".");
        }
    }
}
