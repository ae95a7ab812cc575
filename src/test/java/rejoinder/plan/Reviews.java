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

    /** One of a question that was left blank. */
    static Review blank(String question, Instant at) {
        return new Review(id(question), "revision", at, Score.ZERO, Rating.AGAIN, List.of(), true);
    }

    /** The same review as if something had been written. */
    static Review written(Review blank) {
        return new Review(
                blank.question(), blank.revision(), blank.at(), blank.score(), blank.rating(), blank.incomplete());
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
