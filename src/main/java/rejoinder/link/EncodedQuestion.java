package rejoinder.link;

import java.util.ArrayList;
import java.util.List;
import rejoinder.link.Prompt.Term;
import rejoinder.text.Encoding;

/**
 * A prompt as words and as the sentence model reads it.
 *
 * @param prompt its words
 * @param encoding of the same text
 * @param bag its words in every form
 */
record EncodedQuestion(Prompt prompt, Encoding encoding, WordBag bag) {
    /**
     * Least cosine of two words in their sentences to be taken for each other ("create" and "make" .76, "exceptions" and "errors" .56). Words of one field that
     * are not each other stay below it ("write" and "file" .50, "read" and "write" .38).
     */
    static final double SAME_WORD = 0.55;

    static EncodedQuestion of(Prompt prompt, Encoding encoding) {
        return new EncodedQuestion(prompt, encoding, WordBag.of(prompt));
    }

    /** Whether a word of another prompt is here, as itself or, unless it is a name, as a word that means the same in its sentence. */
    boolean says(EncodedQuestion other, Term term) {
        return bag.holds(term) || (!term.isName() && nearest(other.vector(term)) >= SAME_WORD);
    }

    private double nearest(float[] vector) {
        double best = -1;
        for (Term term : prompt.terms()) {
            if (term.isContent()) {
                best = Math.max(best, cosine(vector, vector(term)));
            }
        }
        return best;
    }

    private float[] vector(Term term) {
        List<float[]> pieces = new ArrayList<>();
        for (int i = 0; i < encoding.tokens().size(); i++) {
            if (encoding.tokens().get(i).span().start() < term.end()
                    && encoding.tokens().get(i).span().end() > term.start()) {
                pieces.add(encoding.vectors()[i]);
            }
        }
        float[] sum = new float[encoding.pooled().length];
        for (float[] piece : pieces) {
            for (int d = 0; d < sum.length; d++) {
                sum[d] += piece[d];
            }
        }
        return sum;
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int d = 0; d < one.length; d++) {
            dot += (double) one[d] * other[d];
            first += (double) one[d] * one[d];
            second += (double) other[d] * other[d];
        }
        return first == 0 || second == 0 ? 0 : dot / Math.sqrt(first * second);
    }
}
