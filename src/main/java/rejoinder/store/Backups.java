package rejoinder.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import rejoinder.session.StoreException;

/** Makes complete copies of a database, even while it is written to, and restores them. A plain copy of the file is not complete: the newest words are in the log beside it. */
public final class Backups {
    /** The folder in the data folder that holds the copies made without being asked for. */
    public static final String FOLDER = "backups";

    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);
    private static final String PREFIX = "rejoinder-";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Backups() {}

    /**
     * What is in a database file.
     *
     * @param sessions of all candidates
     * @param answers texts typed in them, also those not handed in
     */
    public record Contents(int sessions, int answers) {}

    /**
     * Copies the database of a data folder, whether or not a server is writing to it.
     *
     * @param target must not exist
     * @return what the copy was found to hold
     * @throws StoreException if there is nothing to copy, or the copy cannot be made or is not whole
     */
    public static Contents make(Path folder, Path target) {
        Path database = folder.resolve(DataFile.NAME);
        if (!Files.isRegularFile(database)) {
            throw new StoreException("There is no database in " + folder + " to copy; name its folder with --data.");
        }
        if (Files.exists(target)) {
            throw new StoreException(target + " already exists; name a new file for the backup.");
        }
        return copy(database, target);
    }

    /**
     * Makes a copy in the folder's own {@value #FOLDER}, unless the newest is young enough, and deletes all but the newest.
     *
     * @return where the copy is; empty if none was due
     */
    public static Optional<Path> makeIfDue(Path folder, Duration every, int keep, Instant now) {
        Path backups = folder.resolve(FOLDER);
        List<Path> made = scheduled(backups);
        String due = PREFIX + STAMP.format(now.minus(every)) + ".db";
        if (!made.isEmpty()
                && made.get(made.size() - 1).getFileName().toString().compareTo(due) > 0) {
            return Optional.empty();
        }
        DataFolder.prepare(backups);
        Path target = backups.resolve(PREFIX + STAMP.format(now) + ".db");
        copy(folder.resolve(DataFile.NAME), target);
        List<Path> all = scheduled(backups);
        for (Path old : all.subList(0, Math.max(0, all.size() - keep))) {
            delete(old);
        }
        return Optional.of(target);
    }

    // the oldest first
    private static List<Path> scheduled(Path backups) {
        if (!Files.isDirectory(backups)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(backups)) {
            return files.filter(file -> file.getFileName().toString().matches(PREFIX + "\\d{8}-\\d{6}\\.db"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw failure(backups, e);
        }
    }

    /** Copies a database before its tables are changed; a copy made at the same change before is replaced. */
    static void beforeMigration(Path database, String version) {
        Path backups = database.resolveSibling(FOLDER);
        DataFolder.prepare(backups);
        Path target = backups.resolve("before-version-" + version + ".db");
        delete(target);
        copy(database, target);
    }

    /**
     * A backup or archive against what is there now.
     *
     * @param archive whether it is an exported archive, with the data of one candidate
     * @param version of its tables
     * @param contents of it
     * @param replaced what is in the data folder and would be replaced; empty if there is nothing, or nothing that can be read
     * @param replacesFile whether there is a file that would be replaced
     */
    public record Comparison(
            boolean archive, String version, Contents contents, Optional<Contents> replaced, boolean replacesFile) {}

    /**
     * Checks a backup or an exported archive as {@link #restore} does, and writes nothing into the data folder.
     *
     * @throws StoreException if it is not whole, or written by a newer version
     */
    public static Comparison compare(Path backup, Path folder) {
        return withDatabase(backup, source -> {
            Path database = folder.resolve(DataFile.NAME);
            boolean there = Files.isRegularFile(database);
            Checked checked = look(source);
            return new Comparison(
                    !source.equals(backup),
                    checked.version,
                    checked.contents,
                    there ? readable(database) : Optional.empty(),
                    there);
        });
    }

    private static Optional<Contents> readable(Path database) {
        try {
            return Optional.of(check(database));
        } catch (StoreException e) {
            LOG.debug("What is replaced cannot be read.", e);
            return Optional.empty();
        }
    }

    /**
     * Puts a backup, or what an exported archive holds, in place of the database, whole or not at all. What was there is copied into {@value #FOLDER} first.
     *
     * @return what is there now
     * @throws StoreException if the backup or archive is not whole, or a server is at work in the folder
     */
    public static Contents restore(Path backup, Path folder, Instant now) {
        return withDatabase(backup, source -> {
            Contents contents = check(source);
            if (!source.equals(backup)) {
                requireNoAccounts(folder);
            }
            Optional<SortedMap<String, byte[]>> packs =
                    source.equals(backup) ? Optional.empty() : ArchivedPacks.of(backup);
            replace(source, folder, packs, now);
            return contents;
        });
    }

    private static void requireNoAccounts(Path folder) {
        Path database = folder.resolve(DataFile.NAME);
        if (Files.isRegularFile(database)) {
            int accounts = accounts(database);
            if (accounts > 0) {
                throw new StoreException("The archive holds the data of one candidate and would take the place of "
                        + accounts + (accounts == 1 ? " account" : " accounts")
                        + " with everything they have; restore it into another folder with --data.");
            }
        }
    }

    private static int accounts(Path database) {
        try (Connection connection = DataFile.source("jdbc:sqlite:" + database, SQLiteConfig.TransactionMode.DEFERRED)
                        .getConnection();
                Statement work = connection.createStatement()) {
            return hasAccounts(work)
                    ? Integer.parseInt(text(work, "select count(*) from account where removed_at is null"))
                    : 0;
        } catch (SQLException e) {
            LOG.debug("What is replaced cannot be read.", e);
            return 0;
        }
    }

    private static boolean hasAccounts(Statement work) throws SQLException {
        return text(work, "select count(*) from sqlite_master where name in ('account', 'sign_in', 'invitation')")
                .equals("3");
    }

    private static boolean hasShares(Statement work) throws SQLException {
        return text(work, "select count(*) from sqlite_master where name = 'share'")
                .equals("1");
    }

    /** Sign-outs, used invitations and withdrawn links stay so, even if the backup is older. */
    private static void endSignIns(Path database) {
        try (Connection connection = DataFile.source("jdbc:sqlite:" + database, SQLiteConfig.TransactionMode.IMMEDIATE)
                        .getConnection();
                Statement work = connection.createStatement()) {
            if (hasAccounts(work)) {
                work.executeUpdate("delete from sign_in");
                work.executeUpdate("delete from invitation");
            }
            if (hasShares(work)) {
                work.executeUpdate("delete from share");
            }
            work.execute("pragma wal_checkpoint(truncate)");
        } catch (SQLException e) {
            throw SqlFailure.explain(database.toString(), e);
        }
    }

    /**
     * How many of a person's own packs an archive holds, and how many are in a data folder.
     *
     * @param archived empty if the file says nothing about packs, so that those that are there stay
     */
    public record PackCounts(Optional<Integer> archived, int there) {}

    /** Counts the own packs of a backup or an archive. */
    public static PackCounts packs(Path backup, Path folder) {
        return new PackCounts(
                CandidateRows.isZip(backup)
                        ? ArchivedPacks.of(backup).map(packs -> ArchivedPacks.count(packs.keySet().stream()))
                        : Optional.empty(),
                ArchivedPacks.count(folder));
    }

    /** Where the own packs go that are replaced. */
    static Path keptPacks(Path folder, Instant now) {
        Path backups = folder.resolve(FOLDER);
        DataFolder.prepare(backups);
        return backups.resolve("replaced-" + STAMP.format(now) + "-packs");
    }

    /** Copies the database of a folder beside it before its rows are replaced. */
    static void keepReplaced(Path folder, Instant now) {
        Path backups = folder.resolve(FOLDER);
        DataFolder.prepare(backups);
        copy(folder.resolve(DataFile.NAME), backups.resolve("replaced-" + STAMP.format(now) + ".db"));
    }

    private static void replace(Path source, Path folder, Optional<SortedMap<String, byte[]>> packs, Instant now) {
        DataFolder held = DataFolder.lock(folder);
        try {
            Optional<Path> freshPacks = packs.map(files -> ArchivedPacks.prepare(folder, files));
            Path database = folder.resolve(DataFile.NAME);
            Path fresh = folder.resolve(DataFile.NAME + ".new");
            Files.copy(source, fresh, StandardCopyOption.REPLACE_EXISTING);
            DataFile.ours(fresh);
            endSignIns(fresh);
            sync(fresh);
            if (Files.isRegularFile(database)) {
                Path backups = folder.resolve(FOLDER);
                DataFolder.prepare(backups);
                Files.copy(database, backups.resolve("replaced-" + STAMP.format(now) + ".db"));
                move(database, "-wal", backups.resolve("replaced-" + STAMP.format(now) + ".db-wal"));
                Files.deleteIfExists(Path.of(database + "-shm"));
            }
            Files.move(fresh, database, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            freshPacks.ifPresent(files -> ArchivedPacks.swap(files, folder, keptPacks(folder, now)));
        } catch (IOException e) {
            throw failure(folder, e);
        } finally {
            held.close();
        }
    }

    /** Does something with a backup, or with a database made of an archive, which is deleted after it. */
    static <R> R withDatabase(Path backup, Function<Path, R> work) {
        if (!Files.isRegularFile(backup)) {
            throw new StoreException("There is no file " + backup + "; check the path.");
        }
        if (!CandidateRows.isZip(backup)) {
            return work.apply(backup);
        }
        Path folder;
        try {
            folder = Files.createTempDirectory("rejoinder-restore");
        } catch (IOException e) {
            throw failure(Path.of(System.getProperty("java.io.tmpdir", "")), e);
        }
        Path made = folder.resolve(DataFile.NAME);
        try {
            CandidateRows.unpack(backup, made);
            return work.apply(made);
        } finally {
            for (String end : List.of("-wal", "-shm", "")) {
                delete(Path.of(made + end));
            }
            delete(folder);
        }
    }

    private static void move(Path database, String end, Path target) throws IOException {
        Path beside = Path.of(database + end);
        if (Files.exists(beside)) {
            Files.move(beside, target);
        }
    }

    private static Contents copy(Path database, Path target) {
        Path part = target.resolveSibling(target.getFileName() + ".part");
        delete(part);
        try (Connection connection = DataFile.source("jdbc:sqlite:" + database, SQLiteConfig.TransactionMode.DEFERRED)
                        .getConnection();
                PreparedStatement copy = connection.prepareStatement("vacuum into ?")) {
            copy.setString(1, part.toString());
            copy.execute();
        } catch (SQLException e) {
            throw SqlFailure.explain(target.toString(), e);
        }
        DataFile.ours(part);
        OpenMark.takeFrom(part);
        Contents contents = check(part);
        try {
            sync(part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure(target, e);
        }
        return contents;
    }

    /**
     * Looks whether a file is a whole database of this program.
     *
     * @throws StoreException if it is not
     */
    static Contents check(Path file) {
        return look(file).contents;
    }

    private record Checked(String version, Contents contents) {}

    private static Checked look(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        OpenMark.requireWhole(file);
        boolean alone = !Files.exists(Path.of(file + "-wal"));
        try (Connection connection = source.getConnection();
                Statement work = connection.createStatement()) {
            if (!text(work, "pragma integrity_check").equals("ok")) {
                throw new StoreException(file + " is damaged; use another backup.");
            }
            boolean foreign = !text(
                            work,
                            "select count(*) from sqlite_master where name in ('session', 'asked', 'flyway_schema_history')")
                    .equals("3");
            if (foreign) {
                throw new StoreException(file + " holds no data of Rejoinder; use a file that 'backup' wrote.");
            }
            return new Checked(
                    Tables.version(connection),
                    new Contents(
                            Integer.parseInt(text(work, "select count(*) from session")),
                            Integer.parseInt(text(work, "select count(*) from asked where draft_text <> ''"))));
        } catch (SQLException e) {
            throw new StoreException(file + " is damaged or not a database; use another backup.", e);
        } finally {
            // one that only reads may leave these behind
            if (alone) {
                delete(Path.of(file + "-wal"));
                delete(Path.of(file + "-shm"));
            }
        }
    }

    private static String text(Statement work, String query) throws SQLException {
        try (ResultSet rows = work.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static StoreException failure(Path file, IOException problem) {
        return new StoreException(
                file + " cannot be read or written (" + FileTrouble.reason(problem)
                        + "); allow that, or name another place.",
                problem);
    }
}
