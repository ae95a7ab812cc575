package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts of our own in the forms that the public sets have. */
class GradedSetsTest {
    private static final String SEMEVAL = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <question qtype="Q_EXPLAIN" id="KETTLE_1" module="Kitchen" stype="PREDICT">
              <questionText>Why does the kettle &quot;sing&quot;?</questionText>
              <referenceAnswers>
                <referenceAnswer category="BEST" id="a1" fileID="K1">Small bubbles
                    collapse in the cooler water.</referenceAnswer>
                <referenceAnswer category="MINIMAL" id="a2" fileID="K2">bubbles collapse</referenceAnswer>
              </referenceAnswers>
              <studentAnswers>
                <studentAnswer count="1" answerMatch="a1" id="s1" accuracy="correct">the bubbles &amp; steam collapse</studentAnswer>
                <studentAnswer count="1" id="s2" accuracy="partially_correct_incomplete">there are bubbles</studentAnswer>
                <studentAnswer count="1" id="s3" accuracy="contradictory">no bubbles collapse</studentAnswer>
              </studentAnswers>
            </question>
            """;

    private static final String SAF = """
            <?xml version='1.0' encoding='utf-8'?>
            <question id="3.1" module="TEA">
              <questionText>How long should
            it steep?</questionText>
              <referenceAnswers><referenceAnswer id="TEA_a1">
                Three minutes.
              </referenceAnswer></referenceAnswers>
              <studentAnswers><studentAnswer id="TEA.1">
                <response>three minutes or
                so</response>
                <response_feedback>Right.</response_feedback>
                <score>0.875</score>
                <verification_feedback>Partially correct</verification_feedback></studentAnswer>
              </studentAnswers>
            </question>
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    @Test
    void anXmlFileOfSemevalIsRecognisedWhateverItsName() throws IOException {
        GradedSet set = read(file("answers.txt", "\uFEFF" + SEMEVAL));
        assertThat(set.format()).isEqualTo("SemEval-2013 task 7 XML");
        assertThat(set.fullMarks()).isEqualTo(1);
        assertThat(set.isLabelled()).isTrue();
        List<String> references = List.of("Small bubbles collapse in the cooler water.", "bubbles collapse");
        String question = "Why does the kettle \"sing\"?";
        assertThat(set.answers())
                .containsExactly(
                        new GradedAnswer(
                                "KETTLE_1", question, references, "the bubbles & steam collapse", 1, "correct"),
                        new GradedAnswer(
                                "KETTLE_1",
                                question,
                                references,
                                "there are bubbles",
                                0,
                                "partially_correct_incomplete"),
                        new GradedAnswer("KETTLE_1", question, references, "no bubbles collapse", 0, "contradictory"));
    }

    @Test
    void anXmlFileOfSafHasScoresAndLabels() throws IOException {
        GradedSet set = read(file("saf.xml", SAF));
        assertThat(set.format()).isEqualTo("SAF XML");
        assertThat(set.answers())
                .containsExactly(new GradedAnswer(
                        "3.1",
                        "How long should it steep?",
                        List.of("Three minutes."),
                        "three minutes or so",
                        0.875,
                        "partially correct"));
    }

    @Test
    void aFolderOfXmlFilesIsReadInTheOrderOfTheirNames() throws IOException {
        file("2way/test/b.xml", SEMEVAL.replace("KETTLE_1", "B"));
        file("2way/test/a.xml", SEMEVAL.replace("KETTLE_1", "A"));
        file("2way/readme.txt", "not read");
        assertThat(read(folder).answers())
                .extracting(GradedAnswer::questionId)
                .containsExactly("A", "A", "A", "B", "B", "B");
    }

