package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.Change;
import rejoinder.session.Confidence;
import rejoinder.session.Draft;
import rejoinder.session.DraftSave;
import rejoinder.session.InProgress;
import rejoinder.session.Mode;
import rejoinder.session.Pace;
import rejoinder.session.Session;
import rejoinder.session.SessionId;
import rejoinder.session.SessionSetup;
import rejoinder.session.StoreException;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;

/** PostgreSQL on a disk that is full: once under its tables, once under its log, which ends it. */
class PostgresFullDiskTest {
    private static final SessionId ID = new SessionId("one");
    private static final int LONGEST = 20_000;
    private static final int MOST_SAVES = 2_000;

    private final SplittableRandom random = new SplittableRandom(15);

    private static void begin(Database database) {
        Blueprint blueprint = new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 2, new Pace.Untimed(), 1);
        database.sessions()
                .begin(InProgress.begin(
                        new SessionSetup(ID, CandidateId.LOCAL, blueprint, TestBank.questions(2), TestClock.START),
                        "pen"));
    }

    private static long save(Database database, int place, long basedOn, String text) {
        return database.sessions().change(CandidateId.LOCAL, ID, session -> {
            Session next = ((InProgress) session)
                    .save(
                            new DraftSave(place, basedOn, text, false, Confidence.UNSAID, Duration.ZERO, "pen"),
                            TestClock.START)
                    .next();
            return Change.to(next, ((InProgress) next).drafts().get(place).revision());
        });
    }

    private static Draft draft(Database database, int place) {
        return ((InProgress) database.sessions().find(CandidateId.LOCAL, ID).orElseThrow())
                .drafts()
                .get(place);
    }

    /** As long as an answer may be, and nothing that could be packed. */
    private String longText() {
        return random.ints(LONGEST, 0x4e00, 0x9f00)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void whileTheDiskUnderTheTablesIsFullASaveIsRefusedInWordsAndWithRoomItIsTaken() throws IOException {
        PostgresServer server = PostgresServer.get();
        try (SmallDisk disk = new SmallDisk(32)) {
            Path place = Files.createDirectory(disk.folder().resolve("tables"));
            PostgresServer.hand(place);
            server.execute("postgres", "create tablespace small location '" + place + "'");
            server.execute("postgres", "create database on_a_small_disk tablespace small");
            try (Database database = Database.open(server.url("on_a_small_disk"))) {
                begin(database);
                String kept = longText();
                long revision = save(database, 0, 0, kept);
                disk.fill();
                String next = longText();
                assertThatThrownBy(() -> save(database, 0, revision, next))
                        .isInstanceOf(StoreException.class)
                        .hasMessage("The disk of the database is full, so nothing was changed;"
                                + " free some space and try again.");
                assertThat(draft(database, 0).text()).isEqualTo(kept);
                assertThat(draft(database, 0).revision()).isEqualTo(revision);
                disk.free();
                save(database, 0, revision, next);
                assertThat(draft(database, 0).text()).isEqualTo(next);
            } finally {
                server.execute("postgres", "drop database on_a_small_disk");
                server.execute("postgres", "drop tablespace small");
            }
        }
    }

    @Test
    void whenTheDiskUnderTheLogIsFullNothingAcknowledgedIsLostAndWithRoomSavingGoesOn() throws IOException {
        try (SmallDisk disk = new SmallDisk(120)) {
            PostgresServer server =
                    PostgresServer.in(Files.createDirectory(disk.folder().resolve("postgres")));
            try (Database database = Database.open(server.newDatabase())) {
                begin(database);
                disk.fill();
                String acknowledged = "";
                String refused = "";
                long revision = 0;
                // there is room in the log until it needs another file
                for (int n = 0; n < MOST_SAVES && refused.isEmpty(); n++) {
                    String text = "Save " + n + ". " + "words ".repeat(100);
                    try {
                        revision = save(database, 0, revision, text);
                        acknowledged = text;
                    } catch (StoreException e) {
                        // who tells depends on which process of PostgreSQL found no room
                        assertThat(e.getMessage())
                                .isIn(
                                        "The disk of the database is full, so nothing was changed;"
                                                + " free some space and try again.",
                                        "The database cannot be reached, so nothing was saved;"
                                                + " check that it runs, and try again.",
                                        "The database was lost while it saved, so this may be saved or not;"
                                                + " check that it runs, and try again.");
                        refused = text;
                    }
                }
                assertThat(acknowledged).isNotEmpty();
                assertThat(refused).isNotEmpty();
                disk.free();
                // without its log PostgreSQL stops itself; somebody has to start it once there is room
                server.kill();
                server.startAgain();
                assertThat(draft(database, 0).revision()).isEqualTo(revision);
                assertThat(draft(database, 0).text()).isEqualTo(acknowledged);
                saveOnceItAnswers(database, revision, refused);
                assertThat(draft(database, 0).text()).isEqualTo(refused);
            } finally {
                server.kill();
            }
        }
    }

    // the pool finds out by one save for each connection that was cut off
    private static void saveOnceItAnswers(Database database, long basedOn, String text) {
        for (int attempt = 1; ; attempt++) {
            try {
                save(database, 0, basedOn, text);
                return;
            } catch (StoreException e) {
                if (attempt == 4) {
                    throw e;
                }
            }
        }
    }
}
