package rejoinder.embed;

import dev.langchain4j.data.document.Metadata;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import dev.langchain4j.store.embedding.EmbeddingMatch;
import dev.langchain4j.store.embedding.EmbeddingSearchRequest;
import dev.langchain4j.store.embedding.EmbeddingStore;
import dev.langchain4j.store.embedding.RelevanceScore;
import dev.langchain4j.store.embedding.filter.Filter;
import dev.langchain4j.store.embedding.filter.MetadataFilterBuilder;
import dev.langchain4j.store.embedding.inmemory.InMemoryEmbeddingStore;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.text.Embedder;
import rejoinder.text.KeptMeanings;

/**
 * What texts mean, by an embedding model and an embedding store of langchain4j. The store of a bank lies in a file beside it, named by the model; each of its
 * texts carries the revision of its question. A file that cannot be read is made again.
 */
public final class MeaningStore implements KeptMeanings {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningStore.class);

    private static final String KEY = "key";
    private static final String REVISION = "revision";
    private static final String KIND = "kind";
    private static final String PROMPT = "prompt";
    private static final String POINT = "point";
    private static final Filter PROMPTS =
            MetadataFilterBuilder.metadataKey(KIND).isEqualTo(PROMPT);
    /** Vectors kept of texts that no question has: the passages of two job descriptions. */
    private static final int PASSING = 400;

    private final EmbeddingModel model;
    private final LikenessScale scale;
    private final Optional<Path> file;
    private final InMemoryEmbeddingStore<TextSegment> store;
    private final Map<String, String> revisions = new HashMap<>();
    private final Map<String, Embedding> known = new ConcurrentHashMap<>();
    private final Map<String, Embedding> passing = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Embedding> eldest) {
            return size() > PASSING;
        }
    });
    private boolean changed;

    private MeaningStore(EmbeddingModel model, LikenessScale scale, Optional<Path> file) {
        this.model = model;
        this.scale = scale;
        this.file = file;
        this.store = file.filter(Files::isRegularFile).map(this::read).orElseGet(InMemoryEmbeddingStore::new);
    }

    private InMemoryEmbeddingStore<TextSegment> read(Path kept) {
        try {
            InMemoryEmbeddingStore<TextSegment> found = InMemoryEmbeddingStore.fromFile(kept);
            // the only way to all of a store is a search that nothing is too far from
            EmbeddingSearchRequest all = EmbeddingSearchRequest.builder()
                    .queryEmbedding(Embedding.from(new float[model.dimension()]))
                    .maxResults(Integer.MAX_VALUE)
                    .build();
            for (EmbeddingMatch<TextSegment> match : found.search(all).matches()) {
                TextSegment text = match.embedded();
                revisions.put(
                        Objects.requireNonNull(text.metadata().getString(KEY)),
                        Objects.requireNonNull(text.metadata().getString(REVISION)));
                known.put(text.text(), match.embedding());
            }
            return found;
        } catch (RuntimeException e) {
            LOG.warn(
                    "What is kept in {} cannot be used ({}); it is made again.",
                    kept,
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
            revisions.clear();
            known.clear();
            return new InMemoryEmbeddingStore<>();
        }
    }

    /** Meanings by the shipped model, in memory alone. */
    public static MeaningStore of(Embedder embedder) {
        return new MeaningStore(new PooledModel(embedder), LikenessScale.SHIPPED, Optional.empty());
    }

    /**
     * Meanings by the shipped model.
     *
     * @param folder where they are kept; created when there is something to keep
     */
    public static MeaningStore of(Embedder embedder, Path folder) {
        return new MeaningStore(
                new PooledModel(embedder), LikenessScale.SHIPPED, Optional.of(file(folder, embedder.checksum())));
    }

    /** Meanings by another model, in memory alone. */
    public static MeaningStore of(OtherModel other) {
        return new MeaningStore(other.model(), LikenessScale.of(other.model()), Optional.empty());
    }

    /**
     * Meanings by another model.
     *
     * @param folder where they are kept; created when there is something to keep
     */
    public static MeaningStore of(OtherModel other, Path folder) {
        return new MeaningStore(
                other.model(), LikenessScale.of(other.model()), Optional.of(file(folder, other.checksum())));
    }

    private static Path file(Path folder, String model) {
        return folder.resolve(model + ".json");
    }

    @Override
    public double between(String one, String other) {
        if (one.isBlank() || other.isBlank()) {
            return 0;
        }
        return scale.likeness(CosineSimilarity.between(vector(one), vector(other)));
    }

    private Embedding vector(String text) {
        Embedding found = known.get(text);
        if (found != null) {
            return found;
        }
        Embedding passed = passing.get(text);
        if (passed == null) {
            passed = model.embed(text).content();
            passing.put(text, passed);
        }
        return passed;
    }

    @Override
    public Index index(Map<String, String> texts) {
        EmbeddingStore<TextSegment> own = new InMemoryEmbeddingStore<>();
        List<Embedding> vectors = new ArrayList<>();
        List<TextSegment> segments = new ArrayList<>();
        texts.forEach((key, text) -> {
            if (!text.isBlank()) {
                vectors.add(vector(text));
                segments.add(TextSegment.from(text, Metadata.from(KEY, key)));
            }
        });
        own.addAll(vectors, segments);
        return (text, from, most) -> search(own, text, from, most, Optional.empty());
    }

    @Override
    public List<Near> nearest(String text, double from, int most) {
        return search(store, text, from, most, Optional.of(PROMPTS));
    }

    private List<Near> search(
            EmbeddingStore<TextSegment> where, String text, double from, int most, Optional<Filter> filter) {
        if (text.isBlank()) {
            return List.of();
        }
        EmbeddingSearchRequest.EmbeddingSearchRequestBuilder request = EmbeddingSearchRequest.builder()
                .queryEmbedding(vector(text))
                .maxResults(most)
                .minScore(RelevanceScore.fromCosineSimilarity(scale.cosine(from)));
        filter.ifPresent(request::filter);
        return where.search(request.build()).matches().stream()
                .map(match -> new Near(
                        Objects.requireNonNull(match.embedded().metadata().getString(KEY)),
                        scale.likeness(2 * match.score() - 1)))
                .toList();
    }

    @Override
    public synchronized boolean learn(Collection<Kept> all, int most) {
        Set<String> there = all.stream().map(Kept::key).collect(Collectors.toSet());
        List<String> gone =
                revisions.keySet().stream().filter(key -> !there.contains(key)).toList();
        forget(gone);
        int read = 0;
        for (Kept question : all) {
            if (question.revision().equals(revisions.get(question.key()))) {
                continue;
            }
            if (read >= most) {
                return false;
            }
            forget(List.of(question.key()));
            read += keep(question);
        }
        if (changed) {
            known.keySet()
                    .retainAll(all.stream()
                            .flatMap(kept -> Stream.concat(Stream.of(kept.prompt()), kept.points().stream()))
                            .collect(Collectors.toSet()));
            write();
            changed = false;
        }
        return true;
    }

    private void forget(List<String> keys) {
        List<String> kept = keys.stream().filter(revisions::containsKey).toList();
        if (!kept.isEmpty()) {
            store.removeAll(MetadataFilterBuilder.metadataKey(KEY).isIn(kept));
            revisions.keySet().removeAll(kept);
            changed = true;
        }
    }

    private int keep(Kept question) {
        List<TextSegment> segments = new ArrayList<>();
        add(question, PROMPT, question.prompt(), segments);
        question.points().forEach(point -> add(question, POINT, point, segments));
        List<Embedding> vectors =
                segments.stream().map(segment -> vector(segment.text())).toList();
        store.addAll(vectors, segments);
        for (int i = 0; i < segments.size(); i++) {
            known.put(segments.get(i).text(), vectors.get(i));
        }
        revisions.put(question.key(), question.revision());
        changed = true;
        return segments.size();
    }

    // langchain4j refuses blank texts
    private static void add(Kept question, String kind, String text, List<TextSegment> into) {
        if (!text.isBlank()) {
            into.add(TextSegment.from(
                    text, Metadata.from(Map.of(KEY, question.key(), REVISION, question.revision(), KIND, kind))));
        }
    }

    private void write() {
        if (file.isEmpty()) {
            return;
        }
        Path kept = file.get();
        Path folder = kept.toAbsolutePath().getParent();
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "writing", ".part");
            try {
                store.serializeToFile(half);
                Files.move(half, kept, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
            // what another model made is of no use to this one
            try (DirectoryStream<Path> others = Files.newDirectoryStream(folder, "*.json")) {
                for (Path other : others) {
                    if (!other.getFileName().equals(kept.getFileName())) {
                        Files.delete(other);
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("What questions mean cannot be kept in {}; it is worked out again at the next start.", folder, e);
        }
    }
}
