package rejoinder.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Score;

/**
 * How a topic went so far.
 *
 * @param answers graded answers to its questions, blank ones not counted
 * @param latest mean of the latest score of each of its questions that was attempted
 */
public record TopicAverage(int answers, Score latest) {
    /** The averages by topic id; a topic without a graded attempt has none. */
    public static Map<String, TopicAverage> byTopic(List<Review> oldestFirst) {
        Map<String, Integer> answers = new LinkedHashMap<>();
        Map<String, Map<QuestionId, Score>> latest = new LinkedHashMap<>();
        for (Review review : oldestFirst) {
            String topic = review.question().topic();
            answers.merge(topic, Review.answers(List.of(review)), Integer::sum);
            latest.computeIfAbsent(topic, key -> new LinkedHashMap<>()).put(review.question(), review.score());
        }
        Map<String, TopicAverage> averages = new LinkedHashMap<>();
        latest.forEach((topic, scores) -> averages.put(
                topic,
                new TopicAverage(
                        answers.getOrDefault(topic, 0),
                        Score.nearest(scores.values().stream()
                                .mapToDouble(Score::value)
                                .average()
                                .orElse(0)))));
        return averages;
    }
}
