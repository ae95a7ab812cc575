package rejoinder.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import rejoinder.bank.Difficulty;
import rejoinder.bank.FollowUp;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.bank.Statement;
import rejoinder.session.StoreException;

/**
 * A question as one JSON text. The names are those of this record and not of the bank's, so that a renaming there cannot change what is stored; another shape
 * gets another {@link #FORMAT}.
 */
record QuestionJson(
        String topic,
        String slug,
        String prompt,
        String context,
        Difficulty difficulty,
        String suggestedTime,
        List<String> tags,
        List<Reference> references,
        List<Point> points,
        List<Wrong> misconceptions,
        Next followUp,
        List<Link> sources,
        List<Said> statements,
        boolean selfGraded) {
    /** The version of the shape, stored beside the text. */
    static final int FORMAT = 2;

    private static final int WITHOUT_STATEMENTS = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    record Reference(String label, String text) {}

    record Point(
            String id,
            int weight,
            boolean bonus,
            String statement,
            List<String> wordings,
            String shortForm,
            String ask,
            List<String> outputs) {
        static Point of(KeyPoint point) {
            return new Point(
                    point.id(),
                    point.weight(),
                    point.bonus(),
                    point.statement(),
                    point.acceptedWordings(),
                    point.shortForm(),
                    point.ask(),
                    point.outputs());
        }

        KeyPoint keyPoint() {
            return new KeyPoint(id, weight, bonus, statement, wordings, shortForm, ask, outputs);
        }
    }

    record Wrong(String point, String statement, String why, List<String> neighbours) {}

    record Next(String prompt, String reference, List<Point> points) {}

    record Said(String point, String text, boolean isTrue) {}

    record Link(String title, String url) {}

    /** The text for a question; the same for equal questions. */
    static String write(Question question) {
        QuestionJson shape = new QuestionJson(
                question.id().topic(),
                question.id().slug(),
                question.prompt(),
                question.context(),
                question.difficulty(),
                question.suggestedTime().toString(),
                question.tags(),
                question.referenceAnswers().stream()
                        .map(it -> new Reference(it.label(), it.text()))
                        .toList(),
                question.keyPoints().stream().map(Point::of).toList(),
                question.misconceptions().stream()
                        .map(it -> new Wrong(it.keyPointId(), it.statement(), it.why(), it.trueNeighbours()))
                        .toList(),
                new Next(
                        question.followUp().prompt(),
                        question.followUp().reference(),
                        question.followUp().keyPoints().stream().map(Point::of).toList()),
                question.sources().stream()
                        .map(it -> new Link(it.title(), it.url()))
                        .toList(),
                question.statements().stream()
                        .map(it -> new Said(it.keyPointId(), it.text(), it.isTrue()))
                        .toList(),
                question.selfGraded());
        try {
            return JSON.writeValueAsString(shape);
        } catch (JsonProcessingException e) {
            throw new StoreException("Question " + question.id() + " could not be written down.", e);
        }
    }

    /**
     * The question of a text.
     *
     * @param format its version of the shape
     * @throws StoreException if the text is of another shape
     */
    static Question read(String content, int format) {
        if (format != FORMAT && format != WITHOUT_STATEMENTS) {
            throw new StoreException("A question in the database has format " + format
                    + ", this Rejoinder reads format " + FORMAT + "; use the newer Rejoinder that wrote it.");
        }
        try {
            JsonNode shape = JSON.readTree(content);
            return JSON.treeToValue(format == FORMAT ? shape : today(shape), QuestionJson.class)
                    .question();
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "A question in the database cannot be read; restore rejoinder.db from a backup.", e);
        }
    }

    /** A question of format 1 in today's shape: core points only, and a follow-up without an answer. */
    private static JsonNode today(JsonNode old) {
        ObjectNode shape = old.deepCopy();
        for (JsonNode point : shape.path("points")) {
            ObjectNode fields = (ObjectNode) point;
            fields.put("bonus", false).put("shortForm", "").put("ask", "").putArray("outputs");
        }
        for (JsonNode wrong : shape.path("misconceptions")) {
            ((ObjectNode) wrong).putArray("neighbours");
        }
        String followUp = shape.path("followUp").asText();
        shape.putObject("followUp").put("prompt", followUp).put("reference", "").putArray("points");
        shape.putArray("statements");
        return shape;
    }

    private Question question() {
        return new Question(
                new QuestionId(topic, slug),
                prompt,
                context,
                difficulty,
                Duration.parse(suggestedTime),
                tags,
                references.stream()
                        .map(it -> new ReferenceAnswer(it.label, it.text))
                        .toList(),
                points.stream().map(Point::keyPoint).toList(),
                misconceptions.stream()
                        .map(it -> new Misconception(it.point, it.statement, it.why, it.neighbours))
                        .toList(),
                new FollowUp(
                        followUp.prompt,
                        followUp.reference,
                        followUp.points.stream().map(Point::keyPoint).toList()),
                sources.stream().map(it -> new Source(it.title, it.url)).toList(),
                statements.stream()
                        .map(it -> new Statement(it.point, it.text, it.isTrue))
                        .toList(),
                selfGraded);
    }
}
