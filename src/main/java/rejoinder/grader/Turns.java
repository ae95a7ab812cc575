package rejoinder.grader;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/**
 * How often the words of a sentence turn another sentence round: once where a word that both have is denied in one of them alone, and once for each word that stands where
 * the other has its opposite. What is turned twice says the same again.
 */
final class Turns {
    /** Part of the content words of either sentence that the other has, too, from which they are about the same. */
    private static final double NEAR_COPY = 0.8;

    /** Part of a sentence's content words from which it speaks of the same. */
    private static final double SAME_SUBJECT = 0.5;

    private static final int LEAST_WORDS = 3;

    /** Stems of verbs that deny what comes after them. */
    private static final Set<String> DENYING = Set.of(
            "prevent", "avoid", "forbid", "stop", "block", "lack", "refus", "fail", "rather", "instead", "hardli");

    /** Words that such a verb reaches, as a negation does. */
    private static final int SCOPE = 6;

    private Turns() {}

    /** The words of a sentence, with what verbs such as "prevent" deny marked as denied. */
    static List<Word> words(String sentence) {
        List<Word> words = new ArrayList<>();
        int reach = 0;
        int clause = -1;
        for (Word word : TaggedWords.of(sentence)) {
            reach = word.clause() == clause ? reach : 0;
            clause = word.clause();
            words.add(new Word(
                    word.stem(),
                    word.lower(),
                    word.span(),
                    word.content(),
                    word.negated() ^ (reach > 0),
                    word.clause()));
            reach = DENYING.contains(word.stem()) ? SCOPE : Math.max(0, reach - 1);
        }
        return words;
    }

    /** Counts the turns between two sentences. */
    static int between(List<Word> said, List<Word> known) {
        return (isDenied(said, known) ? 1 : 0) + opposites(said, known);
    }

    /** Whether two sentences have nearly the same words, and yet say the opposite. */
    static boolean isNearCopy(List<Word> said, List<Word> known) {
        Set<String> mine = contents(said);
        Set<String> theirs = contents(known);
        return Math.min(mine.size(), theirs.size()) >= LEAST_WORDS
                && shared(mine, theirs, said, known) >= NEAR_COPY * mine.size()
                && shared(theirs, mine, known, said) >= NEAR_COPY * theirs.size()
                && between(said, known) % 2 == 1;
    }

    /** Whether a word of one sentence stands where the other has its opposite, such as "allow" for "prevent". */
    static boolean isOpposed(List<Word> said, List<Word> known) {
        Set<String> mine = contents(said);
        Set<String> theirs = contents(known);
        return said.stream()
                .anyMatch(word -> !theirs.contains(word.stem())
                        && known.stream()
                                .anyMatch(other -> !mine.contains(other.stem())
                                        && Opposites.broadly(word, other)
                                        && word.negated() == other.negated()));
    }

    /** Whether most of what a sentence says is about what another says. */
    static boolean isAboutTheSame(List<Word> said, List<Word> known) {
        Set<String> mine = contents(said);
        return shared(mine, contents(known), said, known) >= SAME_SUBJECT * mine.size();
    }

    // a word counts as shared, too, where the other sentence has its opposite
    private static long shared(Set<String> own, Set<String> others, List<Word> ownWords, List<Word> otherWords) {
        return own.stream()
                .filter(stem -> others.contains(stem)
                        || ownWords.stream()
                                .filter(word -> word.stem().equals(stem))
                                .anyMatch(
                                        word -> otherWords.stream().anyMatch(other -> Opposites.broadly(word, other))))
                .count();
    }

    private static boolean isDenied(List<Word> said, List<Word> known) {
        // to prevent several is to let one: the denial makes up for the opposite
        if (said.stream()
                .anyMatch(word -> known.stream()
                        .anyMatch(other -> word.negated() != other.negated() && Opposites.broadly(word, other)))) {
            return false;
        }
        for (Word word : said) {
            List<Word> mine = twins(word, said);
            List<Word> theirs = twins(word, known);
            if (word.content()
                    && !theirs.isEmpty()
                    && theirs.stream().allMatch(twin -> twin.negated() != word.negated())
                    && mine.stream().allMatch(twin -> twin.negated() == word.negated())) {
                return true;
            }
        }
        return false;
    }

    private static List<Word> twins(Word word, List<Word> words) {
        return words.stream()
                .filter(other -> other.content() && other.stem().equals(word.stem()))
                .toList();
    }

    // a denied opposite says the same
    private static int opposites(List<Word> said, List<Word> known) {
        Set<String> mine = said.stream().map(Word::stem).collect(Collectors.toSet());
        Set<String> theirs = known.stream().map(Word::stem).collect(Collectors.toSet());
        Set<String> found = new HashSet<>();
        for (Word word : said) {
            if (!theirs.contains(word.stem())
                    && known.stream()
                            .anyMatch(other -> !mine.contains(other.stem())
                                    && Opposites.broadly(word, other)
                                    && !DENYING.contains(word.stem())
                                    && !DENYING.contains(other.stem())
                                    && word.negated() == other.negated())) {
                found.add(word.stem());
            }
        }
        return found.size();
    }

    private static Set<String> contents(List<Word> words) {
        return words.stream().filter(Word::content).map(Word::stem).collect(Collectors.toSet());
    }
}
