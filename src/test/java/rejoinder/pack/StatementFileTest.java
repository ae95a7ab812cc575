package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.Question;
import rejoinder.bank.Statement;

class StatementFileTest {
    private static final String PACK = """
            ---
            topic: knots
            title: Knots
            order: 1
            ---

            ## What is a bowline for?

            ```yaml
            id: bowline
            difficulty: junior
            minutes: 2
            ```

            ### Reference answer

            It makes a loop that holds.

            ### Key points

            - holds (2): It holds.
            """;

    private static final String HEADER = StatementFile.COLUMNS + "\n";
    private static final String ROW = "knots/bowline\tholds\tit never slips\ttrue\tdenial\t1\ttrain\n";

    @TempDir
    Path folder;

    private LoadedPacks read(String statements) throws IOException {
        Files.writeString(folder.resolve("01-knots.md"), PACK);
        Files.writeString(folder.resolve("01-knots.statements.tsv"), statements);
        return PackFolder.read(folder);
    }

    @Test
    void statementsBesideAPackBelongToItsQuestions() throws IOException {
        LoadedPacks packs = read(HEADER + ROW + ROW.replace("it never slips\ttrue", "it slips\tfalse"));
        assertThat(packs.problems()).isEmpty();
        assertThat(packs.bank().questions().get(0).statements())
                .containsExactly(
                        new Statement("holds", "it never slips", true), new Statement("holds", "it slips", false));
        assertThat(packs.statements()).extracting(StatementRow::kind).containsExactly("denial", "denial");
    }

    @Test
    void aStatementChangesTheRevisionOfItsQuestion() throws IOException {
        Question with = read(HEADER + ROW).bank().questions().get(0);
        assertThat(with.revision()).isNotEqualTo(with.withStatements(List.of()).revision());
    }

    @Test
    void aRowWithAProblemIsLeftOutAndTheOthersAreRead() throws IOException {
        LoadedPacks packs = read(HEADER + ROW + ROW + "knots/hitch" + ROW.substring(13) + ROW.replace("holds", "grips")
                + ROW.replace("\ttrue", "\tyes") + ROW.replace("train", "all") + "knots/bowline\tholds\n");
        assertThat(packs.bank().questions().get(0).statements()).hasSize(1);
        assertThat(packs.problems())
                .extracting(problem -> problem.line() + " " + problem.message())
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("3 ").contains("already on line 2"),
                        said -> assertThat(said).startsWith("4 ").contains("no question 'knots/hitch'"),
                        said -> assertThat(said).startsWith("5 ").contains("no key point 'grips'"),
                        said -> assertThat(said).startsWith("6 ").contains("true or false, not 'yes'"),
                        said -> assertThat(said).startsWith("7 ").contains("not 'all'"),
                        said -> assertThat(said).startsWith("8 ").contains("2 columns"));
    }

    @Test
    void aFileWithoutTheHeaderIsAProblem() throws IOException {
        assertThat(read(ROW).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("names the columns"));
    }
}
