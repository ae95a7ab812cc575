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

/** The program killed as by a power cut. {@code mvn test -Dtest=KilledWhileSavingTest,PostgresTest -Dkills=100} kills it, and PostgreSQL, as often as that. */
class KilledWhileSavingTest {
    private static final int KILLS = Integer.getInteger("kills", 2);

    @Test
    @Tag("complaint-1")
    void aKilledProgramLosesNoSaveThatItAcknowledged(@TempDir Path folder)
            throws IOException, InterruptedException, SQLException {
        long[] acknowledged = new long[5];
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(folder.toString(), after(kill), acknowledged);
            try (Database database = Database.open(folder)) {
                assertNothingIsLost(database, acknowledged);
            }
            assertThat(integrity(folder)).isEqualTo("ok");
        }
    }

    @Test
    void aKilledProgramLosesNoSaveThatItAcknowledgedOnPostgresEither() throws IOException, InterruptedException {
        String url = PostgresServer.get().newDatabase();
        long[] acknowledged = new long[5];
        for (int kill = 0; kill < KILLS; kill++) {
            runAndKill(url, after(kill), acknowledged);
            try (Database database = Database.open(url)) {
                assertNothingIsLost(database, acknowledged);
            }
        }
    }

    // in the first saves of a fresh program, and among many
    private static int after(int kill) {
        return 17 + 121 * (kill % 2) + kill / 2;
    }

    private static void assertNothingIsLost(Database database, long[] acknowledged) {
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

    private static void runAndKill(String place, int saves, long[] acknowledged)
            throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SavingProgram.class.getName(),
                        place)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = program.inputReader()) {
            int seen = 0;
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                int space = line.indexOf(' ');
                // a line cut short by the kill acknowledges nothing
                if (line.matches("\\d \\d+")) {
                    int draft = Integer.parseInt(line.substring(0, space));
                    acknowledged[draft] = Math.max(acknowledged[draft], Long.parseLong(line.substring(space + 1)));
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
