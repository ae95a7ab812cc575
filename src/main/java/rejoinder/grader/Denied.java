package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import rejoinder.text.TaggedWords;
import rejoinder.text.TaggedWords.Word;

/** Finds wordings that an answer repeats with a denial too many or too few. */
final class Denied {
    /** Content words that a wording needs to be recognised in an answer. */
    private static final int LEAST_WORDS = 3;

    private Denied() {}

    /** Whether an answer repeats some of the wordings word for word but for denials, and none of them as it is. */
    static boolean only(String answer, List<String> wordings) {
        List<Word> given = TaggedWords.of(answer);
        boolean denied = false;
        for (String wording : wordings) {
            for (boolean asItIs : repeats(TaggedWords.of(wording), given)) {
                if (asItIs) {
                    return false;
                }
                denied = true;
            }
        }
        return denied;
    }

    // for each place where the answer has the content words of a wording: whether it denies as often
    private static List<Boolean> repeats(List<Word> wording, List<Word> given) {
        List<Integer> expected = contentWords(wording);
        List<Integer> places = contentWords(given);
        List<Boolean> repeats = new ArrayList<>();
        if (expected.size() < LEAST_WORDS) {
            return repeats;
        }
        int last = expected.size() - 1;
        for (int start = 0; start + last < places.size(); start++) {
            int from = start;
            boolean same = true;
            for (int i = 0; same && i <= last; i++) {
                same = given.get(places.get(from + i))
                        .stem()
                        .equals(wording.get(expected.get(i)).stem());
            }
            if (same) {
                int before = start == 0 ? 0 : places.get(start - 1) + 1;
                repeats.add(
                        denials(given, before, places.get(start + last)) == denials(wording, 0, expected.get(last)));
            }
        }
        return repeats;
    }

    private static List<Integer> contentWords(List<Word> words) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).content()) {
                places.add(i);
            }
        }
        return places;
    }

    private static long denials(List<Word> words, int from, int to) {
        return words.subList(from, to + 1).stream()
                .filter(word -> TaggedWords.denies(word.lower()))
                .count();
    }
}
