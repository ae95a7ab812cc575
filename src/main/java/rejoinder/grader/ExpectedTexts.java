package rejoinder.grader;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.text.Embedder;
import rejoinder.text.EncodedTexts;
import rejoinder.text.Encoding;
import rejoinder.text.EncodingShelf;

/**
 * The encodings of what answers to a question are compared with: each text is encoded once, and kept on the model's shelf for the next time, if it has one. They are
 * rounded whether they come from the shelf or not.
 */
final class ExpectedTexts {
    /** Texts kept of a question; beyond these, which no pack needs, what an older wording of the question left behind goes. */
    private static final int MOST = 2_000;

    private final Embedder embedder;
    private final Encoding question;
    private final Map<String, Encoding> keptCompared;
    private final Map<String, Encoding> keptClaims;
    private final Map<String, Encoding> compared = new ConcurrentHashMap<>();
    private final Map<String, Encoding> claims = new ConcurrentHashMap<>();
    private final AtomicBoolean grown = new AtomicBoolean();

    ExpectedTexts(Embedder embedder, String prompt) {
        this.embedder = embedder;
        EncodedTexts kept = embedder.shelf()
                .flatMap(shelf -> shelf.find(prompt))
                .orElseGet(() -> new EncodedTexts(embedder.encode(prompt).comparedOnly(), List.of(), List.of()));
        this.question = kept.context();
        this.keptCompared = byText(kept.compared());
        this.keptClaims = byText(kept.claims());
    }

    private static Map<String, Encoding> byText(List<Encoding> encodings) {
        return encodings.stream().collect(Collectors.toMap(Encoding::text, one -> one, (one, same) -> one));
    }

    /** The question itself. */
    Encoding question() {
        return question;
    }

    /** A text whose words are compared with those of the answer. */
    Encoding compared(String text) {
        return known(
                text,
                compared,
                keptCompared,
                wanted -> embedder.compareAfter(question.text(), wanted).comparedOnly());
    }

    /** A statement that the answer is read against. */
    Encoding claims(String text) {
        return known(
                text,
                claims,
                keptClaims,
                wanted -> embedder.readAfter(question.text(), wanted).claimsOnly());
    }

    /**
     * Encodes a text that is wanted both ways in one pass, which saves the half of the model that both go through.
     */
    void both(String text) {
        if (isMissing(text, compared, keptCompared) && isMissing(text, claims, keptClaims)) {
            Encoding encoding = embedder.encodeAfter(question.text(), text);
            grown.set(true);
            // whoever encoded it meanwhile has the same numbers, and may have handed out the object
            compared.putIfAbsent(text, encoding.comparedOnly());
            claims.putIfAbsent(text, encoding.claimsOnly());
        }
    }

    private static boolean isMissing(String text, Map<String, Encoding> used, Map<String, Encoding> kept) {
        return !used.containsKey(text) && !kept.containsKey(text);
    }

    private Encoding known(
            String text, Map<String, Encoding> used, Map<String, Encoding> kept, Function<String, Encoding> encode) {
        return used.computeIfAbsent(text, wanted -> {
            Encoding found = kept.get(wanted);
            if (found != null) {
                return found;
            }
            grown.set(true);
            return encode.apply(wanted);
        });
    }

    /**
     * Encodes some of the texts that are not on the shelf yet, and keeps them.
     *
     * @return whether more are missing, and could be kept
     */
    boolean readAhead(Stream<String> comparedTexts, Stream<String> claimTexts, int most) {
        List<Runnable> missing = Stream.concat(
                        comparedTexts
                                .filter(text -> !keptCompared.containsKey(text))
                                .<Runnable>map(text -> () -> compared(text)),
                        claimTexts
                                .filter(text -> !keptClaims.containsKey(text))
                                .<Runnable>map(text -> () -> claims(text)))
                .toList();
        missing.stream().limit(most).forEach(Runnable::run);
        return !missing.isEmpty() && keep() && missing.size() > most;
    }

    /** Keeps what was encoded since; returns whether it is kept. */
    boolean keep() {
        if (!grown.getAndSet(false)) {
            return true;
        }
        return embedder.shelf().filter(this::keep).isPresent();
    }

    private boolean keep(EncodingShelf shelf) {
        return shelf.keep(new EncodedTexts(question, all(keptCompared, compared), all(keptClaims, claims)));
    }

    private static List<Encoding> all(Map<String, Encoding> kept, Map<String, Encoding> used) {
        Stream<Encoding> unused = kept.size() + used.size() > MOST
                ? Stream.empty()
                : kept.entrySet().stream()
                        .filter(entry -> !used.containsKey(entry.getKey()))
                        .map(Map.Entry::getValue);
        return Stream.concat(used.values().stream(), unused).toList();
    }
}
