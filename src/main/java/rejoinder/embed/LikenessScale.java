package rejoinder.embed;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.store.embedding.CosineSimilarity;
import java.util.List;

/**
 * A model's cosines as those of the shipped model. Every model puts unrelated texts somewhere else: the shipped one near 0, others at .7. What counts as alike was
 * read off the shipped model, so another model's cosines are stretched until unrelated texts lie where it puts them; the same text stays at 1.
 *
 * @param unrelated the mean cosine of unrelated texts
 */
record LikenessScale(double unrelated) {
    /** Sentences that have nothing to do with each other. */
    private static final List<String> UNRELATED = List.of(
            "What does a mutex protect?",
            "The bread has to rise for an hour before it goes into the oven.",
            "How is a foreign key declared?",
            "Our train to the mountains was late again.",
            "Describe a disagreement with a colleague and how it ended.",
            "A parrot can live for more than sixty years.",
            "When does a browser send a cookie?",
            "The tax return is due at the end of May.",
            "What is the difference between a stack and a queue?",
            "She tuned the violin before the concert began.",
            "How would you estimate the cost of a bridge?",
            "Vitamin C is destroyed by long cooking.");

    /** Where the shipped model puts unrelated texts; {@link #of} of it, which a test holds. */
    static final LikenessScale SHIPPED = new LikenessScale(.0315);

    /** The scale of a model, which reads a dozen sentences for it. */
    static LikenessScale of(EmbeddingModel model) {
        List<Embedding> vectors =
                UNRELATED.stream().map(text -> model.embed(text).content()).toList();
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < vectors.size(); i++) {
            for (int j = 0; j < i; j++) {
                sum += CosineSimilarity.between(vectors.get(i), vectors.get(j));
                pairs++;
            }
        }
        return new LikenessScale(sum / pairs);
    }

    /** What a cosine of the model would be with the shipped one. */
    double likeness(double cosine) {
        return unrelated == SHIPPED.unrelated ? cosine : 1 - (1 - cosine) * (1 - SHIPPED.unrelated) / (1 - unrelated);
    }

    /** The cosine of the model that would be this with the shipped one; at least -1. */
    double cosine(double likeness) {
        double cosine = unrelated == SHIPPED.unrelated
                ? likeness
                : 1 - (1 - likeness) * (1 - unrelated) / (1 - SHIPPED.unrelated);
        return Math.max(-1, Math.min(1, cosine));
    }
}
