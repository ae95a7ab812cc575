package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.bank.Difficulty;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.bank.Topic;

class PackParserTest {
    private static final String FRONT = "---\ntopic: knots\ntitle: Knots\norder: 3\n---\n\n";
    private static final String YAML = "```yaml\nid: bowline\ndifficulty: junior\nminutes: 2\n```\n\n";
    private static final String REFERENCE = "### Reference answer\n\nIt makes a loop that holds.\n\n";
    private static final String QUESTION = "## What is a bowline for?\n\n" + YAML + REFERENCE;

    @Test
    void theExampleOfTheManualIsAPack() throws IOException {
        String manual = Files.readString(Path.of("content/README.md"));
        int start = manual.indexOf("````markdown\n") + "````markdown\n".length();
        ParsedPack pack = PackParser.parse(manual.substring(start, manual.indexOf("````", start)), "example.md");

        assertThat(pack.problems()).isEmpty();
        assertThat(pack.topic())
                .contains(new Topic(
                        "data-structures",
                        "Data Structures",
                        4,
                        "Lists, tuples, dictionaries, sets and their relatives in the standard library."));
        Question question = pack.questions().get(0);
        assertThat(pack.questions()).hasSize(1);
        assertThat(question.id()).isEqualTo(new QuestionId("data-structures", "tuple-vs-list"));
        assertThat(question.prompt()).isEqualTo("What sets a tuple apart from a list?");
        assertThat(question.context()).isEmpty();
        assertThat(question.difficulty()).isEqualTo(Difficulty.JUNIOR);
        assertThat(question.suggestedTime()).isEqualTo(Duration.ofMinutes(3));
        assertThat(question.tags()).containsExactly("list", "tuple", "mutability");
        assertThat(question.referenceAnswers().stream().map(ReferenceAnswer::label))
                .containsExactly("full", "terse", "other words");
        assertThat(question.referenceAnswers().get(0).text())
                .startsWith("Both are ordered sequences")
                .contains("```python\npoint = (2, 3)")
                .endsWith("```output\nstart\n```");
        assertThat(question.keyPoints().stream().map(KeyPoint::id))
                .containsExactly("list-mutable", "tuple-immutable", "tuple-hashable", "both-ordered");
        assertThat(question.keyPoints().get(1))
                .isEqualTo(new KeyPoint(
                        "tuple-immutable",
                        3,
                        false,
                        "A tuple cannot be changed after it is created.",
                        List.of("tuples are immutable", "the items of a tuple are fixed once it exists"),
                        "tuples are immutable",
                        "Did you mean that a tuple cannot be changed once it exists?",
                        List.of()));
        assertThat(question.misconceptions().get(0))
                .isEqualTo(new Misconception(
                        "tuple-immutable",
                        "You can assign to an item of a tuple.",
                        "Assigning to an item of a tuple raises TypeError.",
                        List.of(
                                "You can assign to an item of a list, but not of a tuple.",
                                "A list inside a tuple can still be changed.")));
        assertThat(question.followUp().prompt()).startsWith("A tuple holds a list.");
        assertThat(question.sources())
                .contains(new Source(
                        "Python documentation: Data structures",
                        "https://docs.python.org/3/tutorial/datastructures.html"));
        assertThat(question.selfGraded()).isFalse();
    }

    @Test
    void textBehindTheYamlBlockIsShownWithTheQuestion() {
        Question question = only(FRONT + "## What does it hold?\n\n" + YAML + "A rope:\n\n    coil\n\n" + REFERENCE);
        assertThat(question.context()).isEqualTo("A rope:\n\n    coil");
    }

    @Test
    void aQuestionWithoutAReferenceAnswerIsKeptIfItSaysSo() {
        Question question =
                only(FRONT + "## Tie one.\n\n" + YAML.replace("minutes: 2", "minutes: 2\nself-graded: true"));
        assertThat(question.selfGraded()).isTrue();
        assertThat(question.referenceAnswers()).isEmpty();
    }

