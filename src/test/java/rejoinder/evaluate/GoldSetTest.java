package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import rejoinder.SharedModel;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.pack.PackFolder;

/** The product's grader, with key points and misconceptions, on the half of the gold set that nothing was fitted on. Prints its agreement with people. */
@Tag("model")
class GoldSetTest {
    private static final Path GOLD = Path.of("src/test/resources/rejoinder/grade/graded-answers.tsv");

    /** Below this the grader would be worse than it was when the gold set was made; not a target. */
    private static final double LEAST_CORRELATION = 0.65;

    private record Row(String question, String answer, double score, String kind) {}

    private static List<Row> testHalf() throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(GOLD)) {
            String[] fields = line.split("\t", -1);
            if (!line.startsWith("#") && fields[6].equals("test")) {
                rows.add(new Row(fields[0], fields[3].replace("\\n", "\n"), Double.parseDouble(fields[4]), fields[5]));
            }
        }
        return rows;
    }

    @Test
    void everyScoreIsTheSumOfItsPartsAndPeopleAgree() throws IOException {
        ItemBank bank = PackFolder.read(Path.of("content")).bank();
        Grader grader = SharedModel.grader();
        List<Row> rows = testHalf();
        double[] people = new double[rows.size()];
        double[] grades = new double[rows.size()];
        Map<String, double[]> kinds = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Question question =
                    QuestionId.parse(row.question).flatMap(bank::question).orElseThrow();
            Grade grade = grader.grade(question, row.answer);
            double sum = grade.findings().stream()
                            .mapToDouble(finding -> finding.earned())
                            .sum()
                    + grade.deductions().stream()
                            .mapToDouble(deduction -> deduction.amount())
                            .sum();
            assertThat(grade.score().value()).as(row.answer).isCloseTo(Math.max(0, Math.min(1, sum)), within());
            people[i] = row.score;
            grades[i] = grade.score().value();
            double[] kind = kinds.computeIfAbsent(row.kind, key -> new double[3]);
            kind[0]++;
            kind[1] += people[i];
            kind[2] += grades[i];
        }
        Agreement agreement = Agreement.of(people, grades);
        System.out.println("Gold set, test half: " + agreement);
        kinds.forEach((kind, sums) -> System.out.printf(
                Locale.ROOT,
                "%-12s %3.0f answers, people %.2f, grader %.2f%n",
                kind,
                sums[0],
                sums[1] / sums[0],
                sums[2] / sums[0]));
        assertThat(agreement.pearson()).isGreaterThan(LEAST_CORRELATION);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-12);
    }
}
