package rejoinder.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import rejoinder.account.AccountStore;
import rejoinder.classroom.ClassStore;
import rejoinder.classroom.ShareStore;
import rejoinder.pack.SharedPacks;
import rejoinder.plan.CandidateId;
import rejoinder.plan.ReviewLog;
import rejoinder.session.CandidateStore;
import rejoinder.session.Leases;
import rejoinder.session.LeasesOfOneServer;
import rejoinder.session.SessionStore;
import rejoinder.session.StoreException;

/** The database of one installation: opened, brought up to date, and handed out as stores. What differs between SQLite and PostgreSQL is in its {@link Engine}. */
public final class Database implements AutoCloseable {
    /** The file in the data folder. */
    public static final String FILE = DataFile.NAME;

    private final Engine engine;
    private final Sql sql;
    private final SessionStore sessions;
    private final ReviewLog reviews;
    private final CandidateStore candidates;
    private final AccountStore accounts;
    private final ShareStore shares;
    private final ClassStore classes;
    private final Leases leases;

    private Database(Engine engine) {
        this.engine = engine;
        // answers go to people who have no use for a path of this machine
        this.sql = new Sql(SqlFailure.IN_USE, engine);
        this.sessions = new SqlSessionStore(sql);
        this.reviews = new SqlReviewLog(sql);
        this.candidates = new SqlCandidateStore(sql);
        this.accounts = new SqlAccountStore(sql);
        this.shares = new SqlShareStore(sql);
        this.classes = new SqlClassStore(sql);
        this.leases = engine.isShared() ? new SqlLeases(sql) : new LeasesOfOneServer();
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
        return new Database(SqliteEngine.open(SqliteEngine.PREFIX + file, file.toString()));
    }

    /**
     * Opens a database by its address: one that begins with {@code jdbc:sqlite:} and names a file, or with {@code postgresql://}.
     *
     * @throws StoreException as {@link #open(Path)} does, or if the address is none of those, or a server of another version works there
     */
    public static Database open(String url) {
        if (url.startsWith(PostgresEngine.PREFIX)) {
            return new Database(PostgresEngine.open(url));
        }
        String sqlite = SqliteEngine.PREFIX;
        if (!url.startsWith(sqlite) || url.equals(sqlite) || url.contains(":memory:") || url.contains("mode=memory")) {
            throw new StoreException("'" + url + "' is not a database that Rejoinder can use; write " + sqlite
                    + " and the path of a file, or " + PostgresEngine.PREFIX + "USER:PASSWORD@HOST:PORT/DATABASE.");
        }
        return new Database(SqliteEngine.open(url, url));
    }

    /** The sessions. */
    public SessionStore sessions() {
        return sessions;
    }

    /** Everything of a candidate's as files by name, from which {@link Backups#restore} puts it back to the letter. */
    public SortedMap<String, String> rows(CandidateId candidate) {
        return sql.read(handle -> {
            try {
                return CandidateRows.files(handle.getConnection(), engine.reviewNumber(), candidate);
            } catch (SQLException e) {
                throw SqlFailure.explain(SqlFailure.IN_USE, e);
            }
        });
    }

    /** Why nothing can be kept now; empty if it can. */
    public Optional<String> trouble() {
        return engine.trouble();
    }

    /** How busy the database is, by names of figures. */
    public Map<String, Supplier<Number>> figures() {
        return Map.of(
                "rejoinder.database.reading",
                () -> engine.reader().getHikariPoolMXBean().getActiveConnections(),
                "rejoinder.database.writing",
                () -> engine.writer().getHikariPoolMXBean().getActiveConnections(),
                "rejoinder.database.waiting",
                () -> engine.reader().getHikariPoolMXBean().getThreadsAwaitingConnection()
                        + engine.writer().getHikariPoolMXBean().getThreadsAwaitingConnection());
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

    /** Who may sign in. */
    public AccountStore accounts() {
        return accounts;
    }

    /** Which results are shared. */
    public ShareStore shares() {
        return shares;
    }

    /** Classes and what they were assigned. */
    public ClassStore classes() {
        return classes;
    }

    /** Where several servers keep the packs that people change; empty if one server has this database to itself, and its packs in its folder. */
    public Optional<SharedPacks> packs() {
        return engine.isShared() ? Optional.of(new SqlPacks(sql)) : Optional.empty();
    }

    /** What the clock of the database says, if several servers go by it; empty if one server has this database to itself. */
    public Optional<Instant> time() {
        return engine.isShared()
                ? sql
                        .read(handle -> Sql.rows(
                                handle,
                                "select (extract(epoch from clock_timestamp()) * 1000)::bigint as now",
                                Map.of(),
                                row -> row.time("now")))
                        .stream()
                        .findFirst()
                : Optional.empty();
    }

    /** Which of several servers does what. */
    public Leases leases() {
        return leases;
    }

    /** Deletes every row of a candidate. */
    public void forget(CandidateId candidate) {
        boolean any = sql.read(handle -> Tables.anyOf(handle, candidate));
        if (any) {
            sql.write(handle -> Tables.forget(handle, candidate));
        }
    }

    /** Transactions over all of it. */
    Sql sql() {
        return sql;
    }

    /** Closes the database. */
    @Override
    public void close() {
        engine.close();
    }
}
