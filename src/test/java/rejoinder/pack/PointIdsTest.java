package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;

/** Which points of today took the place of those before the bank was rewritten, for answers of the past. */
class PointIdsTest {
    private static final Path TABLE = Path.of("src/test/resources/rejoinder/pack/point-ids.tsv");

    private static List<String[]> rows() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        assertThat(lines.get(0)).isEqualTo("question\told\tnew");
        return lines.stream().skip(1).map(line -> line.split("\t", -1)).toList();
    }

    @Test
    void everyNewPointIsInTheBank() throws IOException {
        for (String[] row : rows()) {
            assertThat(row).hasSize(3);
            Optional<Question> question =
                    QuestionId.parse(row[0]).flatMap(PackFolder.shipped().bank()::question);
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
