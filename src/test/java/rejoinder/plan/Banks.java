package rejoinder.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;

/** Item banks for tests and benchmarks. */
final class Banks {
    private Banks() {}

    /** A bank of these questions; their topics are in the order in which they first appear. */
    static ItemBank of(List<Question> questions) {
        Set<String> ids = new LinkedHashSet<>();
        questions.forEach(question -> ids.add(question.id().topic()));
        List<Topic> topics = new ArrayList<>();
        ids.forEach(id -> topics.add(new Topic(id, title(id), topics.size(), "")));
        return new ItemBank(topics, questions);
    }

    static ItemBank of(Question... questions) {
        return of(List.of(questions));
    }

    /** A bank of equal topics {@code t0}, {@code t1}, ... with questions {@code q0}, {@code q1}, ... each. */
    static ItemBank even(int topics, int questionsEach) {
        List<Question> questions = new ArrayList<>();
        for (int t = 0; t < topics; t++) {
            for (int q = 0; q < questionsEach; q++) {
                questions.add(question("t" + t + "/q" + q, Difficulty.MIDDLE));
            }
        }
        return of(questions);
    }

    static Question question(String id, Difficulty difficulty, KeyPoint... points) {
        QuestionId name = QuestionId.parse(id).orElseThrow();
        return new Question(
                name,
                "What about " + name.slug() + " of " + name.topic() + "?",
                "",
                difficulty,
                Duration.ofMinutes(3),
                List.of(),
                List.of(new ReferenceAnswer("full", "All about " + name.slug() + ".")),
                List.of(points),
                List.of(),
                "",
                List.of(),
                false);
    }

    static Question question(String id, KeyPoint... points) {
        return question(id, Difficulty.MIDDLE, points);
    }

    static KeyPoint point(String id, String statement) {
        return new KeyPoint(id, 1, statement, List.of());
    }

    private static String title(String id) {
        return Character.toUpperCase(id.charAt(0)) + id.substring(1).replace('-', ' ');
    }
}
