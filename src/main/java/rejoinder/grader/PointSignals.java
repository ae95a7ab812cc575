package rejoinder.grader;

/**
 * What speaks for and against a key point in an answer, before it is judged.
 *
 * @param keyPoint its id
 * @param similarity how near the answer's words come to the point's wordings, 0 to 1
 * @param made the reader's probability that a sentence makes the point
 * @param contradicted the reader's probability that a sentence contradicts it
 * @param likeTrue likeness to the nearest true statement
 * @param likeFalse likeness to the nearest false one
 * @param aside the reader's probability that the sentence that contradicts it makes it
 * @param elsewhere the reader's probability that the same sentence makes another point
 * @param recall greatest part of a reference's words that the answer carries
 * @param wordsNear likeness, by words in their order, to the nearest statement
 * @param wordsSide whether those words are the true statements' (above 0) or the false ones' (below 0)
 * @param sideAgainst the side of the words of the sentence that contradicts it
 */
public record PointSignals(
        String keyPoint,
        double similarity,
        double made,
        double contradicted,
        double likeTrue,
        double likeFalse,
        double aside,
        double elsewhere,
        double recall,
        double wordsNear,
        double wordsSide,
        double sideAgainst) {}
