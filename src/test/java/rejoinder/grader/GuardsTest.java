package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.grade.Deduction;

class GuardsTest {
    private final Guards guards = new Guards(
            "What does a context manager do?",
            "with open(path) as file: ...",
            List.of(
                    "It sets something up when the block is entered and cleans it up when the block is left, also when an exception is raised."));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I don't know.",
                "i dont know sorry",
                "No idea",
                "Sorry, I have never used one.",
                "I'm not sure, I would have to look that up",
                "pass",
                "??",
                "I can't remember what a context manager does."
            })
    void givingUpEarnsNothing(String answer) {
        assertThat(guards.deductions(answer, 0.4, Disagreement.NONE))
                .extracting(Deduction::name)
                .containsExactly("gave-up");
        assertThat(guards.deductions(answer, 0.4, Disagreement.NONE).get(0).amount())
                .isEqualTo(-0.4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm not sure, but I think it closes files and releases locks when the block ends.",
                "You pass it to the with statement, it cleans up after the block.",
                "No other code has to remember the cleanup; the block does it.",
                "enter sets up, exit cleans up",
                "cleanup, even after errors"
            })
    void anAnswerThatSaysSomethingIsLeftAlone(String answer) {
        assertThat(guards.deductions(answer, 0.7, Disagreement.NONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What, then, does a context manager do?",
                "A context manager is what is called the manager of a context."
            })
    void repeatingTheQuestionIsCapped(String answer) {
        assertThat(guards.deductions(answer, 0.5, Disagreement.NONE))
                .extracting(Deduction::name)
                .contains("echo");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What does a context manager do?",
                "what does a *context manager* do",
                "What does a context manager do? What does a context manager do? ",
                "What does a context manager do?\n\n    with open(path) as file:\n        ..."
            })
    void theQuestionPastedBackEarnsNothing(String answer) {
        for (double score : new double[] {0.4, 0}) {
            List<Deduction> taken = guards.deductions(answer, score, Disagreement.NONE);
            assertThat(taken).extracting(Deduction::name).contains("pasted-question");
            assertThat(taken.stream().mapToDouble(Deduction::amount).sum()).isEqualTo(-score);
        }
    }

    @Test
    void aWordOutOfTheQuestionIsAnAnswer() {
        Guards choice = new Guards("Is Python compiled or interpreted?", "", List.of("It is compiled to byte code."));
        assertThat(choice.deductions("compiled", 0.7, Disagreement.NONE)).isEmpty();
        assertThat(choice.deductions(
                        "Is Python compiled or interpreted? It is compiled to byte code.", 0.7, Disagreement.NONE))
                .isEmpty();
    }

    @Test
    void aNumberThatIsSpeltOutIsAnAnswer() {
        Guards step = new Guards(
                "What is the step of a slice by default?", "", List.of("It is 1, so that every item is taken."));
        assertThat(step.deductions("The step of a slice by default is one.", 0.7, Disagreement.NONE))
                .isEmpty();
        assertThat(step.deductions("The default step is a step of one slice.", 0.7, Disagreement.NONE))
                .extracting(Deduction::name)
                .contains("echo");
    }

    @Test
    void singleLettersAreNoKeywords() {
        assertThat(guards.deductions("axes x y z u v w n", 0.7, Disagreement.NONE))
                .isEmpty();
    }

    @Test
    void aRowOfKeywordsIsCapped() {
        List<Deduction> taken = guards.deductions(
                "block enter exit cleanup exception raise setup resource file lock close", 0.8, Disagreement.NONE);
        assertThat(taken).extracting(Deduction::name).containsExactly("keyword-soup");
        assertThat(0.8 + taken.get(0).amount()).isBetween(0.05, 0.15);
    }

    @Test
    void keywordsWithMarksBetweenThemAreATerseAnswer() {
        assertThat(guards.deductions(
                        "setup on enter, cleanup on exit, exceptions included, locks, files", 0.8, Disagreement.NONE))
                .isEmpty();
    }

    @Test
    void aNearCopyThatIsTurnedRoundIsTakenDownWithTheQuote() {
        String answer = "A context manager does not release the resource at the end of the block.";
        Guards guards = new Guards(
                "What does a context manager do?",
                "",
                List.of("A context manager releases the resource at the end of the block."));
        List<Deduction> taken = guards.deductions(answer, 0.9, Disagreement.NONE);
        assertThat(taken).extracting(Deduction::name).containsExactly("contradiction");
        assertThat(0.9 + taken.get(0).amount()).isLessThan(0.3);
        assertThat(taken.get(0).evidence()).isNotEmpty();
    }

    @Test
    void deductionsNeverTakeMoreThanThereIs() {
        for (String answer : List.of("no idea", "What does a context manager do?", "context manager context manager")) {
            double left = guards.deductions(answer, 0.03, Disagreement.NONE).stream()
                            .mapToDouble(Deduction::amount)
                            .sum()
                    + 0.03;
            assertThat(left).isGreaterThanOrEqualTo(0);
        }
    }
}
