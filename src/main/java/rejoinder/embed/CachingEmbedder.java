package rejoinder.embed;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rejoinder.text.ClaimReader;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.EncodingShelf;

/**
 * Remembers what was encoded, so that a question's references are encoded once and not once per answer. Bounded by word pieces, not by texts: one piece takes
 * about 1.6 kB whatever the text's length. What is encoded only to be compared or to be read is not kept, as whoever asks for it keeps it.
 */
public final class CachingEmbedder implements Embedder {
    /** Word pieces kept unless told otherwise: about 40 MB, the references and key points of a dozen questions. */
    public static final int DEFAULT_PIECES = 25_000;

    private final Embedder embedder;
    private final int capacity;
    private final Map<Key, Encoding> kept = new LinkedHashMap<>(64, 0.75f, true);
    private int size;

    private record Key(String context, String text) {}

    /**
     * Wraps an embedder.
     *
     * @param capacity word pieces kept over all texts; the text used longest ago goes first, and a text larger than a quarter of it is never kept
     */
    public CachingEmbedder(Embedder embedder, int capacity) {
        this.embedder = embedder;
        this.capacity = capacity;
    }

    @Override
    public Encoding encode(String text) {
        return encodeAfter("", text);
    }

    @Override
    public Encoding encodeAfter(String context, String text) {
        Key key = new Key(context, text);
        Encoding found = known(key);
        if (found != null) {
            return found;
        }
        // outside the lock: two threads may encode the same text at once, and get the same vectors
        Encoding encoding = context.isEmpty() ? embedder.encode(text) : embedder.encodeAfter(context, text);
        int weight = weight(encoding);
        if (weight <= capacity / 4) {
            synchronized (kept) {
                if (kept.put(key, encoding) == null) {
                    size += weight;
                }
                Iterator<Encoding> oldest = kept.values().iterator();
                while (size > capacity) {
                    size -= weight(oldest.next());
                    oldest.remove();
                }
            }
        }
        return encoding;
    }

    @Override
    public Encoding compareAfter(String context, String text) {
        Encoding known = known(new Key(context, text));
        return known == null ? embedder.compareAfter(context, text) : known;
    }

    @Override
    public Encoding readAfter(String context, String text) {
        Encoding known = known(new Key(context, text));
        return known == null ? embedder.readAfter(context, text) : known;
    }

    private @Nullable Encoding known(Key key) {
        synchronized (kept) {
            return kept.get(key);
        }
    }

    private static int weight(Encoding encoding) {
        return encoding.tokens().size() + 1;
    }

    @Override
    public List<Token> tokens(String text) {
        return embedder.tokens(text);
    }

    @Override
    public Optional<ClaimReader> claimReader() {
        return embedder.claimReader();
    }

    @Override
    public Optional<EncodingShelf> shelf() {
        return embedder.shelf();
    }

    @Override
    public String checksum() {
        return embedder.checksum();
    }
}
