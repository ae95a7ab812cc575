package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectionTest {
    private static final String TABLE = """
            # In an answer, \\n stands for a line break.
            question\treference\tanswer\tscore\tlabel\thalf
            q\tr\tone\\ntwo\t1\tfull\tdev
            q\tr\tthree\t0\tEcho\ttest
            q\tr\tfour\t0\tfull\ttest
            """;

    @TempDir
    private Path folder;

    private List<String> answers(String conditions) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.tsv"), TABLE);
        return GradedSets.read(Selection.parse(file + conditions)).answers().stream()
                .map(GradedAnswer::answer)
                .toList();
    }

    @Test
    void withoutConditionsEveryAnswerIsMeant() throws IOException {
        assertThat(answers("")).containsExactly("one\ntwo", "three", "four");
    }

    @Test
    void allConditionsMustHoldAndCapitalsDoNotMatter() throws IOException {
        assertThat(answers("#half=test")).containsExactly("three", "four");
        assertThat(answers("#half=TEST,class!=echo")).containsExactly("four");
    }

    @Test
    void aBackslashIsACharacterUnlessTheFileSaysOtherwise() throws IOException {
        Path file = Files.writeString(folder.resolve("plain.tsv"), TABLE.substring(TABLE.indexOf("question")));
        assertThat(GradedSets.read(Selection.all(file)).answers().get(0).answer())
                .isEqualTo("one\\ntwo");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() {
        assertThatThrownBy(() -> answers("#split=train"))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageEndingWith(
                        "answers.tsv: There is no column split to choose by; there are answer, half, label, question, reference, score.");
    }

    @Test
    void whatIsNoConditionIsNamed() {
        assertThatThrownBy(() -> answers("#half"))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("'half'")
                .hasMessageContaining("COLUMN=VALUE");
    }

    @Test
    void conditionsThatNothingMeetsAreTold() {
        assertThatThrownBy(() -> answers("#half=nothing")).hasMessageContaining("#half=nothing holds no graded answer");
    }

    @Test
    void aFileWithTheMarkInItsNameIsFound() throws IOException {
        Path file = Files.writeString(folder.resolve("c#basics.tsv"), TABLE);
        assertThat(GradedSets.read(Selection.parse(file.toString())).answers()).hasSize(3);
        assertThat(GradedSets.read(Selection.parse(file + "#half=dev")).answers())
                .hasSize(1);
    }

    @Test
    void filesInXmlAreChosenFromByClassAlone() throws IOException {
        Path file = Files.writeString(folder.resolve("q.xml"), """
                <question id="q1"><questionText>Why?</questionText>
                <referenceAnswers><referenceAnswer>Because.</referenceAnswer></referenceAnswers>
                <studentAnswers><studentAnswer accuracy="correct">so</studentAnswer>
                <studentAnswer accuracy="incorrect">no</studentAnswer></studentAnswers></question>
                """);
        assertThat(GradedSets.read(Selection.parse(file + "#class=correct")).answers())
                .extracting(GradedAnswer::answer)
                .containsExactly("so");
        assertThatThrownBy(() -> GradedSets.read(Selection.parse(file + "#split=train")))
                .hasMessageContaining("question_id and class");
    }
}
