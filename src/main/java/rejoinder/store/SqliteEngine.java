package rejoinder.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import rejoinder.session.StoreException;

/**
 * SQLite in a file, with a write-ahead log that is synced with each commit, so that what a store has returned from survives a power cut. One connection writes,
 * because SQLite lets only one write anyway and several of them starve each other; the others read beside it.
 */
record SqliteEngine(String name, Path file, Optional<Object> identity, HikariDataSource writer, HikariDataSource reader)
        implements Engine {
    static final String PREFIX = "jdbc:sqlite:";

    /** Given out in ascending order; one is only given out again if every row from it on was taken away. */
    static final String REVIEW_NUMBER = "rowid";

    private static final int READERS = 4;

    /**
     * Opens a database by its JDBC address.
     *
     * @param name for messages
     * @throws StoreException if the file is damaged, no database, or written by a newer version
     */
    static SqliteEngine open(String url, String name) {
        HikariDataSource writer = null;
        HikariDataSource reader = null;
        try {
            Path file = Path.of(url.substring(PREFIX.length()).replaceFirst("\\?.*", ""));
            Migrations.SQLITE.run(
                    DataFile.source(url, SQLiteConfig.TransactionMode.IMMEDIATE),
                    name,
                    version -> Backups.beforeMigration(file, version));
            writer = pool("writer", DataFile.source(url, SQLiteConfig.TransactionMode.IMMEDIATE), 1);
            // an immediate transaction fails at once where writing is not allowed
            Jdbi.create(writer).useTransaction(handle -> handle.execute("select 1"));
            reader = pool("reader", DataFile.source(url, SQLiteConfig.TransactionMode.DEFERRED), READERS);
            markOpen(writer, true);
            DataFile.closeToOthers(file);
            return new SqliteEngine(name, file, DataFile.identity(file), writer, reader);
        } catch (SQLException | JdbiException | FlywayException | HikariPool.PoolInitializationException e) {
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

    private static void markOpen(HikariDataSource writer, boolean open) throws SQLException {
        try (Connection connection = writer.getConnection()) {
            OpenMark.set(connection, open);
        }
    }

    @Override
    public void enterAlone(Handle handle) {
        // whoever writes to SQLite is alone
    }

    @Override
    public void enterFor(Handle handle, String name) {
        enterAlone(handle);
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public String reviewNumber() {
        return REVIEW_NUMBER;
    }

    @Override
    public String inOrder(String column) {
        // keeps SQLite from walking through an index
        return "+" + column;
    }

    @Override
    public void requireInPlace() {
        if (!DataFile.identity(file).equals(identity)) {
            throw new StoreException(
                    "The file of the database was deleted or replaced while Rejoinder was running, so nothing is saved any more."
                            + " Keep this page open, put the file back or stop Rejoinder and start it again.");
        }
    }

    @Override
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
