package rejoinder.api;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.plan.TopicAverage;

/**
 * A topic on the start page.
 *
 * @param suggestedMillis suggested times of all its questions together
 * @param unseen how many of its questions were never answered
 * @param answered graded attempts at its questions
 * @param percent mean of the latest scores; null if nothing was graded
 */
record TopicJson(
        String id,
        String title,
        String summary,
        int questions,
        int unseen,
        long suggestedMillis,
        int answered,
        @Nullable Integer percent) {
    /** @param seen the questions that have an answer with a score */
    static TopicJson of(Topic topic, ItemBank bank, @Nullable TopicAverage average, Set<QuestionId> seen) {
        List<Question> questions = bank.questions(topic.id());
        return new TopicJson(
                topic.id(),
                topic.title(),
                topic.summary(),
                questions.size(),
                (int) questions.stream()
                        .filter(question -> !seen.contains(question.id()))
                        .count(),
                questions.stream()
                        .map(Question::suggestedTime)
                        .mapToLong(Duration::toMillis)
                        .sum(),
                average == null ? 0 : average.answers(),
                average == null ? null : average.latest().percent());
    }

    /** A topic by name. */
    record Named(String id, String title) {
        static Named of(String id, ItemBank bank) {
            return new Named(id, bank.topic(id).map(Topic::title).orElse(id));
        }
    }
}
