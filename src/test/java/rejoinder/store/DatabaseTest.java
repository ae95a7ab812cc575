package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;
import rejoinder.bank.Question;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Rating;
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
import rejoinder.session.SessionStore;
import rejoinder.session.StoreException;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;

class DatabaseTest {
    private static final SessionId ID = new SessionId("s");

    private final Path folder;
    private final Path file;

    DatabaseTest(@TempDir Path folder) {
        this.folder = folder;
        this.file = folder.resolve(Database.FILE);
    }

    @Test
    void aMissingDataFolderIsMadeWithItsParents() {
        Path deep = folder.resolve("not/there/yet");
        Database.open(deep).close();
        assertThat(deep.resolve("rejoinder.db")).isRegularFile();
    }

    @Test
    void aFileInPlaceOfTheDataFolderIsRefusedInOneSentence() throws IOException {
        Path path = Files.writeString(folder.resolve("data"), "text");
        assertThatThrownBy(() -> Database.open(path))
                .isInstanceOf(StoreException.class)
                .hasMessage(path + " is a file, not a folder; name a folder with --data.");
        assertThat(path).hasContent("text");
    }

    @Test
    void aDataFolderBelowAFileIsRefusedInOneSentence() throws IOException {
        Path path = Files.writeString(folder.resolve("data"), "text").resolve("below");
        assertThatThrownBy(() -> Database.open(path))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The data folder " + path + " cannot be made (")
                .hasMessageEndingWith("); name another with --data.");
    }

    @Test
    void aDataFolderThatCannotBeMadeIsRefusedInOneSentence() {
        Path path = Path.of("/proc/rejoinder");
        assumeTrue(Files.isDirectory(Path.of("/proc")), "needs a folder where even root cannot write");
        assertThatThrownBy(() -> Database.open(path))
                .isInstanceOf(StoreException.class)
                .hasMessageStartingWith("The data folder /proc/rejoinder cannot be made (");
    }

    @Test
    void aDataFolderThatCannotBeWrittenIsRefusedInOneSentence() {
        Path path = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(path), "needs a folder where even root cannot write");
        assertThatThrownBy(() -> Database.open(path))
                .isInstanceOf(StoreException.class)
                .hasMessage("/proc/self/rejoinder.db cannot be opened for writing; allow that, or use another --data"
                        + " folder.");
    }

    @Test
    void aFolderInPlaceOfTheDatabaseIsRefusedInOneSentence() throws IOException {
        Files.createDirectory(file);
        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is a folder, not a database");
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs() throws IOException {
        String text = "Once upon a time there was a text file. ".repeat(200);
        Files.writeString(file, text);
        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " is damaged or not a database; put a backup in its place, or use another --data"
                        + " folder.");
        assertThat(file).hasContent(text);
    }

    @Test
    void aDamagedDatabaseSaysThatItIsDamaged() throws IOException {
        try (Database database = Database.open(folder)) {
            database.sessions().begin(session(TestBank.questions(20)));
        }
        try (RandomAccessFile damage = new RandomAccessFile(file.toFile(), "rw")) {
            int page = 4096;
            for (long at = page * 2L; at < damage.length(); at += page) {
                damage.seek(at);
                damage.write(new byte[page]);
            }
        }
        assertThatThrownBy(() -> {
                    try (Database database = Database.open(folder)) {
                        database.sessions().find(CandidateId.LOCAL, ID);
                    }
                })
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is damaged or not a database");
    }

