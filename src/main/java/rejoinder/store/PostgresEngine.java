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
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import rejoinder.session.StoreException;

/**
 * A PostgreSQL database. One connection writes, as with SQLite, so that everything is thought of as one after the other; it holds a lock of the database for as
 * long as it lives, so that a second server cannot write, and a server whose connection broke cannot write either until it has the lock again.
 */
record PostgresEngine(HikariDataSource writer, HikariDataSource reader) implements Engine {
    static final String PREFIX = "postgresql://";

    /** SQLSTATE of our own: the lock is held by another server. */
    static final String LOCKED = "RJ001";

    private static final int READERS = 4;
    private static final int PATIENCE_MS = 5_000;
    private static final int CONNECT_SECONDS = 5;
    private static final int ANSWER_SECONDS = 60;

    /**
     * The lock has the letters of the name for its number. PostgreSQL may notice a moment late that a server has ended, so the next one tries for three seconds.
     * Whoever has set the database to lose the last commits in a crash is overruled.
     */
    private static final String FIRST = "set synchronous_commit = on; do $$ begin for attempt in 1..30 loop"
            + " if pg_try_advisory_lock(x'52656a6f696e6465'::bigint) then return; end if;"
            + " perform pg_sleep(0.1); end loop;"
            + " raise exception 'another server' using errcode = '" + LOCKED + "'; end $$";

    /**
     * Opens a database and brings its tables up to date.
     *
     * @param url {@code postgresql://USER:PASSWORD@HOST:PORT/DATABASE}; a password may also stand in the file that PostgreSQL's own programs read
     * @throws StoreException if it cannot be reached, another server works on it, or its tables are another program's or newer
     */
    static PostgresEngine open(String url) {
        PGSimpleDataSource source = source(url);
        String name = "the database " + source.getDatabaseName() + " on " + String.join(",", source.getServerNames());
        HikariDataSource writer = null;
        HikariDataSource reader = null;
        try {
            writer = pool("writer", source, 1);
            Migrations.POSTGRESQL.run(source, name, version -> {});
            reader = pool("reader", source, READERS);
            return new PostgresEngine(writer, reader);
        } catch (FlywayException | HikariPool.PoolInitializationException e) {
            close(reader);
            close(writer);
            throw SqlFailure.explain(name, e);
        } catch (StoreException e) {
            close(writer);
            throw e;
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

    // the address is not repeated: a password may stand in it
    private static StoreException strange() {
        return new StoreException("The address of the database cannot be read; write it as " + PREFIX
                + "USER:PASSWORD@HOST:PORT/DATABASE, with strange characters of the password as %40.");
    }

    private static void close(@Nullable HikariDataSource pool) {
        if (pool != null) {
            pool.close();
        }
    }

    private static HikariDataSource pool(String use, PGSimpleDataSource source, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("rejoinder-" + use);
        config.setDataSource(source);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(PATIENCE_MS);
        if (connections > 1) {
            config.setReadOnly(true);
            config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        } else {
            config.setConnectionInitSql(FIRST);
        }
        return new HikariDataSource(config);
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
