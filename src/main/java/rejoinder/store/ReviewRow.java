package rejoinder.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;
import rejoinder.session.StoreException;

/** Reviews as rows. A long log names the same questions and points again and again, so one reader takes each text apart once. */
final class ReviewRow {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POINT = "{\"point\":\"";
    private static final String STATEMENT = "\",\"statement\":\"";
    private static final String EARNED = "\",\"earned\":";

    // requests read at the same time and share what one of them has kept
    private final Map<String, QuestionId> questions = new ConcurrentHashMap<>();
    private final Map<String, List<Review.Incomplete>> missed = new ConcurrentHashMap<>();
    private final Map<String, Review.Incomplete> points = new ConcurrentHashMap<>();

    /** A missed point as JSON. */
    private record Missed(String point, String statement, double earned) {}

    static Columns columns(Review review) {
        List<Missed> missed = review.incomplete().stream()
                .map(it -> new Missed(it.point(), it.statement(), it.earned()))
                .toList();
        try {
            return new Columns()
                    .set("question", review.question().toString())
                    .set("revision", review.revision())
                    .set("handed_in_at", review.at())
                    .set("score", review.score().value())
                    .set("rating", review.rating().number())
                    .set("missed", JSON.writeValueAsString(missed))
                    .set("blank", review.blank());
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
                missed.computeIfAbsent(row.text("missed"), this::points),
                row.truth("blank"));
    }

    /** What {@link #columns} wrote of missed points. */
    List<Review.Incomplete> points(String json) {
        try {
            return json.indexOf('\\') < 0 ? plain(json).orElseGet(() -> any(json)) : any(json);
        } catch (IllegalArgumentException e) {
            throw damaged(e);
        }
    }

    // as columns() writes it, and nothing escaped, so that a quotation mark ends a text: three times as fast as a
    // reader of any JSON
    private Optional<List<Review.Incomplete>> plain(String json) {
        List<Review.Incomplete> list = new ArrayList<>();
        int at = 0;
        while (json.startsWith(at == 0 ? "[" : ",", at)) {
            int start = at + 1;
            int point = start + POINT.length();
            int statement = json.indexOf('"', point) + STATEMENT.length();
            int earned = json.indexOf('"', statement) + EARNED.length();
            int end = json.indexOf('}', earned);
            boolean asWritten = json.startsWith(POINT, start)
                    && json.startsWith(STATEMENT, statement - STATEMENT.length())
                    && json.startsWith(EARNED, earned - EARNED.length())
                    && end > earned;
            if (!asWritten) {
                return json.equals("[]") ? Optional.of(List.of()) : Optional.empty();
            }
            list.add(points.computeIfAbsent(
                    json.substring(start, end),
                    text -> new Review.Incomplete(
                            json.substring(point, statement - STATEMENT.length()),
                            json.substring(statement, earned - EARNED.length()),
                            Double.parseDouble(json.substring(earned, end)))));
            at = end + 1;
        }
        return at == json.length() - 1 && json.endsWith("]") ? Optional.of(List.copyOf(list)) : Optional.empty();
    }

    private static List<Review.Incomplete> any(String json) {
        try {
            return JSON.readValue(json, new TypeReference<List<Missed>>() {}).stream()
                    .map(it -> new Review.Incomplete(it.point, it.statement, it.earned))
                    .toList();
        } catch (JsonProcessingException e) {
            throw damaged(e);
        }
    }

    private static StoreException damaged(Exception e) {
        return new StoreException("A review in the database cannot be read; restore rejoinder.db from a backup.", e);
    }
}
