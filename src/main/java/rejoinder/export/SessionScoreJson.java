package rejoinder.export;

import rejoinder.grade.ScoreBand;
import rejoinder.session.SessionScore;

/** The score of a session with its bracket, in whole per cent. */
public record SessionScoreJson(int percent, int low, int high, int counted, String word) {
    /** The score as JSON. */
    public static SessionScoreJson of(SessionScore score) {
        int percent = score.score().percent();
        return new SessionScoreJson(
                percent,
                score.low().percent(),
                score.high().percent(),
                score.counted(),
                ScoreBand.of(percent).word());
    }
}
