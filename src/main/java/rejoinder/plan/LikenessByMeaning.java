package rejoinder.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;

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
        learn(bank, Integer.MAX_VALUE);
    }

    /**
     * Encodes some of the prompts and key points of a bank, so that other work can be done in between.
     *
     * @param most how many texts to encode at most
     * @return whether all are encoded now
     */
    public boolean learn(ItemBank bank, int most) {
        int encoded = 0;
        for (Question question : bank.questions()) {
            for (String text : texts(question)) {
                if (!encodings.containsKey(text)) {
                    if (encoded == most) {
                        return false;
                    }
                    encoding(text);
                    encoded++;
                }
            }
        }
        return true;
    }

    private static List<String> texts(Question question) {
        List<String> texts = new ArrayList<>(List.of(question.prompt()));
        question.keyPoints().forEach(point -> texts.add(point.statement()));
        return texts;
    }

    @Override
    public double between(String one, String other) {
        return encoding(one).cosine(encoding(other));
    }

    @Override
    public boolean byMeaning() {
        return true;
    }

    @Override
    public double nearDuplicateFrom() {
        return .75;
    }

    @Override
    public double samePointFrom() {
        return .78;
    }

    /** What names the subject of a question lies above it; what names another subject lies below .4, and what offers holidays below .3. */
    @Override
    public double callsFrom() {
        return .5;
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
