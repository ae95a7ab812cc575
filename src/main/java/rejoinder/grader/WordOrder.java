package rejoinder.grader;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/**
 * Tells two statements apart that share most of their words, "append adds one item, extend adds many" and the same with the roles exchanged: by the words, denied
 * or not, and by the ordered pairs of neighbouring content words that only one of the two has. An alignment of vectors cannot see the difference.
 */
final class WordOrder {
    /** Content words that may stand between the two of a pair. */
    private static final int REACH = 3;

    /** Share of its marks that a text must have to speak for the first statement. */
    static final double LEAST_SHARE = 0.3;

    /** How many times as large as the other statement's share it must be. */
    static final double LEAD = 2;

    /** Fewest marks that say anything. */
    static final int LEAST_MARKS = 2;

    /** Whose words a text has, in whose order. */
    enum Side {
        FIRST,
        NEITHER,
        OTHERS
    }

    private final Set<String> first;
    private final Set<String> second;

    /**
     * @param statement one statement
     * @param others the other one, in several wordings
     */
    WordOrder(String statement, List<String> others) {
        first = marks(statement);
        second = new HashSet<>();
        others.forEach(text -> second.addAll(marks(text)));
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        first.removeAll(both);
        second.removeAll(both);
    }

    /**
     * Which of the two a text speaks for: it must have two marks, and twice as many as of the other. For the first statement, a wrong one, it must have a good part
     * of all its marks, too.
     */
    Side of(String text) {
        Set<String> found = marks(text);
        long mine = first.stream().filter(found::contains).count();
        long theirs = second.stream().filter(found::contains).count();
        double share = first.isEmpty() ? 0 : mine / (double) first.size();
        if (mine >= LEAST_MARKS && share >= LEAST_SHARE && mine >= LEAD * theirs) {
            return Side.FIRST;
        }
        return theirs >= LEAST_MARKS && theirs >= LEAD * mine ? Side.OTHERS : Side.NEITHER;
    }

    /** Whether a text has nothing of the first statement that the others do not have, but something of theirs. */
    boolean isOnlyOfOthers(String text) {
        Set<String> found = marks(text);
        return first.stream().noneMatch(found::contains) && second.stream().anyMatch(found::contains);
    }

    private static Set<String> marks(String text) {
        List<Word> words = TaggedWords.of(text).stream().filter(Word::content).toList();
        Set<String> marks = new HashSet<>();
        for (int i = 0; i < words.size(); i++) {
            marks.add(mark(words.get(i)));
            for (int j = i + 1; j < words.size() && j <= i + REACH; j++) {
                if (!words.get(i).stem().equals(words.get(j).stem())) {
                    marks.add(mark(words.get(i)) + " " + mark(words.get(j)));
                }
            }
        }
        return marks;
    }

    private static String mark(Word word) {
        return word.negated() ? "not-" + word.stem() : word.stem();
    }
}
