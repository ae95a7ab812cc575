package rejoinder.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;

/**
 * Two answers of a candidate to one question where the later one is worse: it says the opposite of what the earlier one said, or leaves out what that had.
 *
 * @param question what was asked
 * @param earlier the best answer before the last that it contradicts, else the best of all
 * @param later the last answer
 * @param lost the points that the earlier answer made and the later did not, those that it contradicts first
 */
public record Reversal(
        QuestionId question, SessionStore.PastAttempt earlier, SessionStore.PastAttempt later, List<Lost> lost) {
    /** A smaller fall of the score is not news. */
    private static final double FALL = .1;

    /** Copies the list. */
    public Reversal {
        lost = List.copyOf(lost);
    }

    /**
     * A point that was made once.
     *
     * @param contradicted whether the later answer says the opposite; else it does not say it
     */
    public record Lost(String statement, boolean contradicted) {}

    /** Whether the later answer says the opposite of a point that the earlier made. */
    public boolean contradicts() {
        return lost.stream().anyMatch(Lost::contradicted);
    }

    /** By how much the score fell. */
    public double fall() {
        return scoreOf(earlier) - scoreOf(later);
    }

    /** Looks for one among all attempts at a question, oldest first. */
    static Optional<Reversal> among(QuestionId question, List<SessionStore.PastAttempt> attempts) {
        List<SessionStore.PastAttempt> marked = attempts.stream()
                .filter(attempt -> attempt.result().attempt() instanceof Attempt.Answered)
                .filter(attempt -> marking(attempt).isPresent())
                .toList();
        if (marked.size() < 2) {
            return Optional.empty();
        }
        SessionStore.PastAttempt last = marked.get(marked.size() - 1);
        return marked.subList(0, marked.size() - 1).stream()
                .map(earlier -> new Reversal(question, earlier, last, lost(earlier, last)))
                .max(Comparator.comparing(Reversal::contradicts).thenComparing(Reversal::fall))
                .filter(found -> found.contradicts() || (!found.lost.isEmpty() && found.fall() >= FALL));
    }

    private static List<Lost> lost(SessionStore.PastAttempt earlier, SessionStore.PastAttempt later) {
        Set<String> made = new HashSet<>();
        lines(earlier).stream()
                .filter(line -> line.verdict() == Verdict.MADE)
                .forEach(line -> made.add(line.finding().point().id()));
        List<Lost> lost = new ArrayList<>();
        for (Marking.Line line : lines(later)) {
            boolean gone = line.verdict() == Verdict.CONTRADICTED || line.verdict() == Verdict.NOT_SAID;
            if (gone && made.contains(line.finding().point().id())) {
                lost.add(new Lost(line.finding().point().statement(), line.verdict() == Verdict.CONTRADICTED));
            }
        }
        lost.sort(Comparator.comparing((Lost one) -> !one.contradicted()));
        return lost;
    }

    private static List<Marking.Line> lines(SessionStore.PastAttempt attempt) {
        return marking(attempt).map(Marking::lines).orElse(List.of());
    }

    private static Optional<Marking> marking(SessionStore.PastAttempt attempt) {
        return attempt.result().marking(attempt.corrections());
    }

    private static double scoreOf(SessionStore.PastAttempt attempt) {
        return attempt.result().score(attempt.corrections()).map(Score::value).orElse(0d);
    }
}
