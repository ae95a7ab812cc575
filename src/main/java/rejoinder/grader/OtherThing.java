package rejoinder.grader;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.text.Sentences;
import rejoinder.text.Span;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/**
 * An answer that begins a sentence as a reference does, but with the name of another thing in the place of the one that was asked about: "A stack hands ..." where the
 * question asks about a queue. Things that are asked about side by side are alike in all but their names.
 *
 * @param name where the answer names it
 * @param given its name as the answer has it
 * @param asked the name that the question has
 */
record OtherThing(Span name, String given, String asked) {
    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    /** Content words of a question that asks about one thing. */
    private static final int MOST_ASKED = 2;

    /** Finds it; empty where the answer names what was asked about, or a reference names the other thing, too. */
    static Optional<OtherThing> in(String question, List<String> references, String answer) {
        List<Word> asked =
                TaggedWords.of(question).stream().filter(Word::content).toList();
        Set<String> said = stems(Stream.of(answer));
        if (asked.isEmpty()
                || asked.size() > MOST_ASKED
                || asked.stream().anyMatch(word -> said.contains(word.stem()))) {
            return Optional.empty();
        }
        Set<String> known = stems(references.stream());
        List<Opening> openings =
                references.stream().flatMap(OtherThing::openings).toList();
        return openings(answer)
                .filter(opening -> !known.contains(opening.thing.stem()))
                .flatMap(opening -> openings.stream()
                        .filter(other -> other.verb.equals(opening.verb) && other.article == opening.article)
                        .flatMap(other -> asked.stream()
                                .filter(word -> word.stem().equals(other.thing.stem()))
                                .map(word -> new OtherThing(
                                        opening.place,
                                        opening.place.of(answer),
                                        word.span().of(question)))))
                .findFirst();
    }

    /** How a sentence begins: an article or none, the thing that it is about, and the word after it. */
    private record Opening(boolean article, Word thing, Span place, String verb) {}

    private static Stream<Opening> openings(String text) {
        return Sentences.of(text).stream()
                .filter(sentence -> !sentence.code())
                .flatMap(sentence ->
                        opening(sentence.span(), TaggedWords.of(sentence.span().of(text))).stream());
    }

    private static Optional<Opening> opening(Span sentence, List<Word> words) {
        int at = !words.isEmpty() && ARTICLES.contains(words.get(0).lower()) ? 1 : 0;
        if (words.size() < at + 2 || !words.get(at).content() || words.get(at).negated()) {
            return Optional.empty();
        }
        Word thing = words.get(at);
        Span place = new Span(
                sentence.start() + thing.span().start(),
                sentence.start() + thing.span().end());
        return Optional.of(new Opening(at == 1, thing, place, words.get(at + 1).stem()));
    }

    private static Set<String> stems(Stream<String> texts) {
        return texts.flatMap(text -> TaggedWords.of(text).stream())
                .map(Word::stem)
                .collect(Collectors.toSet());
    }
}
