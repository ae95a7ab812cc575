package rejoinder.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import rejoinder.bank.Difficulty;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
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
        String followUp,
        List<Link> sources,
        boolean selfGraded) {
    /** The version of the shape, stored beside the text. */
    static final int FORMAT = 1;

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    record Reference(String label, String text) {}

    record Point(String id, int weight, String statement, List<String> wordings) {}

    record Wrong(String point, String statement, String why) {}

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
                question.keyPoints().stream()
                        .map(it -> new Point(it.id(), it.weight(), it.statement(), it.acceptedWordings()))
                        .toList(),
                question.misconceptions().stream()
                        .map(it -> new Wrong(it.keyPointId(), it.statement(), it.why()))
                        .toList(),
                question.followUp(),
                question.sources().stream()
                        .map(it -> new Link(it.title(), it.url()))
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
        if (format != FORMAT) {
            throw new StoreException("A question in the database has format " + format
                    + ", this Rejoinder reads format " + FORMAT + "; use the newer Rejoinder that wrote it.");
        }
        try {
            return JSON.readValue(content, QuestionJson.class).question();
        } catch (JsonProcessingException e) {
            throw new StoreException(
                    "A question in the database cannot be read; restore rejoinder.db from a backup.", e);
        }
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
                points.stream()
                        .map(it -> new KeyPoint(it.id, it.weight, it.statement, it.wordings))
                        .toList(),
                misconceptions.stream()
                        .map(it -> new Misconception(it.point, it.statement, it.why))
                        .toList(),
                followUp,
                sources.stream().map(it -> new Source(it.title, it.url)).toList(),
                selfGraded);
    }
}
