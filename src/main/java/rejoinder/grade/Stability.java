package rejoinder.grade;

import java.util.List;
import java.util.stream.IntStream;
import rejoinder.bank.Question;

/**
 * How far the score of an answer moves when the same is said in slightly other words.
 *
 * @param grade of the answer as it was typed
 * @param reworded the answer's rewordings with their scores
 */
public record Stability(Grade grade, List<Reworded> reworded) {
    /** How many rewordings are graded. */
    public static final int REWORDINGS = 20;

    /** Copies the list. */
    public Stability {
        reworded = List.copyOf(reworded);
    }

    /** A rewording and what it earned. */
    public record Reworded(Rewordings.Rewording rewording, Score score) {}

    /** Grades an answer and its rewordings, which takes as long as grading so many answers. */
    public static Stability of(Grader grader, Question question, String answer) {
        return new Stability(
                grader.grade(question, answer),
                Rewordings.of(question, answer, REWORDINGS).stream()
                        .map(rewording -> new Reworded(
                                rewording,
                                grader.grade(question, rewording.answer()).score()))
                        .toList());
    }

    /** The lowest score, 0 to 100. */
    public int lowest() {
        return percents().min().orElseThrow();
    }

    /** The highest score, 0 to 100. */
    public int highest() {
        return percents().max().orElseThrow();
    }

    private IntStream percents() {
        return IntStream.concat(
                IntStream.of(grade.score().percent()),
                reworded.stream().mapToInt(one -> one.score().percent()));
    }
}
