package rejoinder.grader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import rejoinder.text.ClaimReader;
import rejoinder.text.ClaimReader.Pair;
import rejoinder.text.ClaimReader.Part;
import rejoinder.text.Encoding;
import rejoinder.text.Span;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/**
 * How much of an answer says the opposite of a reference: the reader of claims reads each of its sentences against those of the reference that it is most like. Where the
 * words of the two do not show what is turned round the reading counts less, because the reader learned from one field and references come from any.
 *
 * @param share what part of the answer disagrees, by its length, 0 to 1
 * @param agreement the probability that the answer makes the claims of the reference that it is like, 0 to 1
 * @param turned sentences of the reference that the answer turns round in its own words, by their place, with the sentence that does it
 */
record Disagreement(double share, double agreement, Map<Integer, Span> turned) {
    /** Difference of two likenesses at which one sentence of a reference counts e times the other. */
    private static final double NEARER = 0.08;

    /** Sentences of a reference that count less for a sentence of the answer are not read. */
    private static final double LEAST = 0.05;

    /**
     * What the reading counts where the words show no turn. On ten imported questions a right answer is above its opposite in .48 of the pairs by likeness alone and in .87
     * with this. It counts only as far as the opposite is likelier than the same claim, so that one more right sentence costs next to nothing; else it would be .92.
     */
    private static final double UNSHOWN = 0.5;

    /**
     * What it counts where the words show one and the reference is a single sentence: there are other right answers to what it answers, so that another sentence is not
     * its opposite. Without this case agreement falls by .007 on 540 short school answers and by .010 on 1,149 of students.
     */
    private static final double BESIDE_ONE = 0.5;

    /** Share of an answer that the reader takes for the opposite in right answers, too. */
    private static final double HARMLESS = 0.15;

    /** Probability of the same claim from which nearly the same words make it, in whatever order: "the cat did not see the dog, nor the dog the cat". */
    private static final double AGREES = 0.8;

    /** Probability of the same claim from which a sentence of the reference is said after all. */
    private static final double SAID = 0.5;

    private static final int SAME = 0;
    private static final int OPPOSITE = 1;

    /** Nothing disagrees. */
    static final Disagreement NONE = new Disagreement(0, 1, Map.of());

    /** Copies the map. */
    Disagreement {
        turned = Map.copyOf(turned);
    }

    /** A sentence of the reference, as words and as the reader sees it. */
    record Known(int place, String text, List<Word> words, Encoding encoding) {}

