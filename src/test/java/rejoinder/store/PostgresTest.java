package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Review;
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

class PostgresTest {
    /** What one server at a time had in earlier versions. */
    private static final String EARLIER = "x'52656a6f696e6465'::bigint";

    private static final SessionId ID = new SessionId("one");

    private final PostgresServer server = PostgresServer.get();
    private final String url = server.newDatabase();

    private static void begin(Database database) {
        Blueprint blueprint = new Blueprint(Mode.INTERVIEW, List.of(), List.of(), 2, new Pace.Untimed(), 1);
        database.sessions()
                .begin(InProgress.begin(
                        new SessionSetup(ID, CandidateId.LOCAL, blueprint, TestBank.questions(2), TestClock.START),
                        "pen"));
    }

    private static void save(Database database, long basedOn, String text) {
        database.sessions().change(CandidateId.LOCAL, ID, session -> {
            Session next = ((InProgress) session)
                    .save(
                            new DraftSave(0, basedOn, text, false, Confidence.UNSAID, Duration.ZERO, "pen"),
                            TestClock.START)
                    .next();
            return Change.to(next, next);
        });
    }

    // a pool that was refused connects again after some seconds, the later the longer it was refused
    private static void saveOnceItAnswers(Database database, long basedOn, String text) {
        for (int attempt = 1; ; attempt++) {
            try {
                save(database, basedOn, text);
                return;
            } catch (StoreException e) {
                if (attempt == 4) {
                    throw e;
                }
            }
        }
    }

    private static String typed(Database database) {
        return ((InProgress) database.sessions().find(CandidateId.LOCAL, ID).orElseThrow())
                .drafts()
                .get(0)
                .text();
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = PostgresServer.connect(url);
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    @Test
    void answersLeftBlankBeforeThatWasNotedAreFoundToBeBlank() throws SQLException {
        try (Database database = Database.open(url)) {
            begin(database);
        }
        // as the version before left it
        sql("alter table review drop column blank");
        sql("delete from flyway_schema_history where version >= '019'");
        sql("update asked set attempt = case place when 1 then 'EMPTY' else 'ANSWERED' end, outcome = 'OWED'");
        sql("insert into review (session, place, candidate, question, revision, handed_in_at, score, missed)"
                + " select session, place, candidate, question, revision, 1000 + place, 0, '[]' from asked");
        try (Database database = Database.open(url)) {
            assertThat(database.reviews().reviews(CandidateId.LOCAL))
                    .extracting(Review::blank)
                    .containsExactly(false, true);
        }
    }

    @Test
    void aServerOfAnEarlierVersionAndOneOfThisKeepEachOtherOut() throws SQLException {
        Database.open(url).close();
        try (Connection earlier = PostgresServer.connect(url);
                Statement work = earlier.createStatement()) {
            work.execute("select pg_advisory_lock(" + EARLIER + ")");
            assertThatThrownBy(() -> Database.open(url))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("A Rejoinder server of another version works on the database test_");
        }
        try (Database database = Database.open(url);
                Connection earlier = PostgresServer.connect(url);
                Statement work = earlier.createStatement();
                ResultSet got = work.executeQuery("select pg_try_advisory_lock(" + EARLIER + ")")) {
            assertThat(database.trouble()).isEmpty();
            assertThat(got.next()).isTrue();
            assertThat(got.getBoolean(1)).isFalse();
        }
    }

    @Test
    void tablesAreNotChangedWhileAServerWorksOnThem() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:" + url.replaceFirst("//[^@]*@", "//"));
        source.setUser("rejoinder");
        Migrations.POSTGRESQL.at(source, "this test", "013");
        try (Connection earlier = PostgresServer.connect(url);
                Statement work = earlier.createStatement()) {
            work.execute("select pg_advisory_lock_shared(" + EARLIER + ")");
            assertThatThrownBy(() -> Database.open(url))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("A Rejoinder server of another version works on the database test_")
                    .hasMessageContaining("stop all servers, then start this one again");
        }
        Database.open(url).close();
    }

    @Test
    void serversThatStartAtTheSameTimeMakeTheTablesOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Database>> all = new ArrayList<>();
            for (int server = 0; server < 4; server++) {
                all.add(threads.submit(() -> Database.open(url)));
            }
            for (Future<Database> one : all) {
                one.get().close();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aServerWhoseTablesWereChangedWhileItWasCutOffSavesNothing() throws SQLException {
        try (Database database = Database.open(url)) {
            begin(database);
            sql("update flyway_schema_history set version = '998' where version = '015'");
            sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()"
                    + " and pid <> pg_backend_pid()");
            List<String> told = new ArrayList<>();
            // each connection that was cut off is found out by one save
            for (int attempt = 0; attempt < 10; attempt++) {
                try {
                    save(database, 0, "lost");
                    told.add("saved");
                } catch (StoreException e) {
                    told.add(String.valueOf(e.getMessage()));
                }
                if (told.get(attempt).startsWith("A newer")) {
                    break;
                }
            }
            assertThat(told)
                    .doesNotContain("saved")
                    .endsWith("A newer Rejoinder has changed the tables of the database, so nothing was saved;"
                            + " start this server again with the newer version.");
        }
    }

