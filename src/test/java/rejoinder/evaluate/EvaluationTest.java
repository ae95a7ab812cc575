package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.WordOrderEmbedder;
import rejoinder.grade.Grader;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.text.InverseDocumentFrequency;

class EvaluationTest {
    private final Grader grader = new AlignmentGrader(
            new WordOrderEmbedder(),
            GradingPolicy.standard(),
            InverseDocumentFrequency.shipped(),
            Calibration.shipped());

    private static final String TABLE = """
            label\tquestion_id\tquestion\treference\tanswer\tscore
            good\tq1\tWhat is a "heap"?\tA tree with the smallest item on top ||| smallest item first\ta tree with the smallest item on top\t1.0
            bad\tq1\tWhat is a "heap"?\tA tree with the smallest item on top ||| smallest item first\tno idea about that\t0
            half\tq2\tWhy cache?\tto avoid slow repeated work\t"avoid work\t0.5
            """;

    @Test
    void everyRowIsGradedInOrderAndTheListenerHearsOfIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("answers.tsv"), TABLE);
        List<String> heard = new ArrayList<>();
        var report = Evaluation.run(
                GradedSets.read(Selection.all(file)).answers(),
                grader,
                (row, done, total) -> heard.add(row.questionId() + " " + done + "/" + total));
        assertThat(heard).containsExactly("q1 1/3", "q1 2/3", "q2 3/3");
        assertThat(report.rows()).extracting(Evaluation.Row::score).containsExactly(1.0, 0.0, 0.5);
        assertThat(report.rows().get(0).raw()).isGreaterThan(0.99);
        assertThat(report.rows().get(1).grade()).isLessThan(report.rows().get(0).grade());
        assertThat(report.raw().pearson()).isGreaterThan(0.8);
        assertThat(report.grade().n()).isEqualTo(3);
    }

    @Test
    void quotationMarksAreCharactersLikeAnyOther() throws IOException {
        List<GradedAnswer> answers = read(TABLE);
        assertThat(answers.get(0).question()).isEqualTo("What is a \"heap\"?");
        assertThat(answers.get(2).answer()).isEqualTo("\"avoid work");
        assertThat(answers.get(0).references())
                .containsExactly("A tree with the smallest item on top", "smallest item first");
    }

    @Test
    void withoutIdsTheQuestionNamesItself() throws IOException {
        var answers = read("question\treference\tanswer\tscore\nWhy?\tBecause.\tso\t1\n");
        assertThat(answers.get(0).questionId()).isEqualTo("Why?");
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThatThrownBy(() -> read("question\tanswer\tscore\n"))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("lacks reference");
    }

    @Test
    void aScoreThatIsNoneIsNamedWithItsLine() {
        String table = "question\treference\tanswer\tscore\nq\tr\ta\t1\nq\tr\ta\t4.5\n";
        assertThatThrownBy(() -> read(table))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("Line 3")
                .hasMessageContaining("4.5");
    }

    @Test
    void aRowWithTooFewFieldsIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("question\treference\tanswer\tscore\nq\tr\n"))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("Line 2");
    }

    private static List<GradedAnswer> read(String table) throws IOException {
        return AnswerFile.read(new StringReader(table), Selection.all(Path.of("table")));
    }
}
