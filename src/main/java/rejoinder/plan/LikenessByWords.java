package rejoinder.plan;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import rejoinder.bank.ItemBank;

/**
 * Likeness by shared words, the rare ones counting more: the cosine of two texts' sets of words, each weighted by the square of its rarity. It stands in while
 * there is no sentence model, and misses what is said in other words.
 *
 * <p>The limits were read off the shipped packs against the sentence model: of the 42 pairs of key points of different questions from .6 on, 29 are from .75 on
 * by meaning.
 */
public final class LikenessByWords implements Likeness {
    private final WordRarity words;
    private final Map<String, Bag> bags = new ConcurrentHashMap<>();

    /** Counts the words of a bank. */
    public LikenessByWords(ItemBank bank) {
        words = new WordRarity(bank);
    }

    /** The words of a text by their hashes, ascending, with the weight of each and the root of their sum. */
    @SuppressWarnings("ArrayRecordComponent") // private, and never written to
    private record Bag(int[] hashes, double[] weights, double norm) {}

    @Override
    public double between(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Bag first = bag(one);
        Bag second = bag(other);
        double shared = 0;
        int i = 0;
        int j = 0;
        while (i < first.hashes.length && j < second.hashes.length) {
            int order = Integer.compare(first.hashes[i], second.hashes[j]);
            if (order == 0) {
                shared += first.weights[i];
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return shared == 0 ? 0 : shared / (first.norm * second.norm);
    }

    private Bag bag(String text) {
        Bag known = bags.get(text);
        if (known == null) {
            SortedMap<Integer, Double> weights = new TreeMap<>();
            for (String word : words.of(text)) {
                double rarity = words.rarity(word);
                weights.put(word.hashCode(), rarity * rarity);
            }
            double sum =
                    weights.values().stream().mapToDouble(Double::doubleValue).sum();
            known = new Bag(
                    weights.keySet().stream().mapToInt(Integer::intValue).toArray(),
                    weights.values().stream().mapToDouble(Double::doubleValue).toArray(),
                    Math.sqrt(sum));
            bags.put(text, known);
        }
        return known;
    }

    /** Two words in a row that only few questions have are enough. */
    @Override
    public double callsFrom() {
        return .4;
    }

    @Override
    public boolean byMeaning() {
        return false;
    }

    @Override
    public double nearDuplicateFrom() {
        return .5;
    }

    @Override
    public double samePointFrom() {
        return .6;
    }
}
