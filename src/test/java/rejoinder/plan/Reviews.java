package rejoinder.plan;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
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

    /** An answer that earned a score and did not make some points. */
    static Review missing(String question, String revision, Instant at, double score, String... points) {
        Score earned = new Score(score);
        return new Review(
                id(question),
                revision,
                at,
                earned,
                Rating.of(earned),
                Stream.of(points)
                        .map(point -> new Review.Incomplete(point, "Statement of " + point + ".", 0))
                        .toList());
    }
}
