package rejoinder.bank;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All questions, indexed; immutable. */
public final class ItemBank {
    private final Map<String, Topic> topics = new LinkedHashMap<>();
    private final Map<QuestionId, Question> questions = new LinkedHashMap<>();
    private final Map<String, List<Question>> byTopic = new LinkedHashMap<>();

    /**
     * Indexes topics (sorted by order, then id) and questions (kept in the given order).
     *
     * @throws IllegalArgumentException if an id is there twice or a question's topic is not there
     */
    public ItemBank(Collection<Topic> topics, Collection<Question> questions) {
        List<Topic> sorted = new ArrayList<>(topics);
        sorted.sort(Comparator.comparingInt(Topic::order).thenComparing(Topic::id));
        for (Topic topic : sorted) {
            if (this.topics.put(topic.id(), topic) != null) {
                throw new IllegalArgumentException("Topic " + topic.id() + " is in the bank twice.");
            }
            byTopic.put(topic.id(), new ArrayList<>());
        }
        for (Question question : questions) {
            List<Question> siblings = byTopic.get(question.id().topic());
            if (siblings == null) {
                throw new IllegalArgumentException(
                        "Question " + question.id() + " is of a topic that is not in the bank.");
            }
            if (this.questions.put(question.id(), question) != null) {
                throw new IllegalArgumentException("Question " + question.id() + " is in the bank twice.");
            }
            siblings.add(question);
        }
    }

    /** Topics in outline order. */
    public List<Topic> topics() {
        return List.copyOf(topics.values());
    }

    /** The topic of an id. */
    public Optional<Topic> topic(String id) {
        return Optional.ofNullable(topics.get(id));
    }

    /** Every question, in the order given. */
    public List<Question> questions() {
        return List.copyOf(questions.values());
    }

    /** Questions of a topic in the order of its pack; empty if there is no such topic. */
    public List<Question> questions(String topic) {
        return List.copyOf(byTopic.getOrDefault(topic, List.of()));
    }

    /** The question of an id. */
    public Optional<Question> question(QuestionId id) {
        return Optional.ofNullable(questions.get(id));
    }

    /** Topics with their questions, in outline order. */
    public Outline outline() {
        return new Outline(topics.values().stream()
                .map(topic -> new Outline.Section(
                        topic, questions(topic.id()).stream().map(Question::id).toList()))
                .toList());
    }
}
