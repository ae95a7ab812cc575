package rejoinder.session;

import java.util.List;
import java.util.Optional;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;

/**
 * How far the grader and the candidate agree, in the answers whose marks the candidate corrected: only these were certainly looked at.
 *
 * @param answers how many answers these are
 * @param verdicts how many verdicts of the grader's they have that were no question
 * @param kept how many of those stand as the grader gave them
 * @param asked how many of the grader's questions were answered
 * @param meant how many of those by yes
 */
public record Agreement(int answers, int verdicts, int kept, int asked, int meant) {
    /** Nothing was corrected. */
    public static final Agreement NONE = new Agreement(0, 0, 0, 0, 0);

    /** That of one session. */
    static Agreement of(Session session) {
        Agreement sum = NONE;
        Optional<Session.Ended> ended = session.ended();
        if (ended.isEmpty()) {
            return sum;
        }
        List<Result> results = ended.get().results();
        for (int place = 0; place < results.size(); place++) {
            List<Correction> said = ended.get().corrections(place);
            if (!Correction.inForce(said).isEmpty()) {
                Optional<Marking> marking = results.get(place).marking(said);
                sum = marking.map(Agreement::of).map(sum::plus).orElse(sum);
            }
        }
        return sum;
    }

    private static Agreement of(Marking marking) {
        Agreement sum = new Agreement(1, 0, 0, 0, 0);
        for (Marking.Line line : marking.lines()) {
            boolean yes = line.credit().map(Score::value).orElse(0.0) > 0;
            if (!line.finding().is(Verdict.UNCLEAR)) {
                boolean made = line.finding().is(Verdict.MADE);
                boolean struck =
                        line.finding().is(Verdict.CONTRADICTED) && line.credit().isPresent();
                boolean kept = !struck && (line.credit().isEmpty() || yes == made);
                sum = sum.plus(new Agreement(0, 1, kept ? 1 : 0, 0, 0));
            } else if (line.credit().isPresent()) {
                sum = sum.plus(new Agreement(0, 0, 0, 1, yes ? 1 : 0));
            }
        }
        return sum;
    }

    /** Both together. */
    Agreement plus(Agreement other) {
        return new Agreement(
                answers + other.answers,
                verdicts + other.verdicts,
                kept + other.kept,
                asked + other.asked,
                meant + other.meant);
    }
}
