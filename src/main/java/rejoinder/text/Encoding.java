package rejoinder.text;

import java.util.List;

/**
 * A text as the sentence model sees it. Arrays are shared, not copied: never write to them.
 *
 * @param text the text
 * @param tokens its word pieces, without the model's own marks
 * @param vectors one unit vector per token, in the order of the tokens; none where the text was encoded for the reader of claims alone
 * @param claims one unit vector per token as the reader of claims sees it; empty where the model has no such reader
 * @param claimWeights one weight above 0 a token, how much it counts for that reader; empty likewise
 * @param pooled unit vector of the mean over all tokens, marks included, as the model's own sentence vector; all zeros for a blank text, of no length where there are no vectors
 */
@SuppressWarnings("ArrayRecordComponent") // vectors are large and read-only by agreement
public record Encoding(
        String text, List<Token> tokens, float[][] vectors, float[] pooled, float[][] claims, float[] claimWeights) {
    /** Copies the list and refuses another number of vectors than of tokens. */
    public Encoding {
        tokens = List.copyOf(tokens);
        if (tokens.size() != vectors.length && (vectors.length > 0 || tokens.size() != claims.length)) {
            throw new IllegalArgumentException(tokens.size() + " tokens with " + vectors.length + " vectors.");
        }
    }

    /** An encoding by a model without a reader of claims. */
    public Encoding(String text, List<Token> tokens, float[][] vectors, float[] pooled) {
        this(text, tokens, vectors, pooled, new float[0][], new float[0]);
    }

    /** The same text with what the reader of claims sees, rounded, and nothing else to keep. */
    public Encoding claimsOnly() {
        return new Encoding(text, List.of(), new float[0][], new float[0], SixteenBits.rounded(claims), claimWeights);
    }

    /** The same text with its tokens and their vectors, rounded, and nothing else to keep. */
    public Encoding comparedOnly() {
        return new Encoding(text, tokens, SixteenBits.rounded(vectors), new float[0]);
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
     * @param span where it is in the text
     */
    public record Token(int id, String piece, Span span) {}
}
