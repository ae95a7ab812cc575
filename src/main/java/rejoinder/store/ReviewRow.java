package rejoinder.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;
import rejoinder.session.StoreException;

/** Reviews as rows. A long log names the same questions and points again and again, so one reader takes each text apart once. */
final class ReviewRow {
    private static final ObjectMapper JSON = new ObjectMapper();

    // requests read at the same time and share what one of them has kept
    private final Map<String, QuestionId> questions = new ConcurrentHashMap<>();
    private final Map<String, List<Review.MissedPoint>> missed = new ConcurrentHashMap<>();

    /** A missed point as JSON. */
    private record Missed(String point, String statement, double earned) {}

    static Columns columns(Review review) {
        List<Missed> missed = review.missed().stream()
                .map(it -> new Missed(it.point(), it.statement(), it.earned()))
                .toList();
        try {
            return new Columns()
                    .set("question", review.question().toString())
                    .set("revision", review.revision())
                    .set("handed_in_at", review.at())
                    .set("score", review.score().value())
                    .set("rating", review.rating().number())
                    .set("missed", JSON.writeValueAsString(missed));
        } catch (JsonProcessingException e) {
            throw new StoreException("The missed points of " + review.question() + " could not be written down.", e);
        }
    }

    Review read(Row row) throws SQLException {
        String question = row.text("question");
        QuestionId id = questions.get(question);
        if (id == null) {
            id = row.question("question");
            questions.put(question, id);
        }
        Score score = new Score(row.real("score"));
        return new Review(
                id,
                row.text("revision"),
                row.time("handed_in_at"),
                score,
                Rating.ofNumber(row.count("rating")).orElseGet(() -> Rating.of(score)),
                missed.computeIfAbsent(row.text("missed"), ReviewRow::points));
    }

    private static List<Review.MissedPoint> points(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Missed>>() {}).stream()
                    .map(it -> new Review.MissedPoint(it.point, it.statement, it.earned))
                    .toList();
        } catch (JsonProcessingException e) {
            throw new StoreException("A review in the database cannot be read; restore rejoinder.db from a backup.", e);
        }
    }
}
