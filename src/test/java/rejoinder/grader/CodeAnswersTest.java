package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedModel;
import rejoinder.bank.Difficulty;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.Verdict;
import rejoinder.text.Span;

@Tag("model")
class CodeAnswersTest {
    private static final String CODE =
            "def power(exponent):\n    def raised(base):\n        return base ** exponent\n    return raised";

    private static final Question CLOSURES = question(
            "What is a closure in Python, and how does a nested function come to be one?",
            "A closure is an inner function that uses variables of the enclosing function and is returned or stored.",
            new KeyPoint(
                    "nested", 2, "An inner function is nested in another function and uses its variables.", List.of()),
            new KeyPoint(
                    "late", 1, "A loop variable is looked up late, so all of them see its last value.", List.of()));
    private static final Question FILTER = question(
            "How does a list comprehension leave out items?",
            "A condition behind the loop of the comprehension decides which items get into the list.",
            new KeyPoint(
                    "condition", 1, "A condition decides which ones get in.", List.of("`[x for x in xs if x > 0]`")));

    private final Grader grader = SharedModel.grader();

    @Test
    void codeThatShowsAPointEarnsItWithTheCodeAsEvidence() {
        Grade grade = grader.grade(CLOSURES, CODE);
        Finding nested = grade.findings().get(0);
        assertThat(nested.verdict()).isEqualTo(Verdict.MADE);
        assertThat(nested.evidence())
                .anySatisfy(span -> assertThat(span.of(CODE)).containsAnyOf("def raised(base)", "return raised"));
        assertThat(grade.findings().get(1).earned())
                .as("not to be seen in the code")
                .isZero();
    }

    @Test
    void codeThatDefinesOneSpecialMethodShowsNothingAboutAnother() {
        Question call = question(
                "What does a special method such as `__call__` do for instances?",
                "Defining `__call__` makes instances callable like functions.",
                new KeyPoint("callable", 1, "Defining `__call__` makes instances callable like functions.", List.of()));
        String other = "class Money:\n    def __str__(self):\n        return 'money'";
        Finding finding = grader.grade(call, other).findings().get(0);
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_SAID);
        assertThat(grader.grade(call, other.replace("__str__", "__call__"))
                        .findings()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.MADE);
    }

    @Test
    void theFenceDoesNotMatter() {
        Grade fenced = grader.grade(CLOSURES, "```python\n" + CODE + "\n```");
        assertThat(fenced.findings().get(0).verdict()).isEqualTo(Verdict.MADE);
    }

    @Test
    void codeAboutSomethingElseEarnsNothing() {
        for (String other : List.of(
                "def add(a, b):\n    return a + b",
                "with open('a.txt') as f:\n    text = f.read()",
                "total = sum(n * n for n in numbers if n % 2)")) {
            assertThat(grader.grade(CLOSURES, other).score().percent())
                    .as(other)
                    .isLessThan(5);
        }
    }

    @Test
    void theQuestionAboveOtherCodeDoesNotMakeItEvidence() {
        String answer = CLOSURES.prompt() + "\n\n```python\nimport os\nprint(os.listdir('.'))\n```";
        for (Finding finding : grader.grade(CLOSURES, answer).findings()) {
            assertThat(finding.evidence())
                    .as("the code is no evidence")
                    .allSatisfy(span -> assertThat(span.end()).isLessThan(answer.indexOf("```")));
        }
    }

    @Test
    void aWordingInCodeIsMadeByOtherCodeThatDoesTheSame() {
        String answer = "evens = [number for number in numbers if number % 2 == 0]";
        assertThat(grader.grade(FILTER, answer).findings().get(0).verdict()).isEqualTo(Verdict.MADE);
        assertThat(grader.grade(FILTER, "evens = [str(number) for number in numbers]")
                        .findings()
                        .get(0)
                        .verdict())
                .isEqualTo(Verdict.NOT_SAID);
    }

    @Test
    void theScoreIsTheSumOfItsPartsAndEvidenceStandsInTheAnswerAsTyped() {
        String answer = "It is a clousre:\n\n" + CODE + "  # keeps exponnent\n\nThat is all.";
        Grade grade = grader.grade(CLOSURES, answer);
        double sum = grade.findings().stream().mapToDouble(Finding::earned).sum()
                + grade.deductions().stream().mapToDouble(Deduction::amount).sum();
        assertThat(grade.score().value()).isCloseTo(sum, within(1e-12));
        int end = 0;
        for (Span span : grade.findings().get(0).evidence()) {
            assertThat(span.of(answer)).isNotBlank();
            assertThat(span.start()).isGreaterThanOrEqualTo(end);
            end = span.end();
        }
        assertThat(grader.grade(CLOSURES, answer)).isEqualTo(grade);
    }

    private static Question question(String prompt, String reference, KeyPoint... points) {
        return new Question(
                new QuestionId("t", "q"),
                prompt,
                "",
                Difficulty.JUNIOR,
                Duration.ofMinutes(2),
                List.of(),
                List.of(new ReferenceAnswer("full", reference)),
                List.of(points),
                List.of(),
                "",
                List.of(),
                false);
    }
}
