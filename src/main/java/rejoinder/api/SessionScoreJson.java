package rejoinder.api;

import rejoinder.grade.ScoreBand;
import rejoinder.session.SessionScore;

/** The score of a session with its bracket, in whole per cent. */
record SessionScoreJson(int percent, int low, int high, int counted, String word) {
    static SessionScoreJson of(SessionScore score) {
        int percent = score.score().percent();
        return new SessionScoreJson(
                percent,
                score.low().percent(),
                score.high().percent(),
                score.counted(),
                ScoreBand.of(percent).word());
    }
}
