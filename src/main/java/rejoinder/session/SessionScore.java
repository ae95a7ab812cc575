package rejoinder.session;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;

/**
 * The one figure of a session, with its bracket.
 *
 * @param score mean over the questions that have a score; an unanswered question counts as zero
 * @param low the same if every point that is unclear, or of an answer that the grader is not sure of, had been missed
 * @param high the same if each of them had been hit
 * @param counted how many questions it is the mean of
 */
public record SessionScore(Score score, Score low, Score high, int counted) {
    /**
     * The score of a graded session; empty if no question has a score yet (all are self-graded and unjudged).
     *
     * @param corrections those about a place
     */
    static Optional<SessionScore> of(List<Result> results, IntFunction<List<Correction>> corrections) {
        double sum = 0;
        double low = 0;
        double high = 0;
        int counted = 0;
        for (int place = 0; place < results.size(); place++) {
            Result result = results.get(place);
            List<Correction> about = corrections.apply(place);
            Optional<Score> score = result.score(about);
            if (score.isEmpty()) {
                continue;
            }
            counted++;
            sum += score.get().value();
            Optional<Marking> marking = result.marking(about);
            low += marking.map(Marking::low).or(() -> score).orElse(Score.ZERO).value();
            high += marking.map(Marking::high)
                    .or(() -> score)
                    .orElse(Score.ZERO)
                    .value();
        }
        return counted == 0
                ? Optional.empty()
                : Optional.of(new SessionScore(
                        Score.nearest(sum / counted),
                        Score.nearest(low / counted),
                        Score.nearest(high / counted),
                        counted));
    }
}
