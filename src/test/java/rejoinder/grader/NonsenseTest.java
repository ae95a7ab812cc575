package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import rejoinder.SharedBank;
import rejoinder.SharedModel;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Score;
import rejoinder.grade.Verdict;
import rejoinder.session.TestBank;

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

    private static final List<String> IN_OTHER_SCRIPTS = List.of(
            "фыва фыва олдж",
            "не знаю",
            "хороший вопрос",
            "我不知道",
            "好的",
            "啊啊啊啊",
            "لا أعرف",
            "سؤال جيد",
            "אין לי מושג",
            "Δεν ξέρω",
            "weiß ich nicht",
            "gute Frage",
            "🙂🙂",
            "👍");
    /** What two words can have in common with a reference. */
    private static final int MOST_BY_CHANCE = 2;

    static Stream<Question> questions() {
        List<Question> all = SharedBank.bank().questions();
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

    /** Imported questions have no key points, and may be in scripts that the model does not read. */
    static Stream<Question> imported() {
        return Stream.of(
                        "What does a mutex guarantee?\nOnly one thread at a time holds it; the others wait until it is released.",
                        "How does a list differ from a tuple?\nA list can be changed, a tuple cannot, so a tuple can be a key.",
                        "Чем список отличается от кортежа?\nСписок можно изменять, а кортеж неизменяем.",
                        "列表和元组有什么区别？\n列表是可变的，元组是不可变的。",
                        "ما الفرق بين القائمة والصف؟\nالقائمة قابلة للتغيير، أما الصف فلا يمكن تغييره.",
                        "במה שונה רשימה מטאפל?\nאפשר לשנות רשימה, ואי אפשר לשנות טאפל.",
                        "Worin unterscheiden sich Liste und Tupel?\nEine Liste lässt sich ändern, ein Tupel lässt sich nicht ändern und kann Schlüssel sein.")
                .map(text -> text.split("\n", 2))
                .map(parts -> TestBank.imported("imported", "question", parts[0], parts[1]));
    }

    @ParameterizedTest
    @MethodSource("imported")
    @Tag("complaint-11")
    void nonsenseInAnyScriptEarnsNothingOnImportedQuestionsEither(Question question) {
        Grader grader = SharedModel.grader();
        List<String> all = new ArrayList<>(NONSENSE);
        all.addAll(IN_OTHER_SCRIPTS);
        all.add(question.prompt());
        all.add((question.prompt() + "\n").repeat(3));
        for (String nonsense : all) {
            Grade grade = grader.grade(question, nonsense);
            assertThat(grade.score().percent()).as(nonsense).isLessThanOrEqualTo(MOST_BY_CHANCE);
            assertThat(grade.deductions().stream()
                                    .anyMatch(deduction -> !deduction.reason().isBlank())
                            || grade.findings().stream().allMatch(finding -> finding.is(Verdict.NOT_SAID)))
                    .as(nonsense)
                    .isTrue();
        }
    }
}
