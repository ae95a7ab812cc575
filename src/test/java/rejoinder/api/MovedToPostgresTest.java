package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.store.Database;
import rejoinder.store.Moving;
import rejoinder.store.PostgresServer;

class MovedToPostgresTest {
    @Test
    void aMovedFolderShowsTheSameHistoryPlanAndGradesToTheByteAndGoesOn(@TempDir Path folder) {
        String url = PostgresServer.get().newDatabase();
        List<String> before;
        try (Database database = Database.open(folder);
                RunningServer server =
                        new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database))) {
            RestoredArchiveTest.live(server, database);
            before = RestoredArchiveTest.shown(server);
        }
        assertThat(Moving.move(folder, url)).containsEntry("session", 3L).containsEntry("asked", 7L);
        try (Database database = Database.open(url);
                RunningServer server =
                        new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database))) {
            server.clock.forward(Duration.ofDays(2).plusHours(5));
            assertThat(RestoredArchiveTest.shown(server)).isEqualTo(before);
            // the newest is still open
            JsonNode open = server.get("/api/sessions").json().get("sessions").get(0);
            assertThat(server.finish(open).get("state").textValue()).isEqualTo("graded");
        }
    }
}
