package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/** Finds wordings that an answer repeats with a denial too many or too few, or with two of their parts exchanged. */
final class TurnedWording {
    /** Content words that a wording needs to be recognised in an answer. */
    private static final int LEAST_WORDS = 3;

    /** What joins the parts of a list, which may come in any order. */
    private static final Pattern JOINT =
            Pattern.compile("(?:[^,/]*[,/]|.*\\b(?:and|or|nor|plus)\\b).*", Pattern.DOTALL);

    /** Words, or their stems, that say the same of both sides. */
    private static final Set<String> SYMMETRIC = Set.of(
            "equals",
            "equivalent",
            "same",
            "identical",
            "differ",
            "different",
            "alike",
            "both",
            "either",
            "between",
            "together",
            "similar",
            "compare",
            "swap",
            "exchange");

    private static final Set<String> ARTICLES = Set.of("a", "an", "the");

    private enum Repeat {
        AS_IT_IS,
        TURNED
    }

    private TurnedWording() {}

    /** Whether an answer repeats some of the wordings word for word but for denials or the order of two parts, and none of them as it is. */
    static boolean only(String answer, List<String> wordings) {
        List<Word> given = TaggedWords.of(answer);
        boolean turned = false;
        for (String wording : wordings) {
            for (Repeat repeat : repeats(wording, given)) {
                if (repeat == Repeat.AS_IT_IS) {
                    return false;
                }
                turned = true;
            }
        }
        return turned;
    }

    // one for each place where the answer has the content words of a wording
    private static List<Repeat> repeats(String text, List<Word> given) {
        List<Word> wording = TaggedWords.of(text);
        List<Integer> expected = contentWords(wording);
        List<Integer> places = contentWords(given);
        List<Repeat> repeats = new ArrayList<>();
        if (expected.size() < LEAST_WORDS) {
            return repeats;
        }
        List<String> stems = stems(wording, expected);
        List<String> sorted = stems.stream().sorted().toList();
        int last = expected.size() - 1;
        for (int start = 0; start + last < places.size(); start++) {
            List<Integer> window = places.subList(start, start + last + 1);
            List<String> said = stems(given, window);
            if (said.equals(stems)) {
                int before = start == 0 ? 0 : places.get(start - 1) + 1;
                boolean asItIs = denials(given, before, window.get(last)) == denials(wording, 0, expected.get(last));
                repeats.add(asItIs ? Repeat.AS_IT_IS : Repeat.TURNED);
            } else if (said.stream().sorted().toList().equals(sorted)
                    && grammar(given, window).equals(grammar(wording, expected))) {
                exchanged(stems, said)
                        .ifPresent(parts ->
                                repeats.add(isFree(text, wording, expected, parts) ? Repeat.AS_IT_IS : Repeat.TURNED));
            }
        }
        return repeats;
    }

    /** Two parts of a wording that are in each other's place: from the first word of the one to the last word of the other. */
    private record Exchange(int from, int to) {}

    private static Optional<Exchange> exchanged(List<String> stems, List<String> said) {
        int from = 0;
        while (stems.get(from).equals(said.get(from))) {
            from++;
        }
        int end = stems.size();
        while (stems.get(end - 1).equals(said.get(end - 1))) {
            end--;
        }
        List<String> expected = stems.subList(from, end);
        List<String> given = said.subList(from, end);
        int size = expected.size();
        for (int first = 1; first < size; first++) {
            for (int second = 1; first + second <= size; second++) {
                List<String> other = new ArrayList<>(expected.subList(size - second, size));
                other.addAll(expected.subList(first, size - second));
                other.addAll(expected.subList(0, first));
                if (other.equals(given)) {
                    return Optional.of(new Exchange(from, end - 1));
                }
            }
        }
        return Optional.empty();
    }

    // the parts of a list may change places, and so may the sides of what holds both ways
    private static boolean isFree(String text, List<Word> wording, List<Integer> content, Exchange parts) {
        if (wording.stream().anyMatch(word -> SYMMETRIC.contains(word.stem()) || SYMMETRIC.contains(word.lower()))) {
            return true;
        }
        return IntStream.range(parts.from, parts.to)
                .allMatch(i -> JOINT.matcher(text.substring(
                                wording.get(content.get(i)).span().end(),
                                wording.get(content.get(i + 1)).span().start()))
                        .matches());
    }

    private static List<String> grammar(List<Word> words, List<Integer> content) {
        return words.subList(content.get(0), content.get(content.size() - 1)).stream()
                .filter(word ->
                        !word.content() && !ARTICLES.contains(word.lower()) && !TaggedWords.denies(word.lower()))
                .map(Word::lower)
                .sorted()
                .toList();
    }

    private static List<String> stems(List<Word> words, List<Integer> places) {
        return places.stream().map(place -> words.get(place).stem()).toList();
    }

    private static List<Integer> contentWords(List<Word> words) {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).content())
                .boxed()
                .toList();
    }

    private static long denials(List<Word> words, int from, int to) {
        return words.subList(from, to + 1).stream()
                .filter(word -> TaggedWords.denies(word.lower()))
                .count();
    }
}
