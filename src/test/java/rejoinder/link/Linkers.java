package rejoinder.link;

import rejoinder.embed.MeaningStore;
import rejoinder.text.Embedder;

/** Linkers that ask one model for everything. */
final class Linkers {
    private Linkers() {}

    static Linker of(Embedder embedder) {
        return new Linker(embedder, MeaningStore.of(embedder));
    }
}
