package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.SharedBank;
import rejoinder.WordOrderEmbedder;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Statement;
import rejoinder.evaluate.PointFit.Labelled;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.grader.PointJudge.Judged;
import rejoinder.text.InverseDocumentFrequency;

class JudgedPointsTest {
    private static final String ID = "data-structures/tuple-vs-list";
    private static final Question QUESTION =
            SharedBank.bank().question(QuestionId.parse(ID).orElseThrow()).orElseThrow();
    private static final String POINT = QUESTION.keyPoints().get(0).id();

    @TempDir
    private Path folder;

    private static AlignmentGrader grader() {
        return new AlignmentGrader(
                new WordOrderEmbedder(),
                GradingPolicy.standard(),
                InverseDocumentFrequency.shipped(),
                Calibration.shipped());
    }

    private List<Labelled> read(String... rows) throws IOException {
        Path answers = folder.resolve("answers.tsv");
        Files.writeString(
                answers,
                "question_id\tquestion\treference\tanswer\tscore\n" + ID + "\tq\tr\ta list can be changed in place\t1\n"
                        + ID + "\tq\tr\ta tuple can not\t0.5\n");
        Path points = folder.resolve("points.tsv");
        Files.writeString(points, String.join("\n", rows) + "\n");
        return JudgedPoints.read(Selection.parse(answers.toString()), points, id -> QUESTION, grader());
    }

    @Test
    void eachRowIsAPointOfItsAnswerWithWhatAPersonSaid() throws IOException {
        List<Labelled> points = read(
                "answer\tquestion_id\tkey_point\tjudged",
                "1\t" + ID + "\t" + POINT + "\tmade",
                "2\t" + ID + "\t" + POINT + "\tnot-said");
        assertThat(points).extracting(Labelled::judged).containsExactly(Judged.MADE, Judged.NOT_SAID);
        assertThat(points).extracting(Labelled::weight).containsOnly(1.0);
        assertThat(points).extracting(point -> point.signals().keyPoint()).containsOnly(POINT);
    }

    @Test
    void aRowThatIsWrongIsToldWithItsFileAndLine() {
        String head = "answer\tquestion_id\tkey_point\tjudged";
        assertThatThrownBy(() -> read("answer\tpoint"))
                .hasMessageContaining("points.tsv: Line 1 must name the columns");
        assertThatThrownBy(() -> read(head, "3\t" + ID + "\t" + POINT + "\tmade"))
                .hasMessageContaining("Line 2 names no answer");
        assertThatThrownBy(() -> read(head, "1\tother/question\t" + POINT + "\tmade"))
                .hasMessageContaining("Line 2 names no answer");
        assertThatThrownBy(() -> read(head, "1\t" + ID + "\tno-such-point\tmade"))
                .hasMessageContaining("'no-such-point', which the question does not have");
        assertThatThrownBy(() -> read(head, "1\t" + ID + "\t" + POINT + "\tperhaps"))
                .hasMessageContaining("Line 2 says 'perhaps'; write made, partly, not-said or contradicted");
    }

    @Test
    void aStatementIsReadWithoutItselfAndItsTwinAndCountsLess() {
        List<Statement> twin = QUESTION.statements().stream()
                .filter(statement -> statement.keyPointId().equals(POINT))
                .limit(2)
                .toList();
        List<Labelled> points = JudgedPoints.statements(List.of(twin), ID, id -> QUESTION, grader());
        assertThat(points)
                .hasSize(2)
                .allSatisfy(point -> assertThat(point.weight()).isLessThan(1));
        for (int i = 0; i < 2; i++) {
            assertThat(points.get(i).judged()).isEqualTo(twin.get(i).isTrue() ? Judged.MADE : Judged.CONTRADICTED);
        }
    }
}
