package rejoinder.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.bank.Question;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.PackFolder;

/** Every kind of document that people keep questions in, one sample each, with what comes in written beside it. */
class KindsOfDocumentsTest {
    private static final Path KINDS = Path.of("src/test/resources/rejoinder/intake/kinds");

    static List<String> samples() {
        try (Stream<Path> files = Files.list(KINDS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".expected"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImportedDocument read(String name) {
        return new Intake().read(List.of(KINDS.resolve(name))).get(0);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aKindComesInWholeAndInItsOrder(String name) throws IOException {
        ImportedDocument document = read(name);
        String found = document.questions().stream()
                .map(question -> question.line() + " | " + ImportWriter.topicOf(document, question) + " | "
                        + question.prompt() + " | " + oneLine(question.context()) + " | " + oneLine(question.answer())
                        + (question.followUps().isEmpty() ? "" : " | then " + String.join(" ", question.followUps()))
                        + "\n")
                .collect(Collectors.joining());
        assertThat(found).isEqualTo(Files.readString(KINDS.resolve(name + ".expected")));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void noFurnitureReachesAReferenceOrAPoint(String name) {
        ImportedDocument document = read(name);
        ProposedPoints points = new ProposedPoints(document.questions());
        for (ImportedQuestion question : document.questions()) {
            String prose = question.answer().replaceAll("(?s)```.*?```|`[^`]*`", "");
            assertThat(prose)
                    .doesNotContainPattern(
                            "https?://|(?<!!\\[[^\\]]{0,99})]\\(|(?i)<(?:br|img|b|div|a|p|td|tr)\\b|back to top|answer here|todo|useful links");
            points.of(question)
                    .forEach(point -> assertThat(point.statement())
                            .doesNotContainPattern("https?://|]\\(|(?i)back to top|answer:|todo"));
        }
    }

    private static String oneLine(String text) {
        return text.replace("\n", "⏎");
    }

    @ParameterizedTest
    @ValueSource(strings = {"18-list-of-links.md", "70-glossary-with-definitions.md", "71-readme-of-a-program.md"})
    void whatHoldsNoQuestionSaysWhy(String name) {
        ImportedDocument document = read(name);
        assertThat(document.questions()).isEmpty();
        assertThat(document.warnings())
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).containsAnyOf("a list of links", "No question was recognised"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"62-links-only-answers.md", "63-picture-only-answer.md"})
    void anAnswerThatOnlyLeadsAwayIsShownAndMarkedByTheCandidate(String name, @TempDir Path folder) throws IOException {
        ImportedDocument document = read(name);
        ImportedQuestion leading = document.questions().get(0);
        assertThat(Letters.withoutGrader(leading).letter()).isEqualTo(Letter.Kind.C);
        assertThat(Letters.withoutGrader(document.questions().get(1)).letter()).isEqualTo(Letter.Kind.OPEN);
        ImportWriter.write(List.of(document), folder.resolve("packs"));
        List<Question> questions =
                PackFolder.read(folder.resolve("packs")).bank().questions();
        assertThat(questions).extracting(Question::selfGraded).containsExactly(true, false);
        assertThat(questions.get(0).referenceAnswers()).isEmpty();
        assertThat(questions.get(0).sources()).hasSameSizeAs(leading.sources());
        assertThat(Files.readString(folder.resolve("packs")
                        .resolve("01-" + questions.get(0).id().topic() + ".original.txt")))
                .containsAnyOf("https://ropes.example/splice", "rig.png");
    }

    @Test
    void aLinkLeavesItsWordsAndBecomesASource() {
        ImportedQuestion beacon =
                read("09-links-keep-their-words.md").questions().get(0);
        assertThat(beacon.sources()).extracting(source -> source.url()).contains("https://lights.example/beacon");
        assertThat(beacon.original()).contains("https://lights.example/beacon");
    }

    @Test
    void whatTheDocumentNamesAsWorthHearingAreProposedPoints() {
        ImportedQuestion reckoning =
                read("16-one-question-a-file.md").questions().get(0);
        assertThat(reckoning.points())
                .extracting(point -> point.statement())
                .containsExactly("Errors grow with every hour");
        assertThat(reckoning.tags()).containsExactly("navigation");
        assertThat(reckoning.sources()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"10-russian.md", "11-chinese.md", "30-short-answers.md"})
    void whatTheModelCannotJudgeIsForTheCandidate(String name) {
        assertThat(read(name).questions())
                .allMatch(question -> Letters.withoutGrader(question).letter() == Letter.Kind.C);
    }

    @Test
    void aFormulaIsSaidAndNotMarked() {
        ImportedDocument document = read("34-formula.md");
        assertThat(document.warnings()).extracting(ImportWarning::line).containsExactly(3);
        assertThat(document.warnings().get(0).message()).startsWith("A formula is shown as it is typed");
        assertThat(Letters.withoutGrader(document.questions().get(0)).letter()).isEqualTo(Letter.Kind.C);
    }

    @Test
    void aQuestionThatOnlyPointsAtItsCodeHasAnIdOfThatCode() {
        List<String> both = ids(read("33-same-words.md").questions());
        List<String> second = ids(read("33-same-words.md").questions().subList(1, 2));
        assertThat(both).doesNotHaveDuplicates();
        assertThat(second).containsExactly(both.get(1));
    }

    private static List<String> ids(List<ImportedQuestion> questions) {
        Slugs slugs = new Slugs();
        return questions.stream()
                .map(question -> slugs.of(question.prompt(), question.answer()))
                .toList();
    }
}
