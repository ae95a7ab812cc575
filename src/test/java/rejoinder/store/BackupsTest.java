package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.account.AccountStore;
import rejoinder.account.Invitation;
import rejoinder.account.Role;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.Change;
import rejoinder.session.Confidence;
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

class BackupsTest {
    private static final SessionId ID = new SessionId("one");
    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");

    @TempDir
    private Path folder;

    private Path data() {
        return folder.resolve("data");
    }

    private Path file() {
        return data().resolve(Database.FILE);
    }

    private Path backup() {
        return folder.resolve("backup.db");
    }

    private static void begin(Database database) {
        Blueprint blueprint = new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 2, new Pace.Untimed(), 1);
        database.sessions()
                .begin(InProgress.begin(
                        new SessionSetup(ID, CandidateId.LOCAL, blueprint, TestBank.questions(2), TestClock.START),
                        "pen"));
    }

    @Test
    void aRestoredBackupSignsEverybodyOutAndEndsItsInvitations() {
        Instant later = NOW.plusSeconds(60);
        try (Database database = Database.open(data())) {
            AccountStore accounts = database.accounts();
            accounts.invite(new Invitation("used", "Ada", Role.ADMIN, NOW, later, false));
            accounts.accept("used", new CandidateId("ada"), "kept", NOW);
            accounts.signIn("window", new CandidateId("ada"), NOW);
            accounts.invite(new Invitation("open", "Ben", Role.CANDIDATE, NOW, later, false));
        }
        Backups.make(data(), backup());
        try (Database database = Database.open(data())) {
            database.accounts().signOut("window");
            database.accounts().withdraw("open");
        }
        Backups.restore(backup(), data(), NOW);
        try (Database database = Database.open(data())) {
            assertThat(database.accounts().signedIn("window")).isEmpty();
            assertThat(database.accounts().invitations()).isEmpty();
            assertThat(database.accounts().named("ADA").orElseThrow().password())
                    .isEqualTo("kept");
        }
    }

    private static Session save(Database database, int place, String text) {
        return database.sessions().change(CandidateId.LOCAL, ID, session -> {
            Session next = ((InProgress) session)
                    .save(
                            new DraftSave(place, 0, text, false, Confidence.UNSAID, Duration.ZERO, "pen"),
                            TestClock.START)
                    .next();
            return Change.to(next, next);
        });
    }

    private Session kept(Path where) {
        try (Database database = Database.open(where)) {
            return database.sessions().find(CandidateId.LOCAL, ID).orElseThrow();
        }
    }

    @Test
    void aBackupMadeWhileTheServerWritesHoldsEverythingThatWasSaved() {
        Session saved;
        try (Database database = Database.open(data())) {
            begin(database);
            saved = save(database, 0, "typed before the backup");
            assertThat(Backups.make(data(), backup())).isEqualTo(new Backups.Contents(1, 1));
            save(database, 1, "typed after it");
        }
        assertThat(Backups.restore(backup(), data(), NOW)).isEqualTo(new Backups.Contents(1, 1));
        assertThat(kept(data())).isEqualTo(saved);
        Path elsewhere = folder.resolve("elsewhere");
        Backups.restore(backup(), elsewhere, NOW);
        assertThat(kept(elsewhere)).isEqualTo(saved);
    }

    @Test
    void whatARestoreReplacesIsKept() {
        try (Database database = Database.open(data())) {
            begin(database);
            Backups.make(data(), backup());
            save(database, 1, "typed after it");
        }
        Backups.restore(backup(), data(), NOW);
        Backups.restore(data().resolve("backups/replaced-20260304-050607.db"), data(), NOW.plusSeconds(1));
        assertThat(((InProgress) kept(data())).drafts().get(1).text()).isEqualTo("typed after it");
    }

    @Test
    void aPlainCopyOfTheFileOfARunningServerIsRecognisedAndRefused() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        try (Database database = Database.open(data())) {
            begin(database);
            Files.copy(file(), copy.resolve(Database.FILE));
        }
        assertThatThrownBy(() -> Database.open(copy))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is a copy of the file alone, made while Rejoinder was writing");
        assertThatThrownBy(() -> Backups.restore(copy.resolve(Database.FILE), data(), NOW))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("use a file that 'backup' wrote");
        assertThat(kept(data())).isNotNull();
    }

    @Test
    void aBackupNeverOverwritesAFileAndNeedsAnOrigin() throws IOException {
        assertThatThrownBy(() -> Backups.make(data(), backup()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("There is no database in ");
        Database.open(data()).close();
        Files.writeString(backup(), "precious");
        assertThatThrownBy(() -> Backups.make(data(), backup()))
                .isInstanceOf(StoreException.class)
                .hasMessage(backup() + " already exists; name a new file for the backup.");
        assertThat(backup()).hasContent("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "text", "cut", "changed", "foreign"})
    void aBackupThatIsNotWholeIsRefusedAndTheDataStays(String damage) throws IOException, SQLException {
        try (Database database = Database.open(data())) {
            begin(database);
            save(database, 0, "words");
        }
        Backups.make(data(), backup());
        byte[] bytes = Files.readAllBytes(backup());
        switch (damage) {
            case "empty" -> Files.write(backup(), new byte[0]);
            case "text" -> Files.writeString(backup(), "Once upon a time. ".repeat(1000));
            case "cut" -> Files.write(backup(), Arrays.copyOf(bytes, bytes.length / 2));
            case "changed" -> {
                Arrays.fill(bytes, 4096, bytes.length, (byte) 7);
                Files.write(backup(), bytes);
            }
            default -> {
                Files.delete(backup());
                try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + backup());
                        Statement work = other.createStatement()) {
                    work.execute("create table recipe (name text)");
                }
            }
        }
        assertThatThrownBy(() -> Backups.restore(backup(), data(), NOW)).isInstanceOf(StoreException.class);
        assertThat(((InProgress) kept(data())).drafts().get(0).text()).isEqualTo("words");
    }

    @Test
    void scheduledBackupsComeWhenTheyAreDueAndTheNewestAreKept() throws IOException {
        try (Database database = Database.open(data())) {
            begin(database);
            Duration every = Duration.ofHours(6);
            List<Boolean> made = new ArrayList<>();
            for (int hour = 0; hour < 30; hour += 3) {
                made.add(Backups.makeIfDue(data(), every, 3, NOW.plus(Duration.ofHours(hour)))
                        .isPresent());
            }
            assertThat(made).containsExactly(true, false, true, false, true, false, true, false, true, false);
        }
        try (Stream<Path> files = Files.list(data().resolve(Backups.FOLDER))) {
            assertThat(files.map(file -> file.getFileName().toString()).sorted())
                    .containsExactly(
                            "rejoinder-20260304-170607.db",
                            "rejoinder-20260304-230607.db",
                            "rejoinder-20260305-050607.db");
        }
    }

    @Test
    void beforeTablesAreChangedTheDataIsCopied() throws SQLException, IOException {
        try (Database database = Database.open(data())) {
            begin(database);
        }
        // as the version before the newest left it
        String newest;
        try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + file());
                Statement work = old.createStatement()) {
            newest = work.executeQuery("select max(version) from flyway_schema_history")
                    .getString(1);
            work.execute("alter table review drop column blank");
            work.execute("delete from flyway_schema_history where version = '" + newest + "'");
        }
        Database.open(data()).close();
        try (Stream<Path> copies = Files.list(data().resolve(Backups.FOLDER))) {
            Path copy = copies.findFirst().orElseThrow();
            assertThat(copy.getFileName()).hasToString("before-version-" + newest + ".db");
            assertThat(Backups.check(copy)).isEqualTo(new Backups.Contents(1, 0));
        }
    }

    @Test
    void nobodyElseMayReadTheFolderItsFilesAndItsCopies() throws IOException {
        try (Database database = Database.open(data())) {
            begin(database);
            Backups.makeIfDue(data(), Duration.ofHours(1), 3, NOW);
            try (Stream<Path> files = Files.walk(data())) {
                assertThat(files)
                        .hasSizeGreaterThan(4)
                        .allSatisfy(
                                path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                                        .as(path.toString())
                                        .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
            }
        }
    }

    @Test
    void aSecondServerIsKeptOut() {
        try (DataFolder held = DataFolder.lock(data())) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> DataFolder.lock(data()))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("Another Rejoinder server works in " + data()
                            + "; stop that one, or name another folder with --data.");
        }
        DataFolder.lock(data()).close();
    }

    @Test
    void anEmptyFileIsRefusedAndLeftAsItIs() throws IOException {
        Files.createDirectory(data());
        Files.write(file(), new byte[0]);
        assertThatThrownBy(() -> Database.open(data()))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith(file() + " is empty: it was cut off, or never copied.");
        assertThat(file()).isEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"deleted", "replaced"})
    void afterTheFileIsGoneNothingClaimsToBeSaved(String how) throws IOException {
        Database database = Database.open(data());
        begin(database);
        assertThat(database.trouble()).isEmpty();
        Files.delete(file());
        if (how.equals("replaced")) {
            Files.write(file(), "another".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> save(database, 0, "lost words"))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The file of the database was deleted or replaced while Rejoinder was running");
        assertThat(database.trouble()).hasValueSatisfying(why -> assertThat(why).contains("nothing is saved any more"));
        database.close();
    }
}
