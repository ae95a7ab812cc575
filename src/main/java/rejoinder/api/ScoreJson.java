package rejoinder.api;

import rejoinder.grade.Score;
import rejoinder.grade.ScoreBand;

/**
 * A score with what is shown of it.
 *
 * @param cameOutWell whether the answer came out well
 */
record ScoreJson(double value, int percent, String word, boolean cameOutWell) {
    static ScoreJson of(Score score) {
        return new ScoreJson(score.value(), score.percent(), ScoreBand.of(score).word(), ScoreBand.cameOutWell(score));
    }
}
