package rejoinder.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.PackFolder;
import rejoinder.pack.PackParser;

class ImportWriterTest {
    private static final Path DOCUMENTS = Path.of("src/test/resources/rejoinder/intake/documents");

    private final Path folder;

    ImportWriterTest(@TempDir Path temporary) {
        folder = temporary.resolve("packs");
    }

    private static ImportedDocument answers(String text) {
        return DocumentImporter.parse(text, "faq.md");
    }

    @Test
    void anOutlineAndItsAnswersBecomePacksThatLoadWithoutAProblem() throws IOException {
        ImportWriter.Written written = ImportWriter.write(
                List.of(read(DOCUMENTS.resolve("outline.md")), read(DOCUMENTS.resolve("answers.md"))), folder);
        assertThat(written.questions()).isEqualTo(15);
        assertThat(written.selfGraded()).isEqualTo(7);
        assertThat(written.files().stream().map(file -> folder.relativize(file).toString()))
                .containsExactly(
                        "01-knots.md",
                        "02-sails.md",
                        "03-night-fog-everything-that-cannot-see.md",
                        "04-knots-lines.md",
                        "05-weather.md");
        LoadedPacks loaded = PackFolder.read(folder);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.bank().questions()).hasSize(15);
        assertThat(loaded.bank().topics().stream().map(Topic::title)).contains("Knots and lines", "Weather");
        // sections of one title are one topic, whichever document they come from
        assertThat(loaded.bank().questions("sails")).hasSize(5);
    }

    @Test
    void aQuestionWithoutAnAnswerIsSelfGradedAndNothingIsInvented() throws IOException {
        ImportWriter.write(List.of(answers("## What is a bend?\nTwo ropes.\n## What is a hitch?\n")), folder);
        List<Question> questions = PackFolder.read(folder).bank().questions();
        assertThat(questions).extracting(Question::selfGraded).containsExactly(false, true);
        assertThat(questions.get(0).referenceAnswers()).containsExactly(new ReferenceAnswer("", "Two ropes."));
        assertThat(questions)
                .allMatch(question -> question.keyPoints().isEmpty()
                        && question.misconceptions().isEmpty());
        assertThat(questions.get(0).id()).isEqualTo(new QuestionId("faq", "bend"));
    }

    @Test
    void idsAreOfWordsThatTellAndEachIsThereOnce() throws IOException {
        ImportWriter.write(List.of(answers("""
                        ## Blöcke
                        ### What is the purpose of `__init__.py`?
                        a
                        ### What is the purpose of __init__?
                        a
                        ### What is the purpose of the `__init__`?
                        a
                        ### 結び目とは何ですか？
                        a
                        ### What is it?
                        a
                        """)), folder);
        assertThat(PackFolder.read(folder).bank().questions().stream()
                        .map(question -> question.id().toString().replaceFirst("-[0-9a-f]{8}$", "-ID")))
                .containsExactly("blocke/init-py", "blocke/init", "blocke/init-ID", "blocke/q-ID", "blocke/what-is-it");
    }

    @Test
    void aPackIsImportedWithAllItHas() throws IOException {
        String manual = Files.readString(Path.of("content/README.md"));
        int start = manual.indexOf("````markdown\n") + "````markdown\n".length();
        String pack = manual.substring(start, manual.indexOf("````", start));
        ImportWriter.write(List.of(answers(pack)), folder);
        assertThat(PackFolder.read(folder).bank().questions())
                .isEqualTo(PackParser.parse(pack, "x.md").questions());
    }

    @Test
    void anAnswerThatWouldSwallowItsNeighboursIsKeptAsItWasTyped() throws IOException {
        ImportWriter.write(
                List.of(answers("## What is a tag?\nText.\n\n<pre>\nopen\n## What comes next?\nThis.\n")), folder);
        assertThat(PackFolder.read(folder).problems()).isEmpty();
        assertThat(PackFolder.read(folder)
                        .bank()
                        .questions()
                        .get(0)
                        .referenceAnswers()
                        .get(0)
                        .text())
                .contains("<pre>");
    }

    @Test
    void newTopicsFollowThoseThatAreThere() throws IOException {
        ImportWriter.write(List.of(answers("# Knots\n## What is a bend?\na\n## What is a hitch?\nb\n")), folder);
        ImportWriter.write(List.of(answers("# Sails\n## What is a jib?\na\n## What is a main?\nb\n")), folder);
        assertThat(PackFolder.read(folder).bank().topics())
                .extracting(Topic::id, Topic::order)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("knots", 1),
                        org.assertj.core.api.Assertions.tuple("sails", 2));
    }

    @Test
    void aTitleOfMarksOnlyGivesWayToTheNameOfTheFile() throws IOException {
        ImportWriter.write(
                List.of(
                        answers(
                                "# ``\n## What is a bend?\na\n## What is a hitch?\nb\n# A\u2028B \"c\"\n## What is a jib?\nc\n")),
                folder);
        assertThat(PackFolder.read(folder).problems()).isEmpty();
        assertThat(PackFolder.read(folder).bank().topics()).hasSize(2);
    }

    @Test
    void aTopicWithMoreQuestionsThanAPackHoldsBecomesTwo() throws IOException {
        StringBuilder text = new StringBuilder("# Knots\n");
        for (int i = 0; i < 2_010; i++) {
            text.append("- What is knot ").append(i).append("?\n");
        }
        ImportedDocument document = answers(text.toString());
        assertThat(document.questions()).hasSize(2_010);
        assertThat(ImportWriter.write(List.of(document), folder).questions()).isEqualTo(2_010);
        LoadedPacks loaded = PackFolder.read(folder);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.bank().topics()).extracting(Topic::title).containsExactly("Knots", "Knots (2)");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        ImportedDocument document = answers("# Knots\n## What is a bend?\na\n## What is a hitch?\nb\n");
        ImportWriter.write(List.of(document), folder);
        ImportedDocument more = answers("# Sails\n## What is a jib?\na\n## What is a main?\nb\n");
        assertThatThrownBy(() -> ImportWriter.write(List.of(more, document), folder))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessageContaining("the topic 'knots' is in");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws IOException {
        Files.writeString(folder, "x");
        assertThatThrownBy(() -> ImportWriter.write(List.of(answers("## What is a bend?\na\n")), folder))
                .isInstanceOf(NotDirectoryException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void anAnswerThatNoPackCanHoldIsLeftOutWithAWarning() {
        ImportedDocument document =
                answers("## What is a bend?\n" + "word ".repeat(20_000) + "\n## What is a hitch?\nb\n");
        assertThat(document.withAnswer()).isEqualTo(1);
        assertThat(document.warnings())
                .anyMatch(warning -> warning.line() == 2 && warning.message().contains("longer"));
    }

    private static ImportedDocument read(Path file) {
        return new Intake().read("document", file).get(0);
    }
}