    /**
     * Reads an answer.
     *
     * @param question what was asked; a sentence that names another thing of it than the reference's does turns nothing round
     * @param answer as it was encoded after the question, with its claims
     * @param sentences those of the reference; one that is longer than the reader reads at once is left out
     */
    static Disagreement of(ClaimReader reader, String question, WeightedText answer, List<Known> sentences) {
        // code makes no claim
        List<Part> parts = Part.of(answer.encoding(), reader.longest(), sentence -> !sentence.code());
        List<Known> known = sentences.stream()
                .filter(one -> one.encoding.claims().length > 0 && one.encoding.claims().length <= reader.longest())
                .toList();
        if (parts.isEmpty() || known.isEmpty() || answer.encoding().claims().length == 0) {
            return NONE;
        }
        Encoding text = answer.encoding();
        List<Encoding> statements = known.stream().map(Known::encoding).toList();
        double[][] attention = attention(reader.likeness(text, parts, statements));
        List<Pair> pairs = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            for (int one = 0; one < known.size(); one++) {
                if (attention[part][one] >= LEAST) {
                    pairs.add(new Pair(part, one));
                }
            }
        }
        double[][] compared = reader.compare(text, parts, statements, pairs);
        List<Reading> readings =
                readings(text, parts, known, pairs, attention, compared, stems(TaggedWords.of(question)));
        return new Disagreement(
                mean(parts, readings, reading -> reading.against(known.size() > 1)),
                mean(parts, readings, Reading::says),
                turned(text, parts, known, readings));
    }

    /**
     * What a sentence of the answer says of one of the reference.
     *
     * @param weight how much it counts among the sentences that this one is like
     * @param same probability of the same claim
     * @param opposite probability of the opposite
     * @param words what the words of the two show
     */
    private record Reading(Pair pair, double weight, double same, double opposite, Shown words) {
        double says() {
            return turns() ? 0 : same;
        }

        double against(boolean besideOthers) {
            if (turns()) {
                return 1;
            }
            if (words == Shown.REPEATED) {
                return 0;
            }
            double counts = words == Shown.TURNED ? (besideOthers ? 1 : BESIDE_ONE) : besideOthers ? UNSHOWN : 0;
            return counts * Math.max(0, opposite - same);
        }

        boolean turns() {
            return words == Shown.COPY_OPPOSED || (words == Shown.COPY_TURNED && same < AGREES);
        }
    }

    /** What the words of two sentences show. */
    private enum Shown {
        /** Nearly the same words, with the opposite of one of them. */
        COPY_OPPOSED,

        /** Nearly the same words, a denial too many or too few, or two of them exchanged; some hold both ways. */
        COPY_TURNED,

        /** A word is turned. */
        TURNED,

        /** Mostly the same words, none of them turned. */
        ALIKE,

        /** The answer's sentence is one of the reference. */
        REPEATED,

        NOTHING;

        static Shown in(String said, List<Word> words, Known known, Set<String> asked) {
            if (WordSides.gist(said).equals(WordSides.gist(known.text))) {
                return REPEATED;
            }
            boolean turned = Turns.between(words, known.words) > 0;
            if (!Turns.isAboutTheSame(words, known.words)) {
                return turned ? TURNED : NOTHING;
            }
            Set<String> theirs = stems(known.words);
            boolean ofAnother = stems(words).stream().anyMatch(stem -> asked.contains(stem) && !theirs.contains(stem));
            if (ofAnother) {
                return turned ? TURNED : NOTHING;
            }
            if (Turns.isNearCopy(words, known.words) && Turns.isOpposed(words, known.words)) {
                return COPY_OPPOSED;
            }
            if (TurnedWording.only(said, List.of(known.text)) || Turns.isNearCopy(words, known.words)) {
                return COPY_TURNED;
            }
            return turned ? TURNED : ALIKE;
        }

        // one sentence of the reference that says it in the same words is enough: the answer is given the benefit
        Shown beside(boolean another) {
            return another && this == TURNED ? NOTHING : this;
        }
    }

    private static List<Reading> readings(
            Encoding text,
            List<Part> parts,
            List<Known> known,
            List<Pair> pairs,
            double[][] attention,
            double[][] compared,
            Set<String> asked) {
        List<Shown> shown = new ArrayList<>();
        Set<Integer> alike = new HashSet<>();
        Set<Integer> repeated = new HashSet<>();
        for (Pair pair : pairs) {
            String said = span(text, parts.get(pair.part())).of(text.text());
            Shown one = Shown.in(said, Turns.words(said), known.get(pair.statement()), asked);
            shown.add(one);
            if (one == Shown.ALIKE) {
                alike.add(pair.part());
            }
            if (one == Shown.REPEATED) {
                repeated.add(pair.part());
            }
        }
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            readings.add(new Reading(
                    pair,
                    attention[pair.part()][pair.statement()],
                    Math.exp(compared[i][SAME]),
                    Math.exp(compared[i][OPPOSITE]),
                    repeated.contains(pair.part())
                            ? Shown.REPEATED
                            : shown.get(i).beside(alike.contains(pair.part()))));
        }
        return readings;
    }

    /** Whether the answer makes the claims of the reference, whatever it calls the things. */
    boolean agrees() {
        return agreement >= AGREES;
    }

    /** What is left of a score that likeness gives. */
    double left(double score) {
        return score * (1 - Math.max(0, share - HARMLESS) / (1 - HARMLESS));
    }

    // over the answer by its length
    private static double mean(List<Part> parts, List<Reading> readings, ToDoubleFunction<Reading> value) {
        double[] weights = new double[parts.size()];
        double[] sums = new double[parts.size()];
        for (Reading reading : readings) {
            weights[reading.pair.part()] += reading.weight;
            sums[reading.pair.part()] += reading.weight * value.applyAsDouble(reading);
        }
        double sum = 0;
        double length = 0;
        for (int part = 0; part < weights.length; part++) {
            int tokens = parts.get(part).to() - parts.get(part).from();
            sum += weights[part] > 0 ? tokens * sums[part] / weights[part] : 0;
            length += tokens;
        }
        return sum / length;
    }

    // by the sentence that is most like it, and only where no other sentence of the answer says it
    private static Map<Integer, Span> turned(
            Encoding text, List<Part> parts, List<Known> known, List<Reading> readings) {
        Map<Integer, Reading> nearest = new HashMap<>();
        for (Reading reading : readings) {
            nearest.merge(reading.pair.part(), reading, (one, other) -> other.weight > one.weight ? other : one);
        }
        Set<Integer> said = new HashSet<>();
        nearest.values().stream()
                .filter(reading -> !reading.turns() && reading.same >= SAID)
                .forEach(reading -> said.add(reading.pair.statement()));
        Map<Integer, Span> turned = new HashMap<>();
        for (Reading reading : nearest.values()) {
            if (reading.turns() && !said.contains(reading.pair.statement())) {
                turned.put(known.get(reading.pair.statement()).place, span(text, parts.get(reading.pair.part())));
            }
        }
        return turned;
    }

    private static double[][] attention(double[][] likeness) {
        double[][] attention = new double[likeness.length][];
        for (int part = 0; part < likeness.length; part++) {
            double[] row = likeness[part].clone();
            double most = Double.NEGATIVE_INFINITY;
            for (double each : row) {
                most = Math.max(most, each);
            }
            double sum = 0;
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.exp((row[i] - most) / NEARER);
                sum += row[i];
            }
            for (int i = 0; i < row.length; i++) {
                row[i] /= sum;
            }
            attention[part] = row;
        }
        return attention;
    }

    private static Set<String> stems(List<Word> words) {
        return words.stream().filter(Word::content).map(Word::stem).collect(Collectors.toSet());
    }

    private static Span span(Encoding text, Part part) {
        return new Span(
                text.tokens().get(part.from()).span().start(),
                text.tokens().get(part.to() - 1).span().end());
    }
}
