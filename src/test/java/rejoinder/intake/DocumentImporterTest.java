package rejoinder.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

class DocumentImporterTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/rejoinder/intake/documents");

    @Test
    void anOutlineIsTopicsWithQuestions() {
        ImportedDocument document = read(DOCUMENTS.resolve("outline.md"));
        assertThat(document.shape()).isEqualTo(DocumentShape.OUTLINE);
        assertThat(document.sections())
                .containsExactly("Knots", "Sails", "Night and Fog (and everything that you cannot see)");
        assertThat(document.questions())
                .extracting(ImportedQuestion::section, ImportedQuestion::prompt, ImportedQuestion::line)
                .containsExactly(
                        tuple("Knots", "What is a bowline for?", 4),
                        tuple("Knots", "Explain the difference between a hitch and a bend.", 5),
                        tuple("Knots", "What are **stoppers** and **whippings**?", 6),
                        tuple("Sails", "How do you reef a mainsail?", 9),
                        tuple("Sails", "Which sails can a sloop carry?", 10),
                        tuple("Sails", "What is the purpose of the `tack` (the corner)?", 12),
                        tuple(
                                "Night and Fog (and everything that you cannot see)",
                                "How would you signal in fog?",
                                15));
        assertThat(document.withAnswer()).isZero();
        assertThat(document.warnings()).extracting(ImportWarning::line).containsExactly(11);
    }

    @Test
    void headingsAndMarkedBlocksAreReadFromOneDocument() {
        ImportedDocument document = read(DOCUMENTS.resolve("answers.md"));
        assertThat(document.shape()).isEqualTo(DocumentShape.QUESTIONS_AND_ANSWERS);
        assertThat(document.questions())
                .extracting(ImportedQuestion::section, ImportedQuestion::prompt, ImportedQuestion::line)
                .containsExactly(
                        tuple("Knots and lines", "What is the difference between a hitch and a bend?", 3),
                        tuple("Knots and lines", "What is the purpose of the `__bitter__` end?", 13),
                        tuple("Knots and lines", "Explain the term \"lay\" of a rope", 24),
                        tuple("Knots and lines", "Does a wet rope always hold worse than a dry one?", 31),
                        tuple("Sails", "What is a sail made of?", 41),
                        tuple("Sails", "What does `reef` mean?", 50),
                        tuple("Weather", "What is a front?", 57),
                        tuple("Weather", "Explain \"veering\".", 62));
        assertThat(document.withAnswer()).isEqualTo(8);
        assertThat(document.warnings()).extracting(ImportWarning::line).containsExactly(31);
        assertThat(document.questions().get(0).answer())
                .isEqualTo(
                        "A hitch ties a rope to a thing. A bend joins two ropes.\n\n```text\n# no heading\nrope --- post\n```");
        assertThat(document.questions().get(1).answer()).endsWith("##### Aside\n\nOld ships called the post a bitt.");
        assertThat(document.questions().get(3).answer())
                .isEqualTo("No, it depends on the fibre. But why does this matter?\n\nBecause sailors sleep on it.");
        assertThat(document.questions().get(4).answer())
                .isEqualTo("- Of cloth, mostly polyester.\n- Racing sails use film.\n  ```text\n  film | cloth\n  ```");
        assertThat(document.questions().get(7).answer())
                .isEqualTo("- The wind turns clockwise.\n  - So the day brightens.\n- Mostly after a front.");
    }

    @Test
    void theShapeIsRecognisedByContentAndNotByName(@TempDir Path folder) throws IOException {
        Path renamed = Files.copy(DOCUMENTS.resolve("answers.md"), folder.resolve("outline.txt"));
        assertThat(read(renamed).shape()).isEqualTo(DocumentShape.QUESTIONS_AND_ANSWERS);
    }

    @Test
    void aPackIsRecognised() {
        ImportedDocument document = parse("""
                ---
                topic: knots
                title: Knots
                order: 1
                ---
                ## What is a bowline?
                ```yaml
                id: bowline
                difficulty: junior
                minutes: 1
                ```
                ### Reference answer
                A loop.
                ## And this?
                """);
        assertThat(document.shape()).isEqualTo(DocumentShape.PACK);
        assertThat(document.questions())
                .containsExactly(new ImportedQuestion("Knots", "What is a bowline?", "A loop.", 6));
        assertThat(document.warnings()).isNotEmpty().allMatch(warning -> warning.line() == 14);
        assertThat(document.pack()).isPresent();
    }

    @Test
    void frontMatterOfAnotherToolIsPassedOver() {
        ImportedDocument document =
                parse("---\nlayout: post\ntags: [a]\n---\n# FAQ\n\n## What is it?\nThis.\n## Why is that?\nSo.\n");
        prompts(document, "What is it?", "Why is that?");
        assertThat(document.questions().get(0).line()).isEqualTo(7);
    }

    @Test
    void numberedHeadingsWithLinksAndAContentsListAreQuestions() {
        ImportedDocument document = parse("""
                # Sailing questions
                Some words before.

                ## Table of contents
                1. [What is a keel?](#1-what-is-a-keel)
                2. [Rudder](#2-rudder)

                ## Hull
                ### 1. [What is a keel?](#top)
                A fin below the hull.

                **[⬆ Back to Top](#table-of-contents)**
                ### 2) Rudder
                It steers.

                ---
                ### Q3: **How deep is the draught**?
                As deep as the keel.
                ## References
                ### Why read on?
                Because.
                """);
        prompts(document, "What is a keel?", "Rudder", "**How deep is the draught**?", "Why read on?");
        assertThat(document.questions().get(0).answer()).isEqualTo("A fin below the hull.");
        assertThat(document.questions().get(1).answer()).isEqualTo("It steers.");
        assertThat(document.sections()).containsExactly("Hull", "References");
        assertThat(document.warnings()).extracting(ImportWarning::line).contains(13);
    }

    @Test
    void questionAndAnswerMarksStandInManyForms() {
        ImportedDocument document = parse("""
                ## Rigging

                Q: What is a shroud?
                A: A wire that holds the mast sideways.

                **Q2. What is a stay?**

                A wire that holds it fore and aft.

                **Question 3:** What is a spreader?

                **Answer:** A strut
                on the mast.

                - **Q: What is a turnbuckle?**
                - **A:** A screw that tightens a wire.

                Q-flags are yellow.

                Question: Is a boom
                part of the rigging?
                Answer: Yes.
                """);
        prompts(
                document,
                "What is a shroud?",
                "What is a stay?",
                "What is a spreader?",
                "What is a turnbuckle?",
                "Is a boom part of the rigging?");
        assertThat(document.questions())
                .extracting(ImportedQuestion::answer)
                .containsExactly(
                        "A wire that holds the mast sideways.",
                        "A wire that holds it fore and aft.",
                        "A strut\non the mast.",
                        "A screw that tightens a wire.\n\nQ-flags are yellow.",
                        "Yes.");
        assertThat(document.sections()).containsExactly("Rigging");
    }

    @Test
    void aHeadingThatOnlyCountsTakesItsQuestionFromTheNextParagraph() {
        ImportedDocument document = parse("""
                ### Question 1

                What holds a boat upright?

                #### Answer

                Its keel.

                ### Question 2

                What steers it?

                #### Answer

                Its rudder.
                """);
        prompts(document, "What holds a boat upright?", "What steers it?");
        assertThat(document.questions())
                .extracting(ImportedQuestion::answer)
                .containsExactly("Its keel.", "Its rudder.");
    }

    @Test
    void boldQuestionsAreQuestions() {
        ImportedDocument document = parse("""
                # Wind

                **1. What is a gust?**

                A short, strong wind.

                1. strong
                2. short

                **What is a lull?** A short calm.

                ## Sea

                **What is a swell?**
                Waves from far away.
                """);
        prompts(document, "What is a gust?", "What is a lull?", "What is a swell?");
        assertThat(document.questions())
                .extracting(ImportedQuestion::answer)
                .containsExactly(
                        "A short, strong wind.\n\n1. strong\n2. short", "A short calm.", "Waves from far away.");
        assertThat(document.sections()).containsExactly("Wind", "Sea");
    }

    @Test
    void numberedQuestionsWithAnswersInsideOrOutsideTheItemAreQuestions() {
        ImportedDocument document = parse("""
                ## Anchors

                1. **What is a kedge?**

                   A light anchor.

                2. What is a fluke?
                   The part that digs in.

                3. What is scope?

                It is chain length over depth.

                4. **What is a bight?** - A bend of the rope.
                """);
        prompts(document, "What is a kedge?", "What is a fluke?", "What is scope?", "What is a bight?");
        assertThat(document.questions())
                .extracting(ImportedQuestion::answer)
                .containsExactly(
                        "A light anchor.",
                        "The part that digs in.",
                        "It is chain length over depth.",
                        "A bend of the rope.");
        assertThat(document.shape()).isEqualTo(DocumentShape.QUESTIONS_AND_ANSWERS);
    }

    @Test
    void foldedAnswersAreRead() {
        ImportedDocument document = parse("""
                ## Lights

                ### What does a red light show?

                <details>
                <summary>Answer</summary>

                The port side.

                </details>

                ### What does a green light show?

                <details><summary><b>Show answer</b></summary>
                <p>

                Starboard.

                </p>
                </details>
                """);
        prompts(document, "What does a red light show?", "What does a green light show?");
        assertThat(document.questions())
                .extracting(ImportedQuestion::answer)
                .containsExactly("The port side.", "Starboard.");
    }

    @Test
    void aTableOfQuestionsAndAnswersIsRead() {
        ImportedDocument document = parse("""
                ## Tides

                | # | Question | Answer |
                |---|----------|--------|
                | 1 | What is slack water? | When the `stream` stops. |
                | 2 | What is a neap? | A small tide. |
                """);
        prompts(document, "What is slack water?", "What is a neap?");
        assertThat(document.questions().get(0).answer()).isEqualTo("When the `stream` stops.");
        assertThat(document.questions().get(1).line()).isEqualTo(6);
    }

    @Test
    void outlinesHaveManyForms() {
        ImportedDocument headings =
                parse("# All\n## Knots\n- What is a bend?\n- Name a hitch\n## Sails\n1. How do you reef?\n2. Why?\n");
        assertThat(headings.shape()).isEqualTo(DocumentShape.OUTLINE);
        assertThat(headings.sections()).containsExactly("Knots", "Sails");
        assertThat(headings.questions()).hasSize(4);

        ImportedDocument nested =
                parse("- Knots\n  - What is a bend?\n  - What is a hitch?\n- Sails\n  - How do you reef?\n");
        assertThat(nested.sections()).containsExactly("Knots", "Sails");
        assertThat(nested.questions()).hasSize(3);

        ImportedDocument bold =
                parse("**Knots**\n\n* What is a bend?\n* What is a hitch?\n\n**Sails**\n\n* How do you reef?\n");
        assertThat(bold.sections()).containsExactly("Knots", "Sails");
        assertThat(bold.questions()).hasSize(3);

        ImportedDocument onlyHeadings = parse("# Knots\n### What is a bend?\n### What is a hitch?\n");
        assertThat(onlyHeadings.shape()).isEqualTo(DocumentShape.OUTLINE);
        assertThat(onlyHeadings.sections()).containsExactly("Knots");
        assertThat(onlyHeadings.questions()).hasSize(2);
    }

    @Test
    void questionsBelowAQuestionAreItsFollowUps() {
        ImportedDocument document =
                parse("- What is a bend?\n  - How does it differ from a hitch?\n- What is a splice?\n");
        prompts(document, "What is a bend?", "What is a splice?");
        assertThat(document.questions().get(0).followUps()).containsExactly("How does it differ from a hitch?");
    }

    @Test
    void questionsThatAnAnswerAsksStayInIt() {
        ImportedDocument document = parse("""
                ## How do you choose an anchor?
                Ask yourself:
                - Is the ground sand?
                - How deep is it?

                But what happens if the wind turns?

                Then it must set again.

                What does this mean for you in practice?

                Take a bigger one.
                ## What is a chain for?
                Weight.
                """);
        prompts(document, "How do you choose an anchor?", "What is a chain for?");
        assertThat(document.warnings()).isEmpty();
    }

    @Test
    void questionsOfOtherLanguagesAreKnownByTheirMark() {
        prompts(
                parse("## Was ist ein Palstek?\nEine Schlinge.\n\n## 結び目とは何ですか？\nひもを結ぶもの。\n"),
                "Was ist ein Palstek?",
                "結び目とは何ですか？");
    }

    @Test
    void tagsThatAreAskedAboutStayAndThoseThatLayOutGo() {
        prompts(
                parse("""
                - How do you centre `<img>` upright?
                - What does `<a>` do without `href`?
                - <b>What</b> is <em>emphasis</em>?<br>
                - What does <b> mean today?
                """),
                "How do you centre `<img>` upright?",
                "What does `<a>` do without `href`?",
                "What is emphasis?",
                "What does <b> mean today?");
        prompts(
                parse(
                        "- [How do you centre `<img>`?](https://example.org/issues/1)\n- [What does `<a>` do?](https://example.org/issues/2)\n"),
                "How do you centre `<img>`?",
                "What does `<a>` do?");
        prompts(
                parse(
                        "## <a name=\"p\"></a>What is `<p>` for?\n\nA paragraph.\n\n## What is `<i>`?\n\nIt sets a term apart.\n"),
                "What is `<p>` for?",
                "What is `<i>`?");
    }

    @Test
    void anAddressInCodeIsPartOfTheCode() {
        prompts(
                parse("""
                        ## A log says <code>GET http://hut.example/door failed</code>. What do you try first?

                        Knock, see http://hut.example/knock.

                        ## What does `curl http://hut.example` print?

                        The door's name.
                        """),
                "A log says `GET http://hut.example/door failed`. What do you try first?",
                "What does `curl http://hut.example` print?");
    }

    @Test
    void aQuestionWhoseCodeIsInItsAnswerGetsAWarning() {
        ImportedDocument document = parse("""
                ## What is the output of the following code?

                ```python
                print(2 * 3)
                ```

                It prints 6.

                ## How do you print a product?

                ```python
                print(2 * 3)
                ```
                """);
        assertThat(document.warnings())
                .extracting(ImportWarning::line, ImportWarning::message)
                .containsExactly(
                        tuple(
                                1,
                                "The question speaks of code, and its answer begins with code; move the code up to the question if it belongs there."));
    }

    @Test
    void aSingleQuestionIsADocumentToo() {
        prompts(parse("# What is a tide?\n\nThe sea rising and falling.\n"), "What is a tide?");
    }

    @Test
    void aQuestionWithoutAnAnswerIsKeptWithAWarning() {
        ImportedDocument document =
                parse("## What is a bend?\nTwo ropes.\n## What is a hitch?\n## What is a bight?\nA curve.\n");
        assertThat(document.questions()).hasSize(3);
        assertThat(document.withAnswer()).isEqualTo(2);
        assertThat(document.warnings())
                .containsExactly(new ImportWarning(3, "This question has no answer; it is imported as self-graded."));
    }

    @Test
    void theSameQuestionTwiceIsImportedTwiceWithAWarning() {
        ImportedDocument document = parse("## What is a bend?\nTwo ropes.\n## What is a Bend?\nA knot.\n");
        assertThat(document.questions()).hasSize(2);
        assertThat(document.warnings()).extracting(ImportWarning::line).containsExactly(3);
    }

    @Test
    void aFenceThatIsNeverClosedIsClosedWithAWarning() {
        ImportedDocument document = parse("## What is a bend?\nTwo.\n## What is a hitch?\n\n```text\n## What?\n");
        assertThat(document.questions()).hasSize(2);
        assertThat(document.questions().get(1).answer()).isEqualTo("```text\n## What?\n```");
        assertThat(document.warnings()).extracting(ImportWarning::line).containsExactly(5);
    }

    @Test
    void windowsLineEndsAndAByteOrderMarkChangeNothing() throws IOException {
        String text = Files.readString(DOCUMENTS.resolve("answers.md"));
        assertThat(parse("\uFEFF" + text.replace("\n", "\r\n"))).isEqualTo(parse(text));
    }

    @Test
    void whatCannotBeReadIsUnknownWithTheReason(@TempDir Path folder) throws IOException {
        unknown(new Intake().read(List.of(folder)).get(0), 1, "holds no file");
        unknown(read(folder.resolve("none.md")), 1, "no such file");
        Path broken = Files.write(folder.resolve("broken.md"), new byte[] {'a', '\n', (byte) 0xFF});
        unknown(read(broken), 2, "UTF-8");
        Path nul = Files.writeString(folder.resolve("nul.md"), "a\n\nb\0");
        unknown(read(nul), 3, "NUL");
        unknown(parse(" \n"), 1, "empty");
        unknown(parse("Just some prose.\n\n- and\n- a list\n"), 1, "No question was recognised");
        unknown(parse("# Q\n\n" + "[".repeat(50_000)), 3, "break it up");
        unknown(parse("---\n".repeat(50_000)), 1, "No question was recognised");
    }

    private static ImportedDocument parse(String text) {
        return DocumentImporter.parse(text, "document.md");
    }

    private static void prompts(ImportedDocument document, String... prompts) {
        assertThat(document.questions())
                .extracting(ImportedQuestion::prompt)
                .containsExactlyElementsOf(List.of(prompts));
    }

    private static void unknown(ImportedDocument document, int line, String says) {
        assertThat(document.shape()).isEqualTo(DocumentShape.UNKNOWN);
        assertThat(document.questions()).isEmpty();
        assertThat(document.warnings()).anySatisfy(warning -> {
            assertThat(warning.line()).isEqualTo(line);
            assertThat(warning.message()).contains(says);
        });
    }

    private static ImportedDocument read(Path file) {
        return new Intake().read("document", file).get(0);
    }
}
