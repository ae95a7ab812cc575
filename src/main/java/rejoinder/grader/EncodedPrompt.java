package rejoinder.grader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.InverseDocumentFrequency;
import rejoinder.text.SpelledOut;

/** Reads the texts of one question: weights depend on what the question already says. */
final class EncodedPrompt {
    private final Embedder embedder;
    private final GradingPolicy policy;
    private final InverseDocumentFrequency idf;
    private final ExpectedTexts texts;
    private final Encoding question;
    private final Set<Integer> asked = new HashSet<>();
    private final Similarities.Columns questionColumns;
    private final Map<String, WeightedText> expected = new ConcurrentHashMap<>();
    private final AtomicReference<Map.@Nullable Entry<Question, List<WordSides.Said>>> statements =
            new AtomicReference<>();
    private final AtomicReference<Map.@Nullable Entry<List<WordSides.Said>, WordSides>> sides = new AtomicReference<>();
    private final AtomicReference<Map.@Nullable Entry<List<WordSides.Said>, Counterclaims>> counterclaims =
            new AtomicReference<>();
    private final Map<String, Optional<String>> inWords = new ConcurrentHashMap<>();
    private final Map<Set<String>, Similarities.Columns> together = new ConcurrentHashMap<>();

    EncodedPrompt(Embedder embedder, GradingPolicy policy, InverseDocumentFrequency idf, String question) {
        this.embedder = embedder;
        this.policy = policy;
        this.idf = idf;
        this.texts = new ExpectedTexts(embedder, question);
        this.question = texts.question();
        this.questionColumns = Similarities.Columns.of(List.of(this.question));
        for (Token token : this.question.tokens()) {
            asked.add(token.id());
        }
    }

    /** A text that answers are compared with, read once. */
    WeightedText expected(String text) {
        return expected.computeIfAbsent(text, known -> weighted(texts.compared(known)));
    }

    /** Keeps what was read, so that it need not be read again. */
    void keep() {
        texts.keep();
    }

    /**
     * Reads some of what is compared with answers to a question, and keeps it.
     *
     * @param expected the texts whose words are compared
     * @return whether there is more to read
     */
    boolean readAhead(Question asked, Set<String> expected, int most) {
        return texts.readAhead(
                expected.stream(),
                said(asked).stream().map(WordSides.Said::text).distinct(),
                most);
    }

    /** Reads in one pass each what is both compared with answers and read by the reader of claims. */
    void readBoth(Question asked, Set<String> expected) {
        said(asked).stream()
                .map(WordSides.Said::text)
                .filter(expected::contains)
                .forEach(texts::both);
    }

    /** What the code of a text says, worked out once; empty if it holds none. */
    Optional<String> inWords(String text) {
        return inWords.computeIfAbsent(text, known -> SpelledOut.of(known).map(SpelledOut::text));
    }

    /** A sentence of a reference for the reader of claims, read once. */
    Encoding claims(String sentence) {
        return texts.claims(sentence);
    }

    /** The statements of a question's points for the reader of claims, read once. */
    List<ClaimReadings.Row> claims(Question asked) {
        return said(asked).stream()
                .map(said -> new ClaimReadings.Row(said.point(), said.text(), said.isTrue(), texts.claims(said.text())))
                .toList();
    }

    /** The statements of a question's points. Where nobody wrote any, a point of which nothing false is known gets its own wordings reversed. */
    private List<WordSides.Said> said(Question asked) {
        return learned(statements, asked, EncodedPrompt::withReversed);
    }

    private static List<WordSides.Said> withReversed(Question asked) {
        List<WordSides.Said> said = written(asked);
        if (!asked.statements().isEmpty()) {
            return said;
        }
        Counterclaims reversing = new Counterclaims(said);
        List<WordSides.Said> reversed = asked.keyPoints().stream()
                .filter(point -> !asked.saysWhatIsFalseOf(point))
                .flatMap(point -> said.stream().filter(one -> one.point().equals(point.id())))
                .map(one -> new WordSides.Said(one.point(), reversing.of(one.text()), false))
                .filter(one -> !said.contains(new WordSides.Said(one.point(), one.text(), true)))
                .distinct()
                .toList();
        return Stream.concat(said.stream(), reversed.stream()).toList();
    }

    private static List<WordSides.Said> written(Question asked) {
        List<WordSides.Said> said = new ArrayList<>();
        for (KeyPoint point : asked.keyPoints()) {
            said.add(new WordSides.Said(point.id(), point.statement(), true));
            point.acceptedWordings().stream()
                    .filter(wording -> !wording.startsWith("`"))
                    .forEach(wording -> said.add(new WordSides.Said(point.id(), wording, true)));
        }
        asked.statements().forEach(one -> said.add(new WordSides.Said(one.keyPointId(), one.text(), one.isTrue())));
        asked.misconceptions()
                .forEach(wrong -> said.add(new WordSides.Said(wrong.keyPointId(), wrong.statement(), false)));
        return said;
    }

