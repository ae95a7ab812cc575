package rejoinder.plan;

import java.util.Set;

/**
 * What a study plan is asked for.
 *
 * @param questions how many, 1 to 100
 * @param topics only these topics; empty means every topic
 * @param goal what the practice is for
 * @param seed decides among equals
 */
public record StudyRequest(int questions, Set<String> topics, Goal goal, long seed) {
    private static final int MOST_QUESTIONS = 100;

    /** Copies the set and refuses an impossible number. */
    public StudyRequest {
        topics = Set.copyOf(topics);
        if (questions < 1 || questions > MOST_QUESTIONS) {
            throw new IllegalArgumentException(
                    "A study plan has 1 to " + MOST_QUESTIONS + " questions, not " + questions + ".");
        }
    }

    /** Whether a topic is asked for. */
    boolean covers(String topic) {
        return topics.isEmpty() || topics.contains(topic);
    }
}
