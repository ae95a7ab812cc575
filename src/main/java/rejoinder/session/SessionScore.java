package rejoinder.session;

import java.util.List;
import java.util.Optional;
import rejoinder.grade.Deduction;
import rejoinder.grade.Grade;
import rejoinder.grade.KeyPointFinding;
import rejoinder.grade.Score;

/**
 * The one figure of a sitting, with its bracket.
 *
 * @param score mean over the questions that have a score; an unanswered question counts as zero
 * @param low the same if every point that is only partly there, or of an answer that the grader is not sure of, had been missed
 * @param high the same if each of them had been hit
 * @param counted how many questions it is the mean of
 */
public record SessionScore(Score score, Score low, Score high, int counted) {
    /** The score of a graded session; empty if no question has a score yet (all are self-graded and unjudged). */
    public static Optional<SessionScore> of(Session.Graded session) {
        double sum = 0;
        double low = 0;
        double high = 0;
        int counted = 0;
        for (int place = 0; place < session.results().size(); place++) {
            Result result = session.results().get(place);
            List<Correction> corrections = session.corrections(place);
            Optional<Score> score = result.score(corrections);
            if (score.isEmpty()) {
                continue;
            }
            counted++;
            sum += score.get().value();
            Bracket bracket = bracket(result, corrections, score.get());
            low += bracket.low();
            high += bracket.high();
        }
        return counted == 0
                ? Optional.empty()
                : Optional.of(new SessionScore(
                        Score.nearest(sum / counted),
                        Score.nearest(low / counted),
                        Score.nearest(high / counted),
                        counted));
    }

    private record Bracket(double low, double high) {}

    private static Bracket bracket(Result result, List<Correction> corrections, Score score) {
        boolean judgedWhole =
                Result.credit(corrections, Correction.WHOLE_ANSWER).isPresent();
        if (judgedWhole || !(result.outcome() instanceof Outcome.Marked marked)) {
            return new Bracket(score.value(), score.value());
        }
        Grade grade = marked.grade();
        double low = 0;
        double high = 0;
        for (KeyPointFinding finding : grade.findings()) {
            double share = finding.point().share();
            Optional<Score> credit = Result.credit(corrections, finding.point().id());
            double counts = credit.map(said -> said.value() * share).orElse(finding.earned());
            boolean open = credit.isEmpty() && (finding instanceof KeyPointFinding.Partial || !grade.sure());
            low += open ? Math.min(0, counts) : counts;
            high += open ? Math.max(share, counts) : counts;
        }
        for (Deduction deduction : grade.deductions()) {
            low += deduction.amount();
            high += deduction.amount();
        }
        return new Bracket(Score.nearest(low).value(), Score.nearest(high).value());
    }
}
