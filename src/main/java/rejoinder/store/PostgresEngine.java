package rejoinder.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import rejoinder.session.StoreException;

/**
 * A PostgreSQL database, which several servers may work on. Everything is thought of as one after the other, all the same: a transaction that writes holds a lock
 * until it is committed, that of its candidate or the one of all. Each connection that writes also holds the lock of the tables with the others as long as it
 * lives, so that nobody changes the tables meanwhile; earlier versions, of which one worked on a database at a time, had that lock to themselves.
 */
record PostgresEngine(HikariDataSource writer, HikariDataSource reader) implements Engine {
    static final String PREFIX = "postgresql://";

    /** SQLSTATE of our own: the tables are held by another server. */
    static final String LOCKED = "RJ001";

    /** SQLSTATE of our own: the tables are no longer those that this program knows. */
    static final String CHANGED = "RJ002";

    private static final int WRITERS = 6;
    private static final int READERS = 4;
    private static final int PATIENCE_MS = 5_000;
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 60;

    /** The letters of the name for its number. */
    private static final String TABLES = "x'52656a6f696e6465'::bigint";

    private static final String CHANGING = "x'52656a6f696e6466'::bigint";
    private static final String ALONE = "x'52656a6f696e6467'::bigint";

    private static final String ENTER_ALONE = "select pg_advisory_xact_lock(" + ALONE + ")";
    private static final String ENTER_FOR =
            "select pg_advisory_xact_lock_shared(" + ALONE + "), pg_advisory_xact_lock(hashtextextended(?, 0))";

    /** PostgreSQL may notice a moment late that a server has ended, so the next one tries for three seconds. */
    private static final String HOLD = "do $$ begin for attempt in 1..30 loop"
            + " if LOCK(" + TABLES + ") then return; end if;"
            + " perform pg_sleep(0.1); end loop;"
            + " raise exception 'another server' using errcode = '" + LOCKED + "'; end $$";

    /**
     * A database that is set to lose its last commits in a crash is overruled. A server that sleeps in the middle of a transaction, or has lost its power,
     * keeps nobody waiting for long.
     */
    private static final String FIRST = "set synchronous_commit = on; set idle_in_transaction_session_timeout = '10s';"
            + " set lock_timeout = '15s'; set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; "
            + HOLD.replace("LOCK", "pg_try_advisory_lock_shared")
            + "; do $$ begin if (select max(version) from flyway_schema_history) <> 'VERSION' then"
            + " raise exception 'other tables' using errcode = '" + CHANGED + "'; end if; end $$";

    /**
     * Opens a database and brings its tables up to date.
     *
     * @param url {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE}; a password may also be in the file that PostgreSQL's own programs read
     * @throws StoreException if it cannot be reached, a server of another version works on it, or its tables are another program's or newer
     */
    static PostgresEngine open(String url) {
        PGSimpleDataSource source = source(url);
        String name = "the database " + source.getDatabaseName() + " on " + String.join(",", source.getServerNames());
        HikariDataSource writer = null;
        HikariDataSource reader = null;
        try {
            String version = upToDate(source, name);
            writer = writers(source, version);
            reader = readers(source);
            return new PostgresEngine(writer, reader);
        } catch (SQLException | FlywayException | HikariPool.PoolInitializationException e) {
            close(reader);
            close(writer);
            throw SqlFailure.explain(name, e);
        }
    }

    /** Changes the tables if they are to be changed: alone, and not while another server does the same. */
    private static String upToDate(PGSimpleDataSource source, String name) throws SQLException {
        try (Connection gate = source.getConnection();
                Statement work = gate.createStatement()) {
            work.execute("set lock_timeout = '60s'; select pg_advisory_lock(" + CHANGING + ")");
            return Migrations.POSTGRESQL.run(source, name, version -> {
                try {
                    work.execute(HOLD.replace("LOCK", "pg_try_advisory_lock"));
                } catch (SQLException e) {
                    throw SqlFailure.explain(name, e);
                }
            });
        }
    }

    private static PGSimpleDataSource source(String url) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            URI address = new URI(url);
            if (address.getHost() == null
                    || address.getPath() == null
                    || address.getPath().length() < 2) {
                throw strange();
            }
            String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
            int port = address.getPort();
            source.setUrl("jdbc:postgresql://" + address.getHost() + (port < 0 ? "" : ":" + port) + address.getRawPath()
                    + query);
            String who = address.getRawUserInfo();
            if (who != null) {
                int colon = who.indexOf(':');
                source.setUser(decoded(colon < 0 ? who : who.substring(0, colon)));
                if (colon >= 0) {
                    source.setPassword(decoded(who.substring(colon + 1)));
                }
            }
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw strange();
        }
        source.setApplicationName("rejoinder");
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setSocketTimeout(ANSWER_SECONDS);
        source.setTcpKeepAlive(true);
        return source;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    // the address is not repeated: a password may be in it
    private static StoreException strange() {
        return new StoreException("The address of the database cannot be read; write it as " + PREFIX
                + "USER:PASSWORD@HOST:PORT/DATABASE, with strange characters of the password as %40.");
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    private static HikariDataSource writers(PGSimpleDataSource source, String version) {
        HikariConfig config = pool("writer", source, WRITERS);
        // what is read behind a lock must be what was written before it was free
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(FIRST.replace("VERSION", version));
        return new HikariDataSource(config);
    }

    private static HikariDataSource readers(PGSimpleDataSource source) {
        HikariConfig config = pool("reader", source, READERS);
        config.setReadOnly(true);
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(String use, PGSimpleDataSource source, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rejoinder-" + use);
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(PATIENCE_MS);
        return config;
    }

    @Override
    public void enterAlone(Handle handle) {
        handle.execute(ENTER_ALONE);
    }

    @Override
    public void enterFor(Handle handle, String name) {
        handle.execute(ENTER_FOR, name);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public String reviewNumber() {
        return "number";
    }

    @Override
    public String inOrder(String column) {
        return column;
    }

    @Override
    public void requireInPlace() {
        // a commit that the database has acknowledged is kept
    }

    @Override
    public Optional<String> trouble() {
        try (Connection connection = writer.getConnection();
                Statement work = connection.createStatement()) {
            work.execute("select 1");
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.ofNullable(SqlFailure.explain(SqlFailure.IN_USE, e).getMessage());
        }
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }
}
