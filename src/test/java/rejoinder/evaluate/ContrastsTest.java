package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContrastsTest {
    @TempDir
    Path folder;

    private Optional<List<Contrasts.Pair>> read(String table) throws IOException {
        return Contrasts.read(Files.writeString(folder.resolve("table.tsv"), table));
    }

    @Test
    void aTableOfPairsIsRead() throws IOException {
        assertThat(read("question_id\tkind\tright\twrong\nknots/bowline\tnegated\tit holds\tit does not hold\n"))
                .contains(List.of(
                        new Contrasts.Pair("knots/bowline", "negated", "it holds", Optional.of("it does not hold"))));
    }

    @Test
    void aTableOfTrueStatementsIsRead() throws IOException {
        assertThat(read("# remark\nquestion_id\tanswer\nknots/bowline\tit never slips\n"))
                .contains(List.of(new Contrasts.Pair("knots/bowline", "", "it never slips", Optional.empty())));
    }

    @Test
    void gradedAnswersAreAnotherKindOfTable() throws IOException {
        assertThat(read("question_id\tquestion\treference\tanswer\tscore\na\tb\tc\td\t1\n"))
                .isEmpty();
    }

    @Test
    void aRowThatBreaksOffIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("question_id\tkind\tright\twrong\na\tb\tc\n"))
                .isInstanceOf(AnswerFileException.class)
                .hasMessageContaining("Line 2 has 3 fields");
    }
}
