package rejoinder.grader;

/**
 * What speaks for and against a key point in an answer.
 *
 * @param keyPoint its id
 * @param similarity likeness of the nearest words to a wording of the point, 0 to 1
 * @param recall greatest part of a reference's words that the answer carries, 0 to 1
 * @param reader what the reader of claims says
 * @param words what words in their order say
 * @param among how the point stands among the others
 * @param counter what the same readers say of the sentences reversed
 */
public record PointSignals(
        String keyPoint, double similarity, double recall, Reader reader, Words words, Among among, Counter counter) {
    /**
     * What the reader says of the sentences of the answer; probabilities and likenesses are 0 to 1.
     *
     * @param made greatest probability of a sentence to make the point
     * @param contradicted greatest probability of a sentence to contradict it
     * @param anywhere probability that at least one sentence makes it, as if each were independent
     * @param aside probability that the sentence that contradicts it makes it
     * @param elsewhere greatest probability that the same sentence makes another point
     * @param elsewhereAgainst greatest probability that the same sentence contradicts another point
     * @param likeTrue greatest likeness to a true statement
     * @param likeFalse greatest likeness to a false one
     * @param margin by how much a sentence is more like the nearest true statement than the nearest false one, at most
     */
    public record Reader(
            double made,
            double contradicted,
            double anywhere,
            double aside,
            double elsewhere,
            double elsewhereAgainst,
            double likeTrue,
            double likeFalse,
            double margin) {
        static final Reader NONE = new Reader(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Which side the words take: above 0 that of the true statements, below 0 that of the false ones.
     *
     * @param near likeness, by words in their order, to the nearest statement
     * @param side the side of the sentence that is nearest
     * @param sideFor the side of the sentence that makes the point
     * @param sideAgainst the side of the sentence that contradicts it
     */
    public record Words(double near, double side, double sideFor, double sideAgainst) {
        static final Words NONE = new Words(0, 0, 0, 0);
    }

    /**
     * The point beside the question's other ones. In a long answer something is like every point; what it speaks of is nearer than the rest.
     *
     * @param ahead by how much a sentence is more like a true statement of this point than of any other, at most
     * @param aheadOfMean the same against the mean of the others
     * @param similarityAhead likeness of the nearest words less its mean over all points
     * @param meanSimilarity that mean
     * @param length natural logarithm of 1 and the number of tokens read
     */
    public record Among(
            double ahead, double aheadOfMean, double similarityAhead, double meanSimilarity, double length) {}

    /**
     * How much more the reader takes a sentence for the point than its counterclaim, from -2 (it takes the counterclaim for the point and the sentence for its opposite) to 2.
     * 0 if no counterclaim is known.
     *
     * @param madeBy of the sentence that makes the point
     * @param contradictedBy of the sentence that contradicts it
     * @param words the same by the words of the nearest sentence
     */
    public record Counter(double madeBy, double contradictedBy, double words) {
        static final Counter NONE = new Counter(0, 0, 0);
    }
}
