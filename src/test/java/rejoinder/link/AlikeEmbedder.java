package rejoinder.link;

import rejoinder.WordOrderEmbedder;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;

/** Finds every two texts alike, the more the more words they share, so that only the words themselves keep them apart. */
final class AlikeEmbedder implements Embedder {
    private static final float ALIKE = 2;

    private final WordOrderEmbedder words = new WordOrderEmbedder();

    @Override
    public Encoding encode(String text) {
        Encoding encoding = words.encode(text);
        float[] pooled = encoding.pooled().clone();
        double norm = 0;
        for (int d = 0; d < pooled.length; d++) {
            pooled[d] += ALIKE / (float) Math.sqrt(pooled.length);
            norm += (double) pooled[d] * pooled[d];
        }
        for (int d = 0; d < pooled.length; d++) {
            pooled[d] /= (float) Math.sqrt(norm);
        }
        return new Encoding(text, encoding.tokens(), encoding.vectors(), pooled);
    }

    @Override
    public Encoding encodeAfter(String context, String text) {
        return encode(text);
    }

    @Override
    public String checksum() {
        return "alike";
    }
}
