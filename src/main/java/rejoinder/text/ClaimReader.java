package rejoinder.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads the sentences of an answer against statements, both encoded by the same model with its claims ({@link Encoding#claims()}). Deterministic; may be called from
 * several threads.
 */
public interface ClaimReader {
    /**
     * Tokens of an answer that make up a sentence.
     *
     * @param from index of the first
     * @param to index after the last, at most {@link #longest()} later
     */
    record Part(int from, int to) {
        /**
         * The sentences of an answer in order, and the pieces of those that are longer than the reader reads at once.
         *
         * @param longest most tokens in a part
         * @param wanted which sentences to take
         */
        public static List<Part> of(Encoding answer, int longest, Predicate<Sentences.Sentence> wanted) {
            List<Part> parts = new ArrayList<>();
            int token = 0;
            for (Sentences.Sentence sentence : Sentences.of(answer.text())) {
                int from = token;
                while (token < answer.tokens().size()
                        && answer.tokens().get(token).span().start()
                                < sentence.span().end()) {
                    token++;
                }
                for (int start = from; start < token && wanted.test(sentence); start += longest) {
                    parts.add(new Part(start, Math.min(token, start + longest)));
                }
            }
            return parts;
        }
    }

    /** A sentence of an answer and a statement that it is compared with, by their places in their lists. */
    record Pair(int part, int statement) {}

    /** Most tokens in a part, and in a statement. */
    int longest();

    /**
     * How near each part of an answer comes to each statement, about -1 to 1: whether it speaks of the same, not whether it agrees.
     *
     * @return one row per part, one column per statement
     */
    double[][] likeness(Encoding answer, List<Part> parts, List<Encoding> statements);

    /**
     * What some parts say of some statements.
     *
     * @return one row per pair: the natural logarithms of the probabilities that the part makes the same claim, makes the opposite one, and says something else
     */
    double[][] compare(Encoding answer, List<Part> parts, List<Encoding> statements, List<Pair> pairs);

    /**
     * The probabilities of a point from its pairs and likenesses.
     *
     * @param likenesses of one part to the statements of one point
     * @param truths whether each statement makes the point
     * @param compared what {@link #compare} says of the statements that were compared; null for the others
     * @return probabilities that the part makes the point, contradicts it, and neither
     */
    double[] judge(double[] likenesses, boolean[] truths, double[][] compared);

    /** Statements of each truth, the nearest first, that are worth comparing. */
    int nearest();

    /** Names the weights. */
    String version();
}
