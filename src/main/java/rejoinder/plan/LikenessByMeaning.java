package rejoinder.plan;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Embedder;
import rejoinder.grade.Encoding;

/**
 * Likeness as the sentence model sees it: the cosine of two texts' vectors. Each text is encoded once, which takes some milliseconds; {@link #learn} does it
 * for a whole bank ahead of time.
 *
 * <p>The limits were read off the shipped packs with all-MiniLM-L6-v2: from .75 on, prompts ask for nearly the same answer; of the 60 pairs of key points of
 * different questions just above .78, four of five say the same thing, and below it fewer do.
 */
public final class LikenessByMeaning implements Likeness {
    private final Embedder embedder;
    private final Map<String, Encoding> encodings = new ConcurrentHashMap<>();

    /** Takes a sentence model. */
    public LikenessByMeaning(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Encodes every prompt and key point of a bank; belongs into the background. */
    public void learn(ItemBank bank) {
        for (Question question : bank.questions()) {
            encoding(question.prompt());
            for (KeyPoint point : question.keyPoints()) {
                encoding(point.statement());
            }
        }
    }

    @Override
    public double between(String one, String other) {
        return encoding(one).cosine(encoding(other));
    }

    @Override
    public double nearDuplicateFrom() {
        return .75;
    }

    @Override
    public double samePointFrom() {
        return .78;
    }

    private Encoding encoding(String text) {
        Encoding known = encodings.get(text);
        if (known == null) {
            Encoding full = embedder.encode(text);
            // only the pooled vector is needed here, and a bank has thousands of texts
            known = new Encoding(text, List.of(), new float[0][], full.pooled());
            encodings.put(text, known);
        }
        return known;
    }
}
