package rejoinder.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/** Three years of answers to 1,000 questions of 20 topics with five key points each; the same each time. */
public final class LongLog {
    /** The moment after the last answer. */
    public static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private static final int TOPICS = 20;
    private static final int QUESTIONS = 1_000;
    private static final int POINTS = 5;

    private final ItemBank bank;
    private final List<Review> reviews = new ArrayList<>();

    /** Makes so many answers. */
    public LongLog(int attempts) {
        SplittableRandom random = new SplittableRandom(1);
        List<Question> questions = new ArrayList<>();
        for (int q = 0; q < QUESTIONS; q++) {
            KeyPoint[] points = new KeyPoint[POINTS];
            for (int p = 0; p < POINTS; p++) {
                points[p] = Banks.point("p" + p, "Thing " + random.nextInt(500) + " does " + random.nextInt(500) + ".");
            }
            questions.add(Banks.question(
                    new QuestionId("topic-" + q % TOPICS, "question-" + q).toString(),
                    List.of(Difficulty.values()).get(q % 3),
                    points));
        }
        bank = Banks.of(questions);
        for (int i = 0; i < attempts; i++) {
            Question question = questions.get(random.nextInt(QUESTIONS));
            Score score = new Score(random.nextDouble());
            List<Review.Incomplete> missed = new ArrayList<>();
            for (KeyPoint point : question.keyPoints()) {
                if (random.nextDouble() > score.value()) {
                    missed.add(new Review.Incomplete(point.id(), point.statement(), 0));
                }
            }
            Instant at = NOW.minus(Duration.ofSeconds(random.nextInt(1000 * 86_400)));
            // as the store does, one id object a question
            reviews.add(new Review(question.id(), "", at, score, Rating.of(score), missed));
        }
        reviews.sort(Comparator.comparing(Review::at));
    }

    /** The questions. */
    public ItemBank bank() {
        return bank;
    }

    /** The answers, oldest first. */
    public List<Review> reviews() {
        return reviews;
    }
}
