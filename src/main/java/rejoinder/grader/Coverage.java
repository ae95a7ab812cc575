package rejoinder.grader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import rejoinder.text.Sentences;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/**
 * How much of a long reference an answer covers, sentence by sentence. Likeness to the whole is too kind there: some of its words are found in any answer on the subject.
 * Where the sentences are all alike, such as the steps of a procedure that differ in a number, a colour and a name, each is asked for by the words that only it says.
 */
final class Coverage {
    /** Fewer sentences than these are told apart by likeness. */
    private static final int LEAST_SENTENCES = 6;

    /** A sentence of fewer words has none of its own to ask for. */
    private static final int LEAST_WORDS = 4;

    /**
     * Sentences up to which a reference is compared as a whole, and from which sentence by sentence alone. From 5 to 10 agreement on answers to long references falls by .043,
     * from 10 to 20 by .005: people do not ask for all that a reference says. No answer is asked for more than {@code LONG} sentences.
     */
    private static final double SHORT = 10;

    private static final double LONG = 20;

    /**
     * Part of a sentence's words that an answer carries which does not say it, at most, and that it carries which says it in other words, at least: nineteen in twenty
     * sentences that were left out came to less than .56, nine in ten of those said in other words to more than .6.
     */
    private static final double UNSAID = 0.5;

    private static final double SAID = 0.65;

    /** Part of a sentence's words that the sentence most like it has, in four of five sentences, from which the words begin to count, and from which they alone count. */
    private static final double ALIKE_FROM = 0.45;

    private static final double ALIKE_TO = 0.65;

    /** How much the own words of the sentences count: 0 for most references, 1 where the sentences are nearly the same. */
    private final double alike;

    private final double[] carried;

    /** How much the count of sentences said counts. */
    private final double counted;

    private Coverage(double alike, double counted, double[] carried) {
        this.alike = alike;
        this.counted = counted;
        this.carried = carried;
    }

    /** Compares an answer with the sentences of a reference. */
    static Coverage of(List<ReferenceSentence> reference, String answer) {
        List<Set<String>> known = reference.stream()
                .map(sentence -> stems(TaggedWords.of(sentence.text())))
                .toList();
        double[] carried = new double[known.size()];
        long sentences =
                known.stream().filter(words -> words.size() >= LEAST_WORDS).count();
        double alike = sentences < LEAST_SENTENCES ? 0 : alike(known);
        if (alike > 0) {
            List<Set<String>> said = Sentences.of(answer).stream()
                    .map(sentence -> stems(TaggedWords.of(sentence.span().of(answer))))
                    .toList();
            Map<String, Double> rarity = rarity(known);
            for (int i = 0; i < carried.length; i++) {
                double most = most(known.get(i), said, rarity);
                // what the other sentences of the reference have of it shows nothing
                double others = most(known.get(i), without(known, i), rarity);
                carried[i] = others < 1 ? Math.max(0, (most - others) / (1 - others)) : most;
            }
        }
        return new Coverage(alike, between(known.size(), SHORT, LONG), carried);
    }

    /**
     * What a score comes to.
     *
     * @param shares of the sentences in the reference, summing to 1
     * @param byLikeness part of each sentence's words that the answer carries
     */
    double limited(double score, double[] shares, double[] byLikeness) {
        double said = 0;
        double owned = 0;
        for (int i = 0; i < shares.length; i++) {
            said += shares[i] * between(byLikeness[i], UNSAID, SAID);
            owned += shares[i] * carried[i];
        }
        double asked = Math.max(1, shares.length / LONG);
        double counting = mixed(counted, score, Math.min(score, said * asked));
        return mixed(alike, counting, Math.min(counting, owned));
    }

    private static double mixed(double weight, double one, double other) {
        return (1 - weight) * one + weight * other;
    }

    private static double between(double value, double from, double to) {
        return Math.max(0, Math.min(1, (value - from) / (to - from)));
    }

    /** What the answer carries of a sentence, 0 to 1, given what it carries by likeness. */
    double carried(int sentence, double byLikeness) {
        return mixed(alike, byLikeness, Math.min(byLikeness, carried[sentence]));
    }

    // in a list of steps nearly every sentence is like another; a text that repeats some of its sentences is none
    private static double alike(List<Set<String>> known) {
        double[] likenesses = IntStream.range(0, known.size())
                .mapToDouble(i -> without(known, i).stream()
                        .mapToDouble(other -> known.get(i).isEmpty()
                                ? 0
                                : (double) shared(known.get(i), other).size()
                                        / known.get(i).size())
                        .max()
                        .orElse(0))
                .sorted()
                .toArray();
        return between(likenesses[likenesses.length / 5], ALIKE_FROM, ALIKE_TO);
    }

    private static Map<String, Double> rarity(List<Set<String>> known) {
        Map<String, Integer> counts = new HashMap<>();
        known.forEach(sentence -> sentence.forEach(stem -> counts.merge(stem, 1, Integer::sum)));
        Map<String, Double> rarity = new HashMap<>();
        counts.forEach((stem, count) -> rarity.put(stem, Math.log((double) known.size() / count)));
        return rarity;
    }

    private static double most(Set<String> own, List<Set<String>> texts, Map<String, Double> rarity) {
        double all = weight(own, rarity);
        return texts.stream()
                .mapToDouble(text -> all > 0 ? weight(shared(own, text), rarity) / all : 0)
                .max()
                .orElse(0);
    }

    private static double weight(Set<String> stems, Map<String, Double> rarity) {
        return stems.stream()
                .mapToDouble(stem -> rarity.getOrDefault(stem, 0.0))
                .sum();
    }

    private static Set<String> shared(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static List<Set<String>> without(List<Set<String>> all, int place) {
        List<Set<String>> others = new ArrayList<>(all);
        others.remove(place);
        return others;
    }

    private static Set<String> stems(List<Word> words) {
        Set<String> stems = new HashSet<>();
        words.stream().filter(Word::content).forEach(word -> stems.add(word.stem()));
        return stems;
    }
}