    /** An answer reversed, encoded for the reader of claims; empty where no sentence has a counterclaim. */
    Optional<Encoding> turned(Question asked, String answer) {
        String turned =
                learned(counterclaims, written(asked), Counterclaims::new).of(answer);
        return turned.equals(answer) ? Optional.empty() : Optional.of(embedder.readAfter(question.text(), turned));
    }

    /** The same statements by their words, and the true neighbours of misconceptions on the true side; learned once for the same statements. */
    WordSides sides(Question asked, List<ClaimReadings.Row> rows) {
        List<WordSides.Said> statements = Stream.concat(
                        rows.stream().map(row -> new WordSides.Said(row.point(), row.text(), row.isTrue())),
                        asked.misconceptions().stream()
                                .flatMap(wrong -> wrong.trueNeighbours().stream()
                                        .map(right -> new WordSides.Said(wrong.keyPointId(), right, true))))
                .toList();
        return learned(sides, statements, WordSides::new);
    }

    // learned once from the same
    private static <K, T> T learned(AtomicReference<Map.@Nullable Entry<K, T>> kept, K from, Function<K, T> learn) {
        Map.Entry<K, T> last = kept.get();
        if (last == null || !last.getKey().equals(from)) {
            last = Map.entry(from, learn.apply(from));
            kept.set(last);
        }
        return last.getValue();
    }

    /** All texts that answers are compared with, side by side; laid out once for the same texts. */
    Similarities.Columns together(Set<String> texts) {
        Similarities.Columns known = together.get(texts);
        if (known == null) {
            known = laidOut(texts);
            // a question that was changed is not asked as it was before
            together.clear();
            together.put(Set.copyOf(texts), known);
        }
        return known;
    }

    // the question is compared with all of them at once, which is quicker than with one after the other
    private Similarities.Columns laidOut(Set<String> all) {
        List<Encoding> encodings = all.stream().map(texts::compared).toList();
        Similarities.Columns columns = Similarities.Columns.of(encodings);
        float[][] withQuestion = columns.times(question.vectors());
        int[] whole = {0, withQuestion.length};
        for (Encoding text : encodings) {
            float[] nearest = Similarities.of(text, columns, withQuestion).highestIn(whole)[0];
            expected.computeIfAbsent(text.text(), known -> new WeightedText(text, weights(text, nearest)));
        }
        return columns;
    }

    /** An answer. */
    WeightedText of(String text) {
        return weighted(embedder.encodeAfter(question.text(), text));
    }

    private WeightedText weighted(Encoding encoding) {
        return new WeightedText(encoding, weights(encoding, toQuestion(encoding).highest()));
    }

    /** Parts of an answer, read as if nothing were between them; the places are those of the whole answer. */
    WeightedText of(JoinedParts parts) {
        WeightedText joined = of(parts.joined());
        return new WeightedText(parts.placed(joined.encoding()), joined.weights());
    }

    /** What part of the question's words, by weight, a text has, 0 to 1. */
    double asked(WeightedText text) {
        float[] nearest = toQuestion(text.encoding()).highestIn(new int[] {0, text.size()})[0];
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < question.tokens().size(); i++) {
            double weight = weight(question.tokens().get(i));
            sum += weight * Math.min(1, nearest[i] / policy.similarity().sameWord());
            weights += weight;
        }
        return weights > 0 ? sum / weights : 0;
    }

    private double[] weights(Encoding text, float[] toQuestion) {
        double[] weights = new double[text.tokens().size()];
        for (int i = 0; i < weights.length; i++) {
            Token token = text.tokens().get(i);
            weights[i] = weight(token) * newness(token, toQuestion[i]);
        }
        return weights;
    }

    private Similarities toQuestion(Encoding text) {
        return Similarities.of(question, questionColumns, questionColumns.times(text.vectors()));
    }

    // how rare a piece is; marks without a letter or digit carry next to nothing
    private double weight(Token token) {
        if (token.piece().codePoints().noneMatch(Character::isLetterOrDigit)) {
            return policy.weights().floor();
        }
        double rarity = idf.of(token.id()) - policy.weights().commonness();
        return Math.max(policy.weights().floor(), Math.min(policy.weights().ceiling(), rarity));
    }

    // 1 for what the question does not say, less the nearer it comes to a word of the question
    private double newness(Token token, double similarity) {
        double known = Math.max(0, similarity - policy.weights().nearFrom())
                / (1 - policy.weights().nearFrom());
        return (1 - policy.weights().nearQuestion() * Math.min(1, known))
                * (asked.contains(token.id()) ? policy.weights().inQuestion() : 1);
    }
}
