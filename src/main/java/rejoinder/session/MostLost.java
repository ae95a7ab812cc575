package rejoinder.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rejoinder.grade.Score;

/**
 * The question that cost a session most.
 *
 * @param place index of the question, from 0
 * @param points whole points of the session's hundred
 * @param of all whole points that were lost
 */
public record MostLost(int place, int points, int of) {
    /** Empty if nothing was lost, if only one question has a score, or if several lost as much. */
    public static Optional<MostLost> of(Session.Ended session) {
        return session.score().flatMap(score -> of(session, 100 - score.score().percent()));
    }

    private static Optional<MostLost> of(Session.Ended session, int lost) {
        List<Integer> worst = new ArrayList<>();
        int least = 101;
        int counted = 0;
        for (int place = 0; place < session.results().size(); place++) {
            Optional<Score> score = session.results().get(place).score(session.corrections(place));
            if (score.isPresent()) {
                int percent = score.get().percent();
                if (percent < least) {
                    least = percent;
                    worst.clear();
                }
                if (percent == least) {
                    worst.add(place);
                }
                counted++;
            }
        }
        return lost == 0 || counted < 2 || worst.size() > 1
                ? Optional.empty()
                : Optional.of(new MostLost(
                        worst.get(0), Math.min(lost, (int) Math.round((100.0 - least) / counted)), lost));
    }
}
