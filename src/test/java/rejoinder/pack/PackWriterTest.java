package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.bank.Difficulty;
import rejoinder.bank.FollowUp;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.bank.Topic;

class PackWriterTest {
    private static final Topic KNOTS = new Topic("knots", "Knots: \"bends\" & hitches #1", 7, "yes");

    private static Question question(String prompt, String context, String answer) {
        return new Question(
                new QuestionId("knots", "q"),
                prompt,
                context,
                Difficulty.SENIOR,
                Duration.ofMinutes(12),
                List.of("rope", "null", "C++", "a, b"),
                List.of(new ReferenceAnswer("full", answer), new ReferenceAnswer("", "Short.")),
                List.of(
                        new KeyPoint("holds", 3, "It holds: always (really).", List.of("it does not slip", "(2): odd")),
                        new KeyPoint("unties", 1, "It comes undone easily.", List.of()),
                        new KeyPoint(
                                "prints",
                                2,
                                true,
                                "It prints.",
                                List.of("said"),
                                "the output",
                                "Does it print?",
                                List.of("[1, 'a']", "`x` y"))),
                List.of(
                        new Misconception("holds", "It slips: at once.", "It does not.", List.of("It never slips.")),
                        new Misconception("unties", "It jams.", "")),
                new FollowUp(
                        "And **then**?\n\n```text\nrope\n```",
                        "It holds.",
                        List.of(new KeyPoint("then", 1, "It holds.", List.of()))),
                List.of(
                        new Source("The [Ashley] Book `of` *Knots*", "https://example.org/a_(b)?c=d&e=f"),
                        new Source("Plain", "http://example.org")),
                List.of(),
                false,
                List.of(new KeyPoint("offered", 2, "It is tied quickly.", List.of())));
    }

    private static void staysTheSame(Question question) {
        ParsedPack again = PackParser.parse(PackWriter.write(KNOTS, List.of(question)), "knots.md");
        assertThat(again.problems()).isEmpty();
        assertThat(again.topic()).contains(KNOTS);
        assertThat(again.questions()).containsExactly(question);
    }

    @Test
    void aQuestionWithEverythingIsReadBackAsItWas() {
        staysTheSame(question(
                "What is `a < b` **for**?",
                "    indented\n\ntext",
                "One.\n\n#### More\n\n- a\n\n  b\n\n```text\n## x\n```"));
    }

    @Test
    void aSelfGradedQuestionIsReadBackAsItWas() {
        staysTheSame(new Question(
                new QuestionId("knots", "q"),
                "Tie one.",
                "",
                Difficulty.JUNIOR,
                Duration.ofMinutes(1),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "",
                List.of(),
                true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Explain C #",
                "# what?",
                "1. What?",
                "- a",
                "Is it `#`?",
                "What is עברית 🪢?",
                "a\\",
                "> b",
                "Why ##"
            })
    void promptsOfAllKindsAreReadBackAsTheyWere(String prompt) {
        staysTheSame(question(prompt, "", "Yes."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "open\n\n```text\nx",
                "a\n\n## Heading",
                "a\n\n### Heading",
                "a\n===",
                "<script>\nx",
                "a\0b",
            })
    void aTextThatWouldBeReadInAnotherWayIsRefused(String answer) {
        assertThatThrownBy(() ->
                        PackWriter.write(KNOTS, List.of(question("What?", "", answer), question("And?", "", "x"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot be written as a pack");
    }

    @Test
    void whateverIsWrittenIsReadBackAsItWas() {
        String[] parts = {
            "a", " ", "\n", "\n\n", "#", "`", "```", "-", "*", ":", "\"", "'", "\\", "[x](y)", "<b>", "1.", "|", "é",
            "{", "&amp;", "%", "@"
        };
        SplittableRandom dice = new SplittableRandom(20);
        int written = 0;
        for (int i = 0; i < 400; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int n = dice.nextInt(1, 9); n > 0; n--) {
                text.append(parts[dice.nextInt(parts.length)]);
            }
            String markdown = text.append("y").toString();
            Question question = question(MarkdownText.oneLine(markdown), markdown, markdown);
            try {
                String pack =
                        PackWriter.write(new Topic("knots", MarkdownText.oneLine(markdown), 1, ""), List.of(question));
                assertThat(PackParser.parse(pack, "knots.md").questions()).containsExactly(question);
                written++;
            } catch (IllegalArgumentException refused) {
                assertThat(refused).hasMessageContaining("cannot be written as a pack");
            }
        }
        assertThat(written).isGreaterThan(200);
    }

    @Test
    void everyShippedPackIsReadBackAsItWas() {
        LoadedPacks shipped = PackFolder.shipped();
        for (Topic topic : shipped.bank().topics()) {
            // the statements lie in a table beside the pack
            List<Question> questions = shipped.bank().questions(topic.id()).stream()
                    .map(question -> question.withStatements(List.of()))
                    .toList();
            ParsedPack again = PackParser.parse(PackWriter.write(topic, questions), "again.md");
            assertThat(again.topic()).contains(topic);
            assertThat(again.questions()).isEqualTo(questions);
        }
    }
}
