package rejoinder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rejoinder.text.ClaimReader;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.Span;

/** A deterministic embedder without a model: every word is a token with a vector of its own, the same wherever it stands. */
public final class WordOrderEmbedder implements Embedder {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int DIMENSIONS = 64;

    /** How many texts were encoded. */
    public int encoded;

    @Override
    public Encoding encode(String text) {
        encoded++;
        List<Token> tokens = new ArrayList<>();
        List<float[]> vectors = new ArrayList<>();
        float[] pooled = new float[DIMENSIONS];
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group().toLowerCase(Locale.ROOT);
            tokens.add(new Token(
                    2000 + Math.floorMod(word.hashCode(), 25_000), word, new Span(words.start(), words.end())));
            float[] vector = vector(word);
            vectors.add(vector);
            for (int d = 0; d < DIMENSIONS; d++) {
                pooled[d] += vector[d];
            }
        }
        float[][] all = vectors.toArray(float[][]::new);
        float[] weights = new float[all.length];
        Arrays.fill(weights, 1);
        return new Encoding(text, tokens, all, unit(pooled), all, weights);
    }

    private static float[] vector(String word) {
        SplittableRandom dice = new SplittableRandom(word.hashCode());
        float[] vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (float) (dice.nextDouble() - 0.5);
        }
        return unit(vector);
    }

    private static float[] unit(float[] vector) {
        double norm = 0;
        for (float value : vector) {
            norm += value * value;
        }
        for (int d = 0; d < vector.length && norm > 0; d++) {
            vector[d] /= (float) Math.sqrt(norm);
        }
        return vector;
    }

    @Override
    public Optional<ClaimReader> claimReader() {
        return Optional.of(new WordClaimReader());
    }

    @Override
    public String checksum() {
        return "words";
    }
}
