package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;

/** The shipped bank covers every question of the outline and of the question-and-answer document that it grew from. */
class SeedCoverageTest {
    private static final int OUTLINE_QUESTIONS = 114;
    private static final int ANSWERED_QUESTIONS = 66;

    private static final List<String[]> ROWS = new ArrayList<>();
    private static ItemBank bank;

    @BeforeAll
    static void read() throws IOException {
        bank = PackFolder.read(Path.of("content")).bank();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(SeedCoverageTest.class.getResourceAsStream("seed-coverage.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> ROWS.add(line.split("\t", -1)));
        }
    }

    @Test
    void everyQuestionOfTheTwoDocumentsIsAccountedForOnce() {
        List<String> expected = new ArrayList<>();
        for (int n = 1; n <= OUTLINE_QUESTIONS; n++) {
            expected.add("outline " + n);
        }
        for (int n = 1; n <= ANSWERED_QUESTIONS; n++) {
            expected.add("answers " + n);
        }
        assertThat(ROWS.stream().map(row -> row[0] + " " + row[1])).containsExactlyElementsOf(expected);
    }

    @Test
    void whatCoversThemIsInTheBank() {
        assertThat(ROWS)
                .allSatisfy(row -> assertThat(QuestionId.parse(row[2]).flatMap(bank::question))
                        .as("%s %s -> %s", row[0], row[1], row[2])
                        .isPresent());
    }

    @Test
    void noTwoQuestionsOfTheOutlineShareOneInTheBank() {
        assertThat(ROWS.stream().filter(row -> row[0].equals("outline")).map(row -> row[2]))
                .doesNotHaveDuplicates();
    }
}
