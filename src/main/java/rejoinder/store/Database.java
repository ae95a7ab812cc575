package rejoinder.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
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
    public static final String FILE = "rejoinder.db";

    private static final String SQLITE = "jdbc:sqlite:";
    private static final int READERS = 4;
    private static final int BUSY_TIMEOUT_MS = 5000;

    private final String name;
    private final Sql sql;
    private final HikariDataSource writer;
    private final HikariDataSource reader;
    private final SessionStore sessions;
    private final ReviewLog reviews;
    private final CandidateStore candidates;

    private Database(String name, HikariDataSource writer, HikariDataSource reader) {
        this.name = name;
        this.writer = writer;
        this.reader = reader;
        // answers go to people who have no use for a path of this machine
        this.sql = new Sql(SqlFailure.IN_USE, writer, reader);
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
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StoreException(folder + " is a file, not a folder; name a folder with --data.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "The data folder " + folder + " cannot be made (" + FileTrouble.reason(e)
                            + "); name another with --data.",
                    e);
        }
        Path file = folder.resolve(FILE);
        if (Files.isDirectory(file)) {
            throw new StoreException(
                    file + " is a folder, not a database; move it away, or use another --data folder.");
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
            throw new StoreException("'" + url + "' is no database that Rejoinder can use; write " + SQLITE
                    + " and the path of a file.");
        }
        return open(url, url);
    }

    private static Database open(String url, String name) {
        HikariDataSource writer = null;
        HikariDataSource reader = null;
        try {
            Migrations.run(source(url, SQLiteConfig.TransactionMode.IMMEDIATE), name);
            writer = pool("writer", source(url, SQLiteConfig.TransactionMode.IMMEDIATE), 1);
            // an immediate transaction fails at once where writing is not allowed
            Jdbi.create(writer).useTransaction(handle -> handle.execute("select 1"));
            reader = pool("reader", source(url, SQLiteConfig.TransactionMode.DEFERRED), READERS);
            return new Database(name, writer, reader);
        } catch (JdbiException | FlywayException | HikariPool.PoolInitializationException e) {
            close(reader);
            close(writer);
            throw SqlFailure.explain(name, e);
        }
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    static SQLiteDataSource source(String url, SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_TIMEOUT_MS);
        config.enforceForeignKeys(true);
        config.setTransactionMode(mode);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(url);
        return source;
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
            Jdbi.create(writer).useHandle(handle -> handle.execute("pragma wal_checkpoint(truncate)"));
        } catch (JdbiException e) {
            throw SqlFailure.explain(name, e);
        } finally {
            writer.close();
        }
    }
}
