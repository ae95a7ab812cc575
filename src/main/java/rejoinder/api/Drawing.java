package rejoinder.api;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import rejoinder.bank.Difficulty;
import rejoinder.bank.Question;
import rejoinder.intake.LetterBook;
import rejoinder.plan.CandidateId;
import rejoinder.session.CandidateStore;
import rejoinder.session.SessionException;

/**
 * Which questions of the chosen topics a session draws.
 *
 * @param onlyMarked only those whose answers can be marked
 * @param difficulties only these; empty means all of them
 * @param tag only questions with this tag; empty means with any or none
 */
record Drawing(boolean onlyMarked, Set<Difficulty> difficulties, String tag) {
    private static final Drawing ALL = new Drawing(false, Set.of(), "");
    private static final String ONLY_MARKED = "only-marked";
    private static final String DIFFICULTIES = "drawn-difficulties";
    private static final String TAG = "drawn-tag";
    private static final String YES = "yes";
    private static final int LONGEST_TAG = 100;

    /** Reads it from what a session is to be made of. */
    static Drawing read(Fields fields) {
        return new Drawing(
                fields.has("onlyMarked") && fields.flag("onlyMarked"),
                fields.has("difficulties") ? difficulties(fields) : Set.of(),
                fields.has("tag") ? fields.text("tag", LONGEST_TAG).strip() : "");
    }

    private static Set<Difficulty> difficulties(Fields fields) {
        Set<Difficulty> wanted = EnumSet.noneOf(Difficulty.class);
        for (String word : fields.texts("difficulties", Difficulty.values().length)) {
            wanted.add(Difficulty.ofWord(word)
                    .orElseThrow(
                            () -> fields.wrong("difficulties", "has an entry other than junior, middle and senior")));
        }
        return wanted;
    }

    /** The candidate's last one. */
    static Drawing last(CandidateStore candidates, CandidateId candidate) {
        Set<Difficulty> wanted = EnumSet.noneOf(Difficulty.class);
        candidates.setting(candidate, DIFFICULTIES).stream()
                .flatMap(words -> List.of(words.split(",", -1)).stream())
                .map(Difficulty::ofWord)
                .flatMap(Optional::stream)
                .forEach(wanted::add);
        return new Drawing(
                candidates.setting(candidate, ONLY_MARKED).filter(YES::equals).isPresent(),
                wanted,
                candidates.setting(candidate, TAG).orElse(""));
    }

    /** Keeps it as the candidate's last one. */
    void keep(CandidateStore candidates, CandidateId candidate) {
        candidates.setting(candidate, ONLY_MARKED, onlyMarked ? YES : "");
        candidates.setting(candidate, DIFFICULTIES, String.join(",", words()));
        candidates.setting(candidate, TAG, tag);
    }

    /** The difficulties as words, the easiest first. */
    List<String> words() {
        return difficulties.stream().sorted().map(Difficulty::word).toList();
    }

    /** Whether a question is drawn. */
    boolean takes(Question question, LetterBook letters) {
        return (difficulties.isEmpty() || difficulties.contains(question.difficulty()))
                && (tag.isEmpty() || question.tags().contains(tag))
                && (!onlyMarked || letters.canBeMarked(question));
    }

    /** What a candidate is told who asked for more than there is: also which questions were counted. */
    SessionException.TooFewQuestions explained(SessionException.TooFewQuestions few) {
        return equals(ALL)
                ? few
                : new SessionException.TooFewQuestions(
                        few.getMessage() + " This counts only those " + inWords() + ".", few.available());
    }

    private String inWords() {
        List<String> parts = new ArrayList<>();
        if (!difficulties.isEmpty()) {
            parts.add("for " + words().stream().collect(Collectors.joining(" or ")) + " level");
        }
        if (!tag.isEmpty()) {
            parts.add("tagged \u201c" + tag + "\u201d");
        }
        if (onlyMarked) {
            parts.add("that can be marked");
        }
        return String.join(", ", parts);
    }
}