    @Test
    void whoLosesTheDatabaseInACommitIsNotToldThatNothingWasSaved() throws SQLException {
        try (Database database = Database.open(url)) {
            begin(database);
            sql("create function cut() returns trigger language plpgsql as"
                    + " $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$");
            sql("create constraint trigger cut after update on asked deferrable initially deferred"
                    + " for each row execute function cut()");
            assertThatThrownBy(() -> save(database, 0, "cut off"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The database was lost while it saved, so this may be saved or not;"
                            + " check that it runs, and try again.");
            sql("drop trigger cut on asked");
            saveOnceItAnswers(database, 0, "again");
            assertThat(typed(database)).isEqualTo("again");
        }
    }

    @Test
    void whileTheDatabaseIsGoneNothingClaimsToBeSavedAndAfterwardsNothingAcknowledgedIsLost() throws IOException {
        PostgresServer mortal = PostgresServer.another();
        try (Database database = Database.open(mortal.newDatabase())) {
            begin(database);
            for (int round = 0; round < Integer.getInteger("kills", 3); round++) {
                String text = "acknowledged in round " + round;
                saveOnceItAnswers(database, round, text);
                assertThat(database.trouble()).isEmpty();
                mortal.kill();
                long next = round + 1L;
                assertThatThrownBy(() -> save(database, next, "lost"))
                        .isInstanceOf(StoreException.class)
                        .hasMessage(
                                "The database cannot be reached, so nothing was saved; check that it runs, and try again.");
                assertThat(database.trouble()).isPresent();
                mortal.startAgain();
                assertThat(typed(database)).isEqualTo(text);
            }
        }
    }

    @Test
    void whenEveryConnectionIsTakenASaveIsRefusedInWordsAndTheNextOneIsTaken() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try (Database database = Database.open(url);
                Connection hanging = PostgresServer.connect(url);
                Statement work = hanging.createStatement()) {
            begin(database);
            hanging.setAutoCommit(false);
            work.execute(
                    "select pg_advisory_xact_lock(hashtextextended('candidate " + CandidateId.LOCAL.value() + "', 0))");
            List<Future<?>> waiting = new ArrayList<>();
            for (int n = 0; n < 6; n++) {
                waiting.add(threads.submit(() -> save(database, 0, "taken")));
            }
            int held = 0;
            while (held < waiting.size()) {
                try (ResultSet rows =
                        work.executeQuery("select count(*) from pg_locks where not granted and locktype = 'advisory'"
                                + " and database = (select oid from pg_database where datname = current_database())")) {
                    rows.next();
                    held = rows.getInt(1);
                }
            }
            // the next one is told after the five seconds that a save may wait for a connection
            assertThatThrownBy(() -> save(database, 0, "one too many"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("Too much is waiting to be saved in the database; try again in a moment.");
            hanging.rollback();
            for (Future<?> one : waiting) {
                one.get();
            }
            assertThat(typed(database)).isEqualTo("taken");
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "/", "x:y:z", "a%zz@host/db"})
    void anAddressThatCannotBeReadIsRefusedWithoutRepeatingIt(String rest) {
        assertThatThrownBy(() -> Database.open("postgresql://" + rest))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The address of the database cannot be read; write it as postgresql://USER");
    }

    @Test
    void aDatabaseThatIsNotThereOrDoesNotAnswerIsSaidWithoutThePassword() {
        assertThatThrownBy(() -> Database.open(server.url("nowhere").replace("rejoinder@", "rejoinder:secret@")))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "There is no such thing as the database nowhere on 127.0.0.1; make it with createdb, or name"
                                + " another.");
        assertThatThrownBy(() -> Database.open("postgresql://rejoinder:secret@127.0.0.1:1/nowhere"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot be reached")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theTablesOfAnotherProgramOrOfANewerVersionAreLeftAlone() throws SQLException {
        sql("create table recipe (name text)");
        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith("holds the tables of another program; use another database.");
        sql("drop table recipe");
        Database.open(url).close();
        sql(
                "insert into flyway_schema_history select 99, '999', 'newer', type, 'V999__newer.sql', checksum, installed_by,"
                        + " installed_on, 1, true from flyway_schema_history where version = '001'");
        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessageEndingWith(
                        "was written by a newer Rejoinder (version 999); use that one, or another database.");
    }

    @Test
    void nothingIsMovedIntoADatabaseThatHoldsSomethingOrOutOfAFolderWithoutOne(@TempDir Path folder) {
        assertThatThrownBy(() -> Moving.move(folder, url))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("There is no database in ");
        try (Database database = Database.open(folder)) {
            begin(database);
        }
        Moving.move(folder, url);
        assertThatThrownBy(() -> Moving.move(folder, url))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The database that --to names holds data already");
        try (DataFolder held = DataFolder.lock(folder)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> Moving.move(folder, server.newDatabase()))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("Another Rejoinder server works in ");
        }
    }

    @Test
    void bothDatabasesHaveTheSameMigrations() throws IOException, URISyntaxException {
        assertThat(migrations("postgresql")).isEqualTo(migrations("sqlite")).hasSizeGreaterThan(7);
    }

    private static List<String> migrations(String folder) throws IOException, URISyntaxException {
        Path place = Path.of(
                Objects.requireNonNull(Database.class.getResource(folder)).toURI());
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
