package rejoinder.text;

import java.util.List;

/**
 * A text as the sentence model sees it. Arrays are shared, not copied: never write to them.
 *
 * @param text the text
 * @param tokens its word pieces, without the model's own marks
 * @param vectors one unit vector a token, in the order of the tokens
 * @param pooled unit vector of the mean over all tokens, marks included, as the model's own sentence vector; all zeros for a blank text
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are large and read-only by agreement
public record Encoding(String text, List<Token> tokens, float[][] vectors, float[] pooled) {
    /** Copies the list and refuses another number of vectors than of tokens. */
    public Encoding {
        tokens = List.copyOf(tokens);
        if (tokens.size() != vectors.length) {
            throw new IllegalArgumentException(tokens.size() + " tokens with " + vectors.length + " vectors.");
        }
    }

    /** Cosine of the pooled vectors. */
    public double cosine(Encoding other) {
        double sum = 0;
        for (int i = 0; i < pooled.length; i++) {
            sum += (double) pooled[i] * other.pooled[i];
        }
        return sum;
    }

    /**
     * A word piece.
     *
     * @param id its number in the model's vocabulary
     * @param piece its letters, {@code ##} in front if it continues a word
     * @param span where it stands in the text
     */
    public record Token(int id, String piece, Span span) {}
}