    @Test
    void anotherProgramsDatabaseIsRefusedAndLeftAsItIs() throws SQLException {
        sql("create table recipe (name text)");
        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " holds the tables of another program; use another --data folder.");
        assertThat(ask("select count(*) from sqlite_master")).isEqualTo("1");
    }

    @Test
    void aDatabaseOfANewerVersionIsRefusedAndLeftAsItIs() throws SQLException {
        Database.open(folder).close();
        sql(
                "insert into flyway_schema_history select installed_rank + 998, '999', 'from the future', type, 'V999__f.sql',"
                        + " 1, installed_by, installed_on, 1, success from flyway_schema_history where version = '001'");
        assertThatThrownBy(() -> Database.open(folder))
                .isInstanceOf(StoreException.class)
                .hasMessage(file + " was written by a newer Rejoinder (version 999); use that one, or another --data"
                        + " folder.");
        sql("delete from flyway_schema_history where version = '999'");
        Database.open(folder).close();
    }

    @Test
    void answersThatAnotherProgramWritesOrTakesAwayAreSeenAtTheNextReading() throws SQLException {
        try (Database database = Database.open(folder)) {
            database.sessions().begin(session(TestBank.questions(3)));
            assertThat(database.reviews().reviews(CandidateId.LOCAL)).isEmpty();
            sql("insert into review select session, place, candidate, question, revision, 1000 + place, 0.5, '[]', 2, 0"
                    + " from asked where place < 2");
            assertThat(database.reviews().reviews(CandidateId.LOCAL)).hasSize(2);
            sql("insert into review select session, place, candidate, question, revision, 1000 + place, 1, '[]', 4, 0"
                    + " from asked where place = 2");
            assertThat(database.reviews().reviews(CandidateId.LOCAL)).hasSize(3);
            sql("delete from review where place = 2");
            sql("insert into review select session, place, candidate, question, revision, 1000 + place, 0, '[]', 1, 0"
                    + " from asked where place = 2");
            assertThat(database.reviews().reviews(CandidateId.LOCAL))
                    .extracting(Review::rating)
                    .containsExactly(Rating.HARD, Rating.HARD, Rating.AGAIN);
            sql("update review set rating = 3 where place = 0");
            assertThat(database.reviews().reviews(CandidateId.LOCAL))
                    .extracting(Review::rating)
                    .containsExactly(Rating.GOOD, Rating.HARD, Rating.AGAIN);
        }
    }

    @Test
    void whateverIsTakenAwayRatedAnewOrAddedWhatWasReadBeforeNeedsNoReadingAnew() throws SQLException {
        SplittableRandom random = new SplittableRandom(11);
        try (Database database = Database.open(folder)) {
            database.sessions().begin(session(TestBank.questions(40)));
            for (int step = 0; step < 120; step++) {
                int place = random.nextInt(40);
                switch (random.nextInt(3)) {
                    case 1 -> sql("delete from review where place > 30");
                    case 2 -> sql("delete from review where rowid = (select max(rowid) from review)");
                    default -> sql("delete from review where place = " + place);
                }
                sql("insert into review select session, place, candidate, question, revision, 1000 + place / 3, "
                        + random.nextInt(9) + " / 8.0, '[]', " + random.nextInt(1, 5)
                        + ", 0 from asked where place in ("
                        + place + ", " + (place + 7) % 40 + ") and place not in (select place from review)");
                assertThat(database.reviews().reviews(CandidateId.LOCAL))
                        .isEqualTo(database.unreadReviews().reviews(CandidateId.LOCAL));
            }
            for (int i = 0; i < 30; i++) {
                sql("delete from review");
                sql(
                        "insert into review select session, place, candidate, question, revision, 1000 + place, 0.5, '[]', 2, 0"
                                + " from asked");
            }
            assertThat(database.reviews().reviews(CandidateId.LOCAL))
                    .as("after more than the thousand that are told")
                    .isEqualTo(database.unreadReviews().reviews(CandidateId.LOCAL))
                    .hasSize(40);
            assertThat(ask("select count(*) from review_gone")).isEqualTo("1000");
        }
    }

    @Test
    void manyWhoReadTheAnswersAtOnceReadTheSame() throws Exception {
        ExecutorService readers = Executors.newFixedThreadPool(8);
        try (Database database = Database.open(folder)) {
            database.sessions().begin(session(TestBank.questions(100)));
            for (int count = 1; count <= 100; count += 9) {
                sql("insert into review select session, place, candidate, question, revision, 1000 + place, 0.5,"
                        + " '[{\"point\":\"p' || place || '\",\"statement\":\"It holds.\",\"earned\":0}]', 2, 0"
                        + " from asked where place >= (select count(*) from review) and place < " + count);
                CyclicBarrier together = new CyclicBarrier(8);
                List<Callable<List<Review>>> readings = Collections.nCopies(8, () -> {
                    together.await();
                    return database.reviews().reviews(CandidateId.LOCAL);
                });
                for (Future<List<Review>> read : readers.invokeAll(readings)) {
                    assertThat(read.get()).hasSize(count);
                }
            }
        } finally {
            readers.shutdownNow();
        }
    }

    @Test
    void answersFromBeforeThereWereRatingsAreRatedByTheirScore() throws SQLException {
        InProgress begun = session(TestBank.questions(2));
        try (Database database = Database.open(folder)) {
            database.sessions().begin(begun);
        }
        // as the version before left it
        for (String table : List.of(
                "lease",
                "pack_file",
                "password_try",
                "sitting",
                "assignment",
                "class_member",
                "classroom",
                "answer_comment",
                "share",
                "sign_in_begun",
                "sign_in",
                "invitation",
                "account")) {
            sql("drop table " + table);
        }
        sql("alter table correction drop column said_by");
        sql("drop index session_start");
        sql("alter table session drop column start_key");
        sql("alter table session drop column follow_ups");
        sql("alter table finding drop column bonus");
        sql("alter table review drop column rating");
        sql("alter table review drop column blank");
        for (String column : List.of("draft_hints", "hints", "rating", "again")) {
            sql("alter table asked drop column " + column);
        }
        sql("drop trigger review_deleted");
        sql("drop trigger review_updated");
        sql("drop table review_change");
        sql("drop table review_gone");
        sql("drop table drill");
        for (String table : List.of("evidence", "doubt", "deduction", "finding", "grade")) {
            sql("drop table earlier_" + table);
        }
        sql("delete from flyway_schema_history where version >= '003'");
        sql(
                "insert into review select session, place, candidate, question, revision, 1000 + place, 0.5, '[]' from asked");

        try (Database database = Database.open(folder)) {
            assertThat(database.reviews().reviews(CandidateId.LOCAL))
                    .extracting(Review::rating)
                    .containsExactly(Rating.HARD, Rating.HARD);
            assertThat(database.sessions().find(CandidateId.LOCAL, ID)).contains(begun);
        }
    }

    @Test
    void answersLeftBlankBeforeThatWasNotedAreFoundToBeBlank() throws SQLException {
        try (Database database = Database.open(folder)) {
            database.sessions().begin(session(TestBank.questions(3)));
        }
        // as the version before left it
        sql("alter table review drop column blank");
        sql("delete from flyway_schema_history where version >= '019'");
        sql("update asked set attempt = case place when 1 then 'EMPTY' else 'ANSWERED' end, outcome = 'OWED'");
        sql("insert into review select session, place, candidate, question, revision, 1000 + place, 0, '[]', 1"
                + " from asked");
        try (Database database = Database.open(folder)) {
            assertThat(database.reviews().reviews(CandidateId.LOCAL))
                    .extracting(Review::blank)
                    .containsExactly(false, true, false);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://localhost/rejoinder",
                "jdbc:sqlite:",
                "jdbc:sqlite::memory:",
                "jdbc:sqlite:file:x?mode=memory",
                "/var/lib/rejoinder"
            })
    void anAddressThatCannotBeUsedIsRefusedWithTheOneToWrite(String url) {
        assertThatThrownBy(() -> Database.open(url))
                .isInstanceOf(StoreException.class)
                .hasMessage(
                        "'" + url + "' is not a database that Rejoinder can use; write jdbc:sqlite: and the path of a"
                                + " file, or postgresql://USER:PASSWORD@HOST:PORT/DATABASE.");
    }

    @Test
    void aFullDiskLosesNothingThatWasSavedBefore() {
        String url = "jdbc:sqlite:" + file;
        Database.open(url).close();
        long pages = file.toFile().length() / 4096;
        try (Database database = Database.open(url + "?max_page_count=" + (pages + 10))) {
            SessionStore store = database.sessions();
            store.begin(session(TestBank.questions(3)));
            Session saved = save(store, 0, "short enough");
            assertThatThrownBy(() -> save(store, 1, "漢".repeat(20_000)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageStartingWith("The disk is full, so ")
                    .hasMessageEndingWith(" was not changed; free some space and try again.");
            assertThat(store.find(CandidateId.LOCAL, ID)).contains(saved);
            assertThat(save(store, 2, "still short"))
                    .isEqualTo(store.find(CandidateId.LOCAL, ID).orElseThrow());
        }
    }

    @Test
    void aDatabaseThatAnotherProgramLocksSaysSo() throws SQLException {
        String url = "jdbc:sqlite:" + file;
        Database.open(folder).close();
        // with a short patience of its own, because the product's is five seconds
        try (Connection other = DriverManager.getConnection(url);
                Statement lock = other.createStatement();
                Connection hasty = DriverManager.getConnection(url + "?busy_timeout=20");
                Statement work = hasty.createStatement()) {
            lock.execute("begin immediate");
            assertThatThrownBy(() -> work.execute("delete from note"))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            busy -> assertThat(SqlFailure.explain("notes.db", busy))
                                    .hasMessage("Another program keeps notes.db locked; close it and try again.")
                                    .hasCause(busy));
        }
    }

    @Test
    void afterClosingTheFileAloneIsAWholeBackup() throws IOException {
        Session saved;
        try (Database database = Database.open(folder)) {
            database.sessions().begin(session(TestBank.questions(3)));
            saved = save(database.sessions(), 1, "some words");
        }
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith("-wal"));
        Path backup = Files.createDirectory(folder.resolve("backup"));
        Files.copy(file, backup.resolve(Database.FILE));
        try (Database database = Database.open(backup)) {
            assertThat(database.sessions().find(CandidateId.LOCAL, ID)).contains(saved);
        }
    }

    @Test
    void everyCommitIsSyncedAndForeignKeysHold() throws SQLException {
        try (Connection connection = DataFile.source("jdbc:sqlite:" + file, SQLiteConfig.TransactionMode.IMMEDIATE)
                .getConnection()) {
            assertThat(ask(connection, "pragma synchronous")).isEqualTo("2");
            assertThat(ask(connection, "pragma journal_mode")).isEqualTo("wal");
            assertThat(ask(connection, "pragma foreign_keys")).isEqualTo("1");
            assertThat(ask(connection, "pragma busy_timeout")).isEqualTo("5000");
        }
    }

    @Test
    void readingWhileAnotherWritesWaitsForNobody() {
        try (Database database = Database.open(folder)) {
            SessionStore store = database.sessions();
            InProgress session = session(TestBank.questions(2));
            store.begin(session);
            store.change(CandidateId.LOCAL, ID, current -> {
                assertThat(store.find(CandidateId.LOCAL, ID)).contains(session);
                assertThat(store.history(CandidateId.LOCAL)).hasSize(1);
                return Change.to(((InProgress) current).handWriteLockTo("other"), "");
            });
        }
    }

    @Test
    void ordinaryTextsAreStoredAsTheyAreSoThatAnySqliteToolCanReadThem() throws SQLException {
        try (Database database = Database.open(folder)) {
            database.sessions().begin(session(TestBank.questions(2)));
            save(database.sessions(), 0, "plain words stay readable");
        }
        assertThat(ask("select draft_text from asked where place = 0")).isEqualTo("plain words stay readable");
    }

    private static InProgress session(List<Question> questions) {
        Blueprint blueprint =
                new Blueprint(Mode.INTERVIEW, List.of(), List.of(), questions.size(), new Pace.Untimed(), 1);
        return InProgress.begin(new SessionSetup(ID, CandidateId.LOCAL, blueprint, questions, TestClock.START), "pen");
    }

    private static Session save(SessionStore store, int place, String text) {
        return store.change(CandidateId.LOCAL, ID, session -> {
            Session next = ((InProgress) session)
                    .save(
                            new DraftSave(place, 0, text, false, Confidence.UNSAID, Duration.ZERO, "pen"),
                            TestClock.START)
                    .next();
            return Change.to(next, next);
        });
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    private String ask(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
            return ask(connection, query);
        }
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement work = connection.createStatement();
                ResultSet answer = work.executeQuery(query)) {
            assertThat(answer.next()).isTrue();
            return answer.getString(1);
        }
    }
}
