package rejoinder.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.text.KeptMeanings;
import rejoinder.text.Meanings.Near;

/**
 * Likeness as a sentence model sees it. Each text is read once, which takes some milliseconds; {@link #learn} does it for a whole bank ahead of time.
 *
 * <p>The limits were read off the shipped packs with all-MiniLM-L6-v2: from .75 on, prompts ask for nearly the same answer; of the 60 pairs of key points of
 * different questions just above .78, four of five say the same thing, and below it fewer do. Other models' likenesses come on its scale.
 */
public final class LikenessByMeaning implements Likeness {
    private final KeptMeanings meanings;

    /** Takes what texts mean. */
    public LikenessByMeaning(KeptMeanings meanings) {
        this.meanings = meanings;
    }

    /**
     * Reads some of the prompts and key points of a bank that are new or have changed, so that other work can be done in between.
     *
     * @param most how many texts to read at most, give or take those of one question
     * @return whether all are read now
     */
    public boolean learn(ItemBank bank, int most) {
        return meanings.learn(
                bank.questions().stream().map(LikenessByMeaning::kept).toList(), most);
    }

    private static KeptMeanings.Kept kept(Question question) {
        return new KeptMeanings.Kept(
                question.id().toString(),
                question.revision(),
                question.prompt(),
                question.keyPoints().stream().map(KeyPoint::statement).toList());
    }

    @Override
    public double between(String one, String other) {
        return meanings.between(one, other);
    }

    @Override
    public Map<QuestionId, Double> asking(String text, ItemBank bank, double from) {
        List<Near> near =
                meanings.nearest(text, from, Math.max(1, bank.questions().size()));
        Map<QuestionId, Double> found = new LinkedHashMap<>();
        for (Near one : near) {
            QuestionId.parse(one.key())
                    .filter(id -> bank.question(id).isPresent())
                    .ifPresent(id -> found.put(id, one.likeness()));
        }
        return found;
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
}