    @Test
    void scalarsKeepTheTextThatWasWritten() {
        ParsedPack pack = parse("---\ntopic: 007\ntitle: 1.10\norder: 12\nsummary: yes\n---\n");
        assertThat(pack.problems()).isEmpty();
        assertThat(pack.topic()).contains(new Topic("007", "1.10", 12, "yes"));
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsChangeNothing() {
        ParsedPack plain = parse(FRONT + QUESTION);
        ParsedPack windows = parse("\uFEFF" + (FRONT + QUESTION).replace("\n", "\r\n"));
        assertThat(windows.problems()).isEmpty();
        assertThat(windows.questions()).isEqualTo(plain.questions()).hasSize(1);
    }

    @Test
    void smallerHeadingsAreTextOfTheAnswer() {
        Question question = only(FRONT + QUESTION + "#### By hand\n\nTie it.\n");
        assertThat(question.referenceAnswers().get(0).text()).contains("#### By hand");
    }

    @Test
    void marksInACodeFenceAreNoHeadings() {
        Question question = only(FRONT + QUESTION + "```text\n## no question\n### no section\n```\n");
        assertThat(question.referenceAnswers().get(0).text()).endsWith("### no section\n```");
    }

    @Test
    void emojiAndRightToLeftTextAreText() {
        Question question = only(FRONT + QUESTION.replace("a bowline", "עניבת הצלה 🪢"));
        assertThat(question.prompt()).isEqualTo("What is עניבת הצלה 🪢 for?");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            topic: knots       | -                | 2 | has no 'topic'
            topic: knots       | topic: Big Knots | 2 | is not an id
            topic: knots       | topic:           | 2 | needs a text
            topic: knots       | topic: [a, b]    | 2 | needs a text
            topic: knots       | topic: {a: b}    | 2 | neither a text nor a list
            title: Knots       | -                | 2 | has no 'title'
            order: 3           | order: third     | 4 | a whole number
            order: 3           | order: 3.5       | 4 | a whole number
            order: 3           | -                | 2 | has no 'order'
            order: 3           | order: 3\\nsumary: x | 5 | Unknown key 'sumary'
            order: 3           | order: 3\\norder: 4  | 5 | twice
            order: 3           | order: "3        | 4 | not readable as YAML
            """)
    void aProblemOfTheFrontMatterLeavesTheFileOut(String from, String to, int line, String says) {
        String front = FRONT.replace(from + "\n", to == null ? "" : to.strip().replace("\\n", "\n") + "\n");
        ParsedPack pack = parse(front + QUESTION);
        assertThat(pack.topic()).isEmpty();
        assertThat(pack.questions()).isEmpty();
        assertThat(pack.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(says);
            assertThat(problem.line()).isBetween(line == 2 ? 1 : line, line == 4 && says.contains("YAML") ? 5 : line);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            id: bowline        | -                     | 9  | has no 'id'
            id: bowline        | id: Bow Line          | 10 | is not an id
            id: bowline        | id: bow--line         | 10 | is not an id
            difficulty: junior | difficulty: easy      | 11 | junior, middle or senior
            difficulty: junior | -                     | 9  | has no 'difficulty'
            minutes: 2         | minutes: 0            | 12 | from 1 to 60
            minutes: 2         | minutes: 61           | 12 | from 1 to 60
            minutes: 2         | minutes: two          | 12 | from 1 to 60
            minutes: 2         | -                     | 9  | has no 'minutes'
            minutes: 2         | minutes: 2\\ntags: rope | 13 | needs a list
            minutes: 2         | minutes: 2\\nweight: 3  | 13 | Unknown key 'weight'
            minutes: 2         | minutes: 2\\nminutes: 3 | 13 | twice
            minutes: 2         | minutes: 2\\nself-graded: maybe | 13 | true or false
            minutes: 2         | minutes: 2\\nself-graded: true  | 7  | take one of the two out
            """)
    void aProblemOfTheYamlBlockLeavesTheQuestionOut(String from, String to, int line, String says) {
        String yaml = YAML.replace(from + "\n", to == null ? "" : to.strip().replace("\\n", "\n") + "\n");
        refused(FRONT + QUESTION.replace(YAML, yaml), line, says);
    }

    @Test
    void aQuestionNeedsItsYamlBlockAtOnce() {
        refused(FRONT + QUESTION.replace(YAML, "Some text.\n\n" + YAML), 7, "No yaml block follows");
        refused(FRONT + QUESTION.replace(YAML, ""), 7, "No yaml block follows");
    }

    @Test
    void aQuestionNeedsAReferenceAnswer() {
        refused(FRONT + QUESTION.replace(REFERENCE, ""), 7, "has no reference answer");
        refused(FRONT + QUESTION.replace("It makes a loop that holds.", ""), 15, "is empty");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ### Hints\\n\\nNone.                              | 19 | Unknown section 'Hints'
            ### Follow-up\\n                                  | 19 | 'Follow-up' is empty
            ### Key points\\n                                 | 19 | 'Key points' is empty
            ### Key points\\n\\nIt holds.                     | 21 | holds a list and nothing else
            ### Key points\\n\\n- It holds.                   | 21 | not a key point
            ### Key points\\n\\n- It Holds (2): Yes.          | 21 | not a key point
            ### Key points\\n\\n- holds (0): It holds.        | 21 | weight of a key point
            ### Key points\\n\\n- holds (11): It holds.       | 21 | weight of a key point
            ### Key points\\n\\n- a (1): A.\\n- a (1): B.     | 22 | already on line 21
            ### Key points\\n\\n- a (1): A.\\n\\n  More.      | 23 | one paragraph
            ### Key points\\n\\n- a (1): A.\\n  - b\\n    - c | 22 | no list below it
            ### Key points\\n\\n-                             | 21 | no text
            ### Key points\\n\\n- a (1, extra): A.           | 21 | `bonus`, `exact` or nothing
            ### Key points\\n\\n- a (1, exact): A.           | 21 | exact but has no output
            ### Key points\\n\\n- a (1): A.\\n  - Output: `1` | 21 | not exact
            ### Key points\\n\\n- a (1, exact): A.\\n  - Output: 1 | 22 | in backticks
            ### Key points\\n\\n- a (1): A.\\n  - Ask: Yes.  | 22 | question mark
            ### Key points\\n\\n- a (1): A.\\n  - Short: a b c d e f g h i | 22 | more than eight words
            ### Key points\\n\\n- a (1): A.\\n  - Short: a\\n  - Short: b | 23 | one `Short:`
            ### Key points\\n\\n- a (1, bonus): A.           | 19 | Every point of this question is bonus
            ### Follow-up answer\\n\\nYes.\\n\\n### Follow-up points\\n\\n- a (1): A. | 19 | There is no '### Follow-up'
            ### Follow-up\\n\\nWhy?\\n\\n### Follow-up answer\\n\\nYes. | 23 | has points, too
            ### Misconceptions\\n\\n- a: It slips.            | 21 | no key point 'a'
            ### Misconceptions\\n\\n- It slips.               | 21 | not a misconception
            ### Sources\\n\\n- A book.                        | 21 | no source
            ### Sources\\n\\n- [A](ftp://example.org/a)       | 21 | no source
            ### Sources\\n\\n- [A](javascript:alert(1))       | 21 | no source
            ### Sources\\n\\n- see [A](https://example.org/a) | 21 | no source
            ### Follow-up\\n\\nWhy?\\n\\n### Follow-up\\n\\nHow? | 23 | has one section
            ```output\\nx\\n```                               | 19 | follows no python block
            ```python\\nprint()                               | 19 | never closed
            - item\\n\\n  ```python\\n  print()               | 21 | never closed
            # Big                                             | 19 | no `# ` heading
            Underlined\\n---                                  | 19 | makes it a heading
            """)
    void aProblemOfASectionLeavesTheQuestionOut(String extra, int line, String says) {
        refused(FRONT + QUESTION + extra.strip().replace("\\n", "\n") + "\n", line, says);
    }

    @Test
    void belowAMisconceptionStandOnlyItsWhyAndItsTrueNeighbours() {
        String points = "### Key points\n\n- holds (2): It holds.\n\n### Misconceptions\n\n- holds: It slips.\n";
        assertThat(only(FRONT + QUESTION + points).misconceptions())
                .containsExactly(new Misconception("holds", "It slips.", ""));
        assertThat(only(FRONT + QUESTION + points + "  - Why: it holds.\n  - True: It does not slip.\n")
                        .misconceptions())
                .containsExactly(new Misconception("holds", "It slips.", "it holds.", List.of("It does not slip.")));
        refused(FRONT + QUESTION + points + "  - Because: no.\n", 26, "Below a misconception there are only");
        refused(FRONT + QUESTION + points + "  - Why: no.\n  - Why: no.\n", 27, "one `Why:`");
        refused(FRONT + QUESTION + points + "  - True: It slips.\n", 26, "the misconception itself");
    }

    @Test
    void aPointCanBeBonusOrExactAndCarriesItsShortFormAndItsQuestion() {
        String points = """
                ### Key points

                - holds (2): It holds.
                  - Short: it holds
                  - Ask: Did you mean that it holds?
                  - it does not slip
                - seen (1, bonus): Sailors use it.
                - prints (3, exact): It prints both.
                  - Output: `['a', 'b']`
                  - Output: ``a `b` ``

                ### Follow-up

                Why?

                ### Follow-up answer

                It locks.

                ### Follow-up points

                - locks (1): It locks.
                  - it jams itself
                """;
        Question question = only(FRONT + QUESTION + points);
        assertThat(question.keyPoints())
                .containsExactly(
                        new KeyPoint(
                                "holds",
                                2,
                                false,
                                "It holds.",
                                List.of("it does not slip"),
                                "it holds",
                                "Did you mean that it holds?",
                                List.of()),
                        new KeyPoint("seen", 1, true, "Sailors use it.", List.of(), "", "", List.of()),
                        new KeyPoint(
                                "prints",
                                3,
                                false,
                                "It prints both.",
                                List.of(),
                                "",
                                "",
                                List.of("['a', 'b']", "a `b`")));
        assertThat(question.followUp().reference()).isEqualTo("It locks.");
        assertThat(question.followUp().keyPoints())
                .containsExactly(new KeyPoint("locks", 1, "It locks.", List.of("it jams itself")));
        assertThat(question.corePoints()).extracting(KeyPoint::id).containsExactly("holds", "prints");
    }

    @Test
    void aSecondQuestionOfTheSameIdIsLeftOut() {
        ParsedPack pack = parse(FRONT + QUESTION + QUESTION.replace("What is", "What was"));
        assertThat(pack.questions().stream().map(Question::prompt)).containsExactly("What is a bowline for?");
        assertThat(pack.problems())
                .containsExactly(new PackProblem(
                        "knots.md", 19, "The id 'bowline' is taken by the question on line 7; give this one another."));
    }

    @Test
    void aSoundQuestionIsLoadedBesideOneWithAProblem() {
        ParsedPack pack = parse(FRONT + QUESTION + "## And this?\n\n" + QUESTION.replace("bowline", "hitch"));
        assertThat(pack.questions().stream().map(question -> question.id().slug()))
                .containsExactly("bowline", "hitch");
        assertThat(pack.lines()).extracting(QuestionLines::heading).containsExactly(7, 21);
        assertThat(pack.problems()).isNotEmpty().allMatch(problem -> problem.line() == 19);
    }

    @Test
    void allProblemsAreFoundInOneRun() {
        String broken =
                "## \n\n```yaml\nid: A b\ndifficulty: x\nminutes: 99\nextra: 1\n```\n\n### Hints\n\n### Sources\n\n- x\n";
        ParsedPack pack =
                parse(FRONT.replace("order: 3", "order: x") + "Stray.\n\n" + broken + QUESTION.replace(YAML, ""));
        assertThat(pack.problems()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(pack.problems()).isSortedAccordingTo((a, b) -> Integer.compare(a.line(), b.line()));
        assertThat(pack.problems()).allSatisfy(problem -> {
            assertThat(problem.file()).isEqualTo("knots.md");
            assertThat(problem.message()).endsWith(".");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n\t\n", "\uFEFF"})
    void anEmptyFileIsAProblem(String text) {
        refused(text, 1, "The file is empty");
    }

    @Test
    void aFileWithoutFrontMatterIsAProblem() {
        refused("# Knots\n\n" + QUESTION, 1, "first line is not '---'");
        refused("---\ntopic: knots\n", 1, "does not end");
    }

    @Test
    void aNulCharacterIsAProblemOfItsLine() {
        refused(FRONT + QUESTION.replace("holds", "ho\0lds"), 17, "NUL");
    }

    @Test
    void aQuestionOfMoreThanAHundredThousandCharactersIsAProblem() {
        assertThat(parse(FRONT + QUESTION + "🪢".repeat(99_000)).problems()).isEmpty();
        refused(FRONT + QUESTION + "a".repeat(100_000), 7, "at most 100,000");
    }

    @Test
    void aFileOfMoreThanTwoThousandQuestionsIsAProblem() {
        StringBuilder text = new StringBuilder(FRONT);
        for (int i = 0; i <= 2_000; i++) {
            text.append(QUESTION.replace("id: bowline", "id: bowline-" + i));
        }
        ParsedPack pack = parse(text.toString());
        assertThat(pack.questions()).hasSize(2_000);
        assertThat(pack.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("2,001"));
    }

    @Test
    void aTextMadeToExhaustTheParserIsAProblemOfItsLine() {
        refused(FRONT + QUESTION + "<b>".repeat(30_000), 19, "break it up");
        refused(FRONT + QUESTION + "> ".repeat(1_000) + "x", 19, "make it flat");
        refused(FRONT + QUESTION + "* ".repeat(30_000) + "x", 19, "make it flat");
    }

    @Test
    void aliasesInYamlAreRefused() {
        ParsedPack pack = parse(FRONT.replace("order: 3", "order: &a 3\nsummary: *a"));
        assertThat(pack.topic()).isEmpty();
        assertThat(pack.problems()).anyMatch(problem -> problem.line() == 5);
    }

    private static ParsedPack parse(String text) {
        return PackParser.parse(text, "knots.md");
    }

    private static Question only(String text) {
        ParsedPack pack = parse(text);
        assertThat(pack.problems()).isEmpty();
        assertThat(pack.questions()).hasSize(1);
        return pack.questions().get(0);
    }

    private static void refused(String text, int line, String says) {
        ParsedPack pack = parse(text);
        assertThat(pack.questions()).isEmpty();
        assertThat(pack.problems()).anySatisfy(problem -> {
            assertThat(problem.message()).contains(says);
            assertThat(problem.line()).isEqualTo(line);
        });
    }
}
