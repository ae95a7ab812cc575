package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rejoinder.SharedModel;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;
import rejoinder.pack.PackFolder;

/** Complaint 11: praise and points for nonsense. Each twelfth question of the bank that comes along. */
@Tag("model")
class NonsenseTest {
    private static final int EACH = 12;
    private static final List<String> NONSENSE = List.of(
            "fine",
            "ok",
            "asdf",
            "asdf asdf jkl jkl asdf",
            "Good question!",
            "lorem ipsum dolor sit amet",
            "...",
            "I have no idea.",
            "yes");

    static Stream<Question> questions() {
        List<Question> all = PackFolder.shipped().bank().questions();
        return IntStream.range(0, all.size())
                .filter(number -> number % EACH == 0)
                .mapToObj(all::get)
                .filter(question -> !question.selfGraded());
    }

    @ParameterizedTest
    @MethodSource("questions")
    @Tag("complaint-11")
    void nonsenseEarnsNothingAndTheReasonIsThere(Question question) {
        Grader grader = SharedModel.grader();
        for (String nonsense : NONSENSE) {
            Grade grade = grader.grade(question, nonsense);
            assertThat(grade.score()).as(nonsense).isEqualTo(Score.ZERO);
            // each point says that it is missing, or the whole says why nothing counts
            assertThat(grade.deductions().stream()
                                    .anyMatch(deduction -> !deduction.reason().isBlank())
                            || grade.findings().stream().allMatch(finding -> finding.is(Verdict.NOT_SAID)))
                    .as(nonsense)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("questions")
    @Tag("complaint-11")
    void theQuestionPastedBackEarnsNothingAndTheReasonIsThere(Question question) {
        Grader grader = SharedModel.grader();
        for (String pasted : List.of(
                question.prompt(),
                (question.prompt() + "\n").repeat(3),
                question.prompt() + "\n\n" + question.context())) {
            Grade grade = grader.grade(question, pasted);
            assertThat(grade.score().percent()).as(pasted).isZero();
            assertThat(grade.deductions())
                    .extracting(Deduction::reason)
                    .contains("The answer is the question pasted back.");
        }
    }
}
