package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.plan.CandidateId;
import rejoinder.session.Draft;
import rejoinder.session.InProgress;

class KilledWhileSavingTest {
    private static final int[] KILLED_AFTER = {17, 138};

    @Test
    @Tag("complaint-1")
    void aKilledProgramLosesNoSaveThatItAcknowledged(@TempDir Path folder)
            throws IOException, InterruptedException, SQLException {
        long[] acknowledged = new long[5];
        for (int saves : KILLED_AFTER) {
            runAndKill(folder, saves, acknowledged);
            try (Database database = Database.open(folder)) {
                InProgress session = (InProgress) database.sessions()
                        .find(CandidateId.LOCAL, SavingProgram.SESSION)
                        .orElseThrow();
                List<Draft> drafts = session.drafts();
                for (int place = 0; place < drafts.size(); place++) {
                    Draft draft = drafts.get(place);
                    assertThat(draft.revision()).isGreaterThanOrEqualTo(acknowledged[place]);
                    assertThat(draft.text())
                            .isEqualTo(draft.revision() == 0 ? "" : SavingProgram.text(place, draft.revision()));
                }
            }
            assertThat(integrity(folder)).isEqualTo("ok");
        }
    }

    private static void runAndKill(Path folder, int saves, long[] acknowledged)
            throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavingProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = program.inputReader()) {
            int seen = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                int space = line.indexOf(' ');
                // a line cut short by the kill acknowledges nothing
                if (line.matches("\\d \\d+")) {
                    int place = Integer.parseInt(line.substring(0, space));
                    acknowledged[place] = Math.max(acknowledged[place], Long.parseLong(line.substring(space + 1)));
                }
                seen++;
                if (seen == saves) {
                    // through its handle, because the process itself would close the output that is still unread
                    assertThat(program.toHandle().destroyForcibly()).isTrue();
                }
            }
            assertThat(seen).isGreaterThanOrEqualTo(saves);
        } finally {
            program.destroyForcibly().waitFor();
        }
    }

    private static String integrity(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE));
                Statement check = connection.createStatement();
                ResultSet answer = check.executeQuery("pragma integrity_check")) {
            return answer.getString(1);
        }
    }
}
