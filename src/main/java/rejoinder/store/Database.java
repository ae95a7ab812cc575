package rejoinder.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import rejoinder.plan.CandidateId;
import rejoinder.plan.ReviewLog;
import rejoinder.session.CandidateStore;
import rejoinder.session.SessionStore;
import rejoinder.session.StoreException;

/**
 * The database of one installation: opened, brought up to date, and handed out as stores. SQLite keeps a write-ahead log and syncs it with each commit, so
 * what a store has returned from survives a power cut. One connection writes, because SQLite lets only one write anyway and several of them starve each other;
 * the others read beside it.
 */
public final class Database implements AutoCloseable {
    /** The file in the data folder. */
    public static final String FILE = DataFile.NAME;

    private static final String SQLITE = "jdbc:sqlite:";
    private static final int READERS = 4;

    private final String name;
    private final Path file;
    private final Optional<Object> identity;
    private final Sql sql;
    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final SessionStore sessions;
    private final ReviewLog reviews;
    private final CandidateStore candidates;

    private Database(String name, Path file, HikariDataSource writer, HikariDataSource reader) {
        this.name = name;
        this.file = file;
        this.identity = DataFile.identity(file);
        this.writer = writer;
        this.reader = reader;
        // answers go to people who have no use for a path of this machine
        this.sql = new Sql(SqlFailure.IN_USE, writer, reader, this::requireInPlace);
        this.sessions = new SqlSessionStore(sql);
        this.reviews = new SqlReviewLog(sql);
        this.candidates = new SqlCandidateStore(sql);
    }

    /**
     * Opens {@value #FILE} in a data folder; makes the folder and the file where they are missing.
     *
     * @throws StoreException if the folder cannot be used, or the file is damaged, no database, or written by a newer version
     */
    public static Database open(Path folder) {
        DataFolder.prepare(folder);
        Path file = folder.resolve(FILE);
        if (Files.isDirectory(file)) {
            throw new StoreException(
                    file + " is a folder, not a database; move it away, or use another --data folder.");
        }
        if (Files.isRegularFile(file)) {
            OpenMark.requireWhole(file);
            DataFile.closeToOthers(file);
        }
        return open(SQLITE + file, file.toString());
    }

    /**
     * Opens a database by its JDBC address; the ones that begin with {@code jdbc:sqlite:} and name a file are understood.
     *
     * @throws StoreException as {@link #open(Path)} does, or if the address is none of those
     */
    public static Database open(String url) {
        if (!url.startsWith(SQLITE) || url.equals(SQLITE) || url.contains(":memory:") || url.contains("mode=memory")) {
            throw new StoreException("'" + url + "' is not a database that Rejoinder can use; write " + SQLITE
                    + " and the path of a file.");
        }
        return open(url, url);
    }

    private static Database open(String url, String name) {
        HikariDataSource writer = null;
        HikariDataSource reader = null;
        try {
            Path file = Path.of(url.substring(SQLITE.length()).replaceFirst("\\?.*", ""));
            Migrations.run(
                    DataFile.source(url, SQLiteConfig.TransactionMode.IMMEDIATE),
                    name,
                    version -> Backups.beforeMigration(file, version));
            writer = pool("writer", DataFile.source(url, SQLiteConfig.TransactionMode.IMMEDIATE), 1);
            // an immediate transaction fails at once where writing is not allowed
            Jdbi.create(writer).useTransaction(handle -> handle.execute("select 1"));
            reader = pool("reader", DataFile.source(url, SQLiteConfig.TransactionMode.DEFERRED), READERS);
            markOpen(writer, true);
            DataFile.closeToOthers(file);
            return new Database(name, file, writer, reader);
        } catch (SQLException | JdbiException | FlywayException | HikariPool.PoolInitializationException e) {
            close(reader);
            close(writer);
            throw SqlFailure.explain(name, e);
        }
    }

    private static void markOpen(HikariDataSource writer, boolean open) throws SQLException {
        try (Connection connection = writer.getConnection()) {
            OpenMark.set(connection, open);
        }
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    private static HikariDataSource pool(String use, SQLiteDataSource source, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rejoinder-" + use);
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        if (connections > 1) {
            config.setConnectionInitSql("pragma query_only = on");
        }
        return new HikariDataSource(config);
    }

    /** The sessions. */
    public SessionStore sessions() {
        return sessions;
    }

    /** Everything of a candidate's as files by name, from which {@link Backups#restore} puts it back to the letter. */
    public SortedMap<String, String> rows(CandidateId candidate) {
        return sql.read(handle -> {
            try {
                return CandidateRows.files(handle.getConnection(), candidate);
            } catch (SQLException e) {
                throw SqlFailure.explain(SqlFailure.IN_USE, e);
            }
        });
    }

    private void requireInPlace() {
        if (!DataFile.identity(file).equals(identity)) {
            throw new StoreException(
                    "The file of the database was deleted or replaced while Rejoinder was running, so nothing is saved any more."
                            + " Keep this page open, put the file back or stop Rejoinder and start it again.");
        }
    }

    /** Why nothing can be kept now; empty if it can. */
    public Optional<String> trouble() {
        try {
            requireInPlace();
        } catch (StoreException e) {
            return Optional.ofNullable(e.getMessage());
        }
        return Files.isWritable(file) && Files.isWritable(file.resolveSibling(file.getFileName() + "-wal"))
                ? Optional.empty()
                : Optional.of(
                        "The data folder can only be read, so nothing is saved; make it writable and start Rejoinder again.");
    }

    /** How busy the database is, by names of figures. */
    public Map<String, Supplier<Number>> figures() {
        return Map.of(
                "rejoinder.database.reading", () -> reader.getHikariPoolMXBean().getActiveConnections(),
                "rejoinder.database.writing", () -> writer.getHikariPoolMXBean().getActiveConnections(),
                "rejoinder.database.waiting",
                        () -> reader.getHikariPoolMXBean().getThreadsAwaitingConnection()
                                + writer.getHikariPoolMXBean().getThreadsAwaitingConnection());
    }

    /** The graded attempts, as memory sees them. */
    public ReviewLog reviews() {
        return reviews;
    }

    /** The same, with nothing read so far. */
    ReviewLog unreadReviews() {
        return new SqlReviewLog(sql);
    }

    /** Notes and settings. */
    public CandidateStore candidates() {
        return candidates;
    }

    /** Moves the write-ahead log into the file, so that the file alone is a whole backup, and lets go of it. */
    @Override
    public void close() {
        reader.close();
        try {
            // a deleted file has nothing to be moved into, and a server that goes on keeps its mark
            if (DataFile.identity(file).equals(identity) && !DataFolder.heldElsewhere(file.resolveSibling(""))) {
                markOpen(writer, false);
            }
        } catch (SQLException e) {
            throw SqlFailure.explain(name, e);
        } finally {
            writer.close();
        }
    }
}
