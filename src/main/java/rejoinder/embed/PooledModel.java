package rejoinder.embed;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.output.Response;
import java.util.List;
import rejoinder.text.Embedder;

/** An embedder as langchain4j's interface: one vector per text. A blank text, which langchain4j's own models refuse, gets all zeros. */
final class PooledModel implements EmbeddingModel {
    private final Embedder embedder;

    PooledModel(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public Response<List<Embedding>> embedAll(List<TextSegment> segments) {
        return Response.from(segments.stream()
                .map(segment -> Embedding.from(embedder.encode(segment.text()).pooled()))
                .toList());
    }

    @Override
    public int dimension() {
        return embedder.encode("").pooled().length;
    }

    @Override
    public String modelName() {
        return "all-minilm-l6-v2";
    }
}
