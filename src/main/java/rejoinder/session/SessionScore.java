package rejoinder.session;

import java.util.List;
import java.util.Optional;
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
            double[] bracket = bracket(result, corrections, score.get());
            low += bracket[0];
            high += bracket[1];
        }
        return counted == 0
                ? Optional.empty()
                : Optional.of(new SessionScore(
                        Score.nearest(sum / counted),
                        Score.nearest(low / counted),
                        Score.nearest(high / counted),
                        counted));
    }

    private static double[] bracket(Result result, List<Correction> corrections, Score score) {
        double low = score.value();
        double high = score.value();
        if (result.outcome() instanceof Outcome.Marked marked
                && Result.credit(corrections, Correction.WHOLE_ANSWER).isEmpty()) {
            for (KeyPointFinding finding : marked.grade().findings()) {
                boolean open = finding instanceof KeyPointFinding.Partial
                        && Result.credit(corrections, finding.point().id()).isEmpty();
                if (open) {
                    low -= finding.earned();
                    high += finding.point().share() - finding.earned();
                }
            }
        }
        return new double[] {Math.max(0, low), Math.min(1, high)};
    }
}
