package rejoinder.api;

import rejoinder.grade.Score;

/** A score with what is shown of it. */
record ScoreJson(double value, int percent, String word) {
    static ScoreJson of(Score score) {
        return new ScoreJson(score.value(), score.percent(), EnumNames.of(score.percent()));
    }
}