    @Test
    void aFileThatReachesOutsideItselfIsRefused() throws IOException {
        Path secret = file("secret.txt", "the secret");
        String outside = "<!DOCTYPE question [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>\n";
        Path evil = file(
                "evil.xml", outside + SAF.substring(SAF.indexOf("<question")).replace("Right.", "&x;"));
        assertThatThrownBy(() -> read(evil))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("evil.xml:")
                .hasMessageContaining("DOCTYPE");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            </questionText>           | </questiontext>     | :4:  | not readable XML
            <score>0.875</score>      | <score>7</score>    | :12: | from 0 to 1
            <score>0.875</score>      | ''                  | :13: | neither an attribute accuracy nor a <score>
            <referenceAnswer id="TEA_a1"> | <other>         | :7:  | not readable XML
            """)
    void whatIsWrongWithAnXmlFileIsToldWithItsLine(String old, String text, String line, String says)
            throws IOException {
        Path broken = file("broken.xml", SAF.replace(old, text));
        assertThatThrownBy(() -> read(broken))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("broken.xml" + line)
                .hasMessageContaining(says);
    }

    @Test
    void xmlWithoutQuestionsAndAFolderWithoutXmlAreRefused() throws IOException {
        Path other = file("x/other.xml", "<html/>");
        assertThatThrownBy(() -> read(other)).hasMessageContaining("no <question>");
        Files.delete(other);
        assertThatThrownBy(() -> read(folder)).hasMessageContaining("neither a file *.xml nor raw/questions");
        Path none = file("none.tsv", "question\treference\tanswer\tscore\n");
        assertThatThrownBy(() -> read(none)).hasMessageContaining("holds no graded answer");
    }

    private void mohler() throws IOException {
        file("data/raw/questions", "1.1 What is a kettle for?\n1.2\tWhat is tea?\n9.9 Never graded?\n");
        file("data/raw/answers", "1.1 It boils water.\n1.2 Leaves in hot water.\n9.9 None.\n");
        Files.write(
                folder.resolve("data/raw/1.1"),
                "1.1\tboils water<br>\n\n1.1 for caf\u00e9s\n".getBytes(StandardCharsets.ISO_8859_1));
        file("data/raw/1.2", "1.2 leaves\n");
        file("data/raw/9.9", "9.9 none\n");
        file("data/scores/1.1/ave", "5\n2.5\n");
        file("data/scores/1.2/ave", "4.25\n");
    }

    @Test
    void theFolderOfMohlersSetIsReadWithItsMeanScoresAndItsScale() throws IOException {
        mohler();
        for (Path root : List.of(folder, folder.resolve("data"))) {
            GradedSet set = read(root);
            assertThat(set.format()).isEqualTo("Mohler 2011, version 2.0");
            assertThat(set.fullMarks()).isEqualTo(5);
            assertThat(set.isLabelled()).isFalse();
            List<String> boils = List.of("It boils water.");
            assertThat(set.answers())
                    .containsExactly(
                            new GradedAnswer("1.1", "What is a kettle for?", boils, "boils water", 1, ""),
                            new GradedAnswer("1.1", "What is a kettle for?", boils, "for caf\u00e9s", 0.5, ""),
                            new GradedAnswer(
                                    "1.2", "What is tea?", List.of("Leaves in hot water."), "leaves", 0.85, ""));
        }
    }

    @Test
    void theListOfGradedQuestionsIsFollowedIfItIsThere() throws IOException {
        mohler();
        file("data/docs/files", "# graded\n1.2\n");
        assertThat(read(folder).answers()).extracting(GradedAnswer::questionId).containsExactly("1.2");
    }

    @Test
    void answersWithoutTheirScoresAreRefusedWithTheQuestion() throws IOException {
        mohler();
        file("data/scores/1.1/ave", "5\n");
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("Question 1.1 has 2 answers")
                .hasMessageContaining("1 scores");
        file("data/scores/1.1/ave", "5\n6\n");
        assertThatThrownBy(() -> read(folder)).hasMessageContaining("Score 2 in scores/1.1/ave is '6'");
    }

    private static GradedSet read(Path source) throws IOException {
        return GradedSets.read(Selection.all(source));
    }
}
