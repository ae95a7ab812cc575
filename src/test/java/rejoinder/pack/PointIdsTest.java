package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rejoinder.SharedBank;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;

/** Which points of today took the place of those before the bank was rewritten, for answers of the past. */
class PointIdsTest {
    private static final Path TABLE = Path.of("src/test/resources/rejoinder/pack/point-ids.tsv");

    /** Which question another one was merged into. */
    private static final Path MERGED = Path.of("src/main/resources/rejoinder/pack/merged-questions.tsv");

    private static final ItemBank BANK = SharedBank.bank();

    private static List<String[]> rows() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        assertThat(lines.get(0)).isEqualTo("question\told\tnew");
        return lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
    }

    private static Map<String, String> merged() throws IOException {
        List<String> lines = Files.readAllLines(MERGED);
        assertThat(lines.get(0)).isEqualTo("old\tnew");
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .collect(Collectors.toMap(row -> row[0], row -> row[1]));
    }

    private static Optional<Question> question(String id) {
        return QuestionId.parse(id).flatMap(BANK::question);
    }

    @Test
    void aMergedQuestionIsGoneAndTheTablesFollowItToOneThatIsThere() throws IOException {
        for (Map.Entry<String, String> row : merged().entrySet()) {
            assertThat(question(row.getKey())).as(row.getKey()).isEmpty();
            assertThat(question(row.getValue())).as(row.getValue()).isPresent();
            for (String folder : List.of("sqlite", "postgresql")) {
                try (Stream<Path> files = Files.list(Path.of("src/main/resources/rejoinder/store", folder))) {
                    assertThat(files.filter(file -> file.toString().endsWith("__merged_questions.sql"))
                                    .map(PointIdsTest::text))
                            .anySatisfy(sql ->
                                    assertThat(sql).contains("'" + row.getKey() + "'", "'" + row.getValue() + "'"));
                }
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyNewPointIsInTheBank() throws IOException {
        Map<String, String> merged = merged();
        for (String[] row : rows()) {
            assertThat(row).hasSize(3);
            Optional<Question> question = question(merged.getOrDefault(row[0], row[0]));
            assertThat(question).as(row[0]).isPresent();
            if (!row[2].equals("-")) {
                assertThat(question.orElseThrow().keyPoints())
                        .as(row[0])
                        .extracting(KeyPoint::id)
                        .contains(row[2].split(" ", -1));
            }
        }
    }

    @Test
    void everyOldPointStandsOnce() throws IOException {
        assertThat(rows())
                .hasSizeGreaterThan(200)
                .extracting(row -> row[0] + " " + row[1])
                .doesNotHaveDuplicates();
    }
}
