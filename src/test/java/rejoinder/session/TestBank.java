package rejoinder.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import rejoinder.bank.Difficulty;
import rejoinder.bank.FollowUp;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.bank.Topic;

/** Questions for tests. */
public final class TestBank {
    private TestBank() {}

    /** A bank with so many questions in each topic; topics are called {@code topic-0}, {@code topic-1}, and so on. */
    public static ItemBank bank(int... sizes) {
        List<Topic> topics = new ArrayList<>();
        List<Question> questions = new ArrayList<>();
        for (int t = 0; t < sizes.length; t++) {
            topics.add(new Topic("topic-" + t, "Topic " + t, t, ""));
            for (int q = 0; q < sizes[t]; q++) {
                questions.add(question("topic-" + t, "question-" + q));
            }
        }
        return new ItemBank(topics, questions);
    }

    /** A question with two references, two key points (shares 3/4 and 1/4) and everything else that a question can have. */
    public static Question question(String topic, String slug) {
        return question(topic, slug, "What does " + slug + " of " + topic + " do?");
    }

    public static Question question(String topic, String slug, String prompt) {
        return new Question(
                new QuestionId(topic, slug),
                prompt,
                "```python\nprint('" + slug + "')\n```",
                Difficulty.MIDDLE,
                Duration.ofMinutes(3),
                List.of("tag", "other tag"),
                List.of(
                        new ReferenceAnswer("full", "It opens the gate and rings the bell."),
                        new ReferenceAnswer("", "gate opens, bell rings")),
                List.of(
                        new KeyPoint("gate", 3, "It opens the gate.", List.of("the gate is opened")),
                        new KeyPoint("bell", 1, "It rings the bell.", List.of())),
                List.of(new Misconception("gate", "It shuts the gate.", "It is the other way round.")),
                new FollowUp(
                        "And at night?",
                        "At night the gate stays shut.",
                        List.of(new KeyPoint("shut", 1, "At night the gate stays shut.", List.of()))),
                List.of(new Source("Manual", "https://example.org/manual")),
                List.of(),
                false);
    }

    /** A question that shows nothing beside its words. */
    public static Question withoutContext(String topic, String slug, String prompt) {
        return imported(topic, slug, prompt, "It opens the gate and rings the bell.");
    }

    /** A question as an import makes it: one reference answer and no points. */
    public static Question imported(String topic, String slug, String prompt, String answer) {
        return new Question(
                new QuestionId(topic, slug),
                prompt,
                "",
                Difficulty.MIDDLE,
                Duration.ofMinutes(3),
                List.of(),
                List.of(new ReferenceAnswer("", answer)),
                List.of(),
                List.of(),
                FollowUp.NONE,
                List.of(),
                List.of(),
                false);
    }

    /** A question without a reference answer. */
    public static Question selfGraded(String topic, String slug) {
        return new Question(
                new QuestionId(topic, slug),
                "Tell about " + slug + ".",
                "",
                Difficulty.JUNIOR,
                Duration.ofSeconds(90),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                true);
    }

    /** So many questions of one topic. */
    public static List<Question> questions(int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> question("topic-0", "question-" + n))
                .toList();
    }
}
