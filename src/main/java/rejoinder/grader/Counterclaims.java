package rejoinder.grader;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rejoinder.text.Sentences;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/**
 * Says the opposite of a sentence by changing as little as possible: one pair of words, or a negation. Which words turn a claim round is learned from the true and
 * false statements of the question that differ in them ("shallow" and "deep", "thread" and "process"), and known of common opposites.
 *
 * <p>A sentence and its counterclaim are about the same things. What a reader prefers of the two is what was said, whatever it thinks of the subject.
 */
final class Counterclaims {
    /** Part of the words that two statements share which differ in a pair. */
    private static final double ALIKE = 0.6;

    /** How much a pair counts of which the sentence has both, beside the times that the statements show it. */
    private static final double BOTH = 3;

    private static final double OPPOSITES = 0.5;

    private static final Set<String> MAY_BE_DENIED = Set.of(
            "is", "are", "was", "were", "can", "will", "must", "should", "does", "do", "has", "have", "may", "could",
            "would");

    private static final Map<String, String> WITHOUT_DENIAL = Map.of(
            "never",
            "always",
            "no",
            "a",
            "without",
            "with",
            "cannot",
            "can",
            "none",
            "all",
            "nothing",
            "everything",
            "nobody",
            "everybody");

    /** Two words by their stems, in the order of the alphabet. */
    private record Pair(String one, String other) {
        static Pair of(String one, String other) {
            return one.compareTo(other) < 0 ? new Pair(one, other) : new Pair(other, one);
        }
    }

    private final Map<Pair, Double> pairs = new HashMap<>();
    private final Map<String, Map<String, Integer>> forms = new HashMap<>();

    Counterclaims(List<WordSides.Said> statements) {
        Map<String, List<WordSides.Said>> byPoint =
                statements.stream().collect(Collectors.groupingBy(WordSides.Said::point));
        byPoint.values().forEach(this::learn);
    }

    private void learn(List<WordSides.Said> statements) {
        Map<Boolean, List<List<Word>>> words = statements.stream()
                .collect(Collectors.partitioningBy(
                        WordSides.Said::isTrue,
                        Collectors.mapping(said -> TaggedWords.of(said.text()), Collectors.toList())));
        List<List<Word>> right = words.getOrDefault(true, List.of());
        right.forEach(each -> each.forEach(this::form));
        for (List<Word> wrong : words.getOrDefault(false, List.of())) {
            wrong.forEach(this::form);
            right.stream()
                    .filter(each -> alike(each, wrong) >= ALIKE)
                    .max(Comparator.comparingDouble(each -> alike(each, wrong)))
                    .flatMap(each -> difference(each, wrong))
                    .ifPresent(pair -> pairs.merge(pair, 1.0, Double::sum));
        }
    }

    private void form(Word word) {
        forms.computeIfAbsent(word.stem(), stem -> new HashMap<>()).merge(word.lower(), 1, Integer::sum);
    }

    private static double alike(List<Word> one, List<Word> other) {
        Set<String> both = stems(one);
        Set<String> all = new HashSet<>(both);
        both.retainAll(stems(other));
        all.addAll(stems(other));
        return all.isEmpty() ? 0 : (double) both.size() / all.size();
    }

    private static Set<String> stems(List<Word> words) {
        return words.stream().map(Word::stem).collect(Collectors.toSet());
    }

    // the one word that another stands for, or the two that changed places
    private static Optional<Pair> difference(List<Word> right, List<Word> wrong) {
        Set<String> onlyRight = stems(right);
        onlyRight.removeAll(stems(wrong));
        Set<String> onlyWrong = stems(wrong);
        onlyWrong.removeAll(stems(right));
        if (onlyRight.size() == 1 && onlyWrong.size() == 1) {
            return pair(onlyRight.iterator().next(), onlyWrong.iterator().next());
        }
        if (!onlyRight.isEmpty() || !onlyWrong.isEmpty() || right.size() != wrong.size()) {
            return Optional.empty();
        }
        List<Integer> moved = new ArrayList<>();
        for (int i = 0; i < right.size(); i++) {
            if (!right.get(i).stem().equals(wrong.get(i).stem())) {
                moved.add(i);
            }
        }
        return moved.size() == 2
                ? pair(right.get(moved.get(0)).stem(), right.get(moved.get(1)).stem())
                : Optional.empty();
    }

    private static Optional<Pair> pair(String one, String other) {
        return TaggedWords.denies(one) || TaggedWords.denies(other)
                ? Optional.empty()
                : Optional.of(Pair.of(one, other));
    }

    /** An answer whose sentences each say the opposite; those of which none is known stay as they are. */
    String of(String answer) {
        StringBuilder opposite = new StringBuilder();
        int copied = 0;
        for (Sentences.Sentence sentence : Sentences.of(answer)) {
            opposite.append(answer, copied, sentence.span().start())
                    .append(opposite(sentence.span().of(answer)));
            copied = sentence.span().end();
        }
        return opposite.append(answer, copied, answer.length()).toString();
    }

    private String opposite(String sentence) {
        List<Word> words = TaggedWords.of(sentence);
        Set<String> stems = stems(words);
        Map<Pair, Double> known = new HashMap<>();
        pairs.forEach((pair, times) -> {
            if (stems.contains(pair.one) || stems.contains(pair.other)) {
                known.put(pair, times + (stems.contains(pair.one) && stems.contains(pair.other) ? BOTH : 0));
            }
        });
        for (Word word : words) {
            Opposites.of(word.lower())
                    .ifPresent(other -> known.merge(Pair.of(word.stem(), other), OPPOSITES, Double::sum));
        }
        return known.entrySet().stream()
                .max(Map.Entry.<Pair, Double>comparingByValue()
                        .thenComparing(entry -> entry.getKey().one + " " + entry.getKey().other))
                .map(entry -> exchanged(sentence, words, entry.getKey()))
                .orElseGet(() -> denied(sentence, words));
    }

    private String exchanged(String sentence, List<Word> words, Pair pair) {
        StringBuilder opposite = new StringBuilder();
        int copied = 0;
        for (Word word : words) {
            String other =
                    word.stem().equals(pair.one) ? pair.other : word.stem().equals(pair.other) ? pair.one : "";
            if (!other.isEmpty()) {
                opposite.append(sentence, copied, word.span().start()).append(surface(other, words));
                copied = word.span().end();
            }
        }
        return opposite.append(sentence, copied, sentence.length()).toString();
    }

    // as the bank writes it most often, else as the sentence does
    private String surface(String stem, List<Word> sentence) {
        return forms.getOrDefault(stem, Map.of()).entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .or(() -> sentence.stream()
                        .filter(word -> word.stem().equals(stem))
                        .map(Word::lower)
                        .findFirst())
                .orElse(stem);
    }

    private static String denied(String sentence, List<Word> words) {
        for (Word word : words) {
            if (TaggedWords.denies(word.lower())) {
                String without = word.lower().endsWith("n't")
                        ? word.lower().substring(0, word.lower().length() - 3)
                        : WITHOUT_DENIAL.getOrDefault(word.lower(), "");
                return sentence.substring(0, word.span().start())
                        + without
                        + sentence.substring(word.span().end());
            }
        }
        return words.stream()
                .filter(word -> MAY_BE_DENIED.contains(word.lower()))
                .findFirst()
                .map(word -> sentence.substring(0, word.span().end()) + " not"
                        + sentence.substring(word.span().end()))
                .orElse(sentence);
    }
}
