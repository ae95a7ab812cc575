package rejoinder.plan;

import java.time.Instant;
import java.util.List;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/** Reviews for tests. */
final class Reviews {
    private Reviews() {}

    static QuestionId id(String text) {
        return QuestionId.parse(text).orElseThrow();
    }

    static Review scored(String question, Instant at, double score) {
        Score earned = new Score(score);
        return new Review(id(question), "revision", at, earned, Rating.of(earned), List.of());
    }

    static Review rated(String question, Instant at, Rating rating) {
        return new Review(id(question), "revision", at, new Score(.5), rating, List.of());
    }
}
