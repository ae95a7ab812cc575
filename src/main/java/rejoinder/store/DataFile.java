package rejoinder.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The file of an SQLite database and its companion files: how they are opened, who may read them, and whether the file is still the same one. */
final class DataFile {
    /** Its name in the data folder. */
    static final String NAME = "rejoinder.db";

    private static final Logger LOG = LoggerFactory.getLogger(DataFile.class);
    private static final int BUSY_TIMEOUT_MS = 5000;

    private DataFile() {}

    /** Connections that sync each commit, and wait a little for others. */
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

    /** Makes the files of a database readable for this user only. */
    static void closeToOthers(Path database) {
        List.of("", "-wal", "-shm").forEach(end -> {
            Path file = Path.of(database + end);
            if (Files.isRegularFile(file)) {
                ours(file);
            }
        });
    }

    /** Makes a file readable for this user only. */
    static void ours(Path file) {
        permit(file, "rw-------");
    }

    /** Sets the permissions of a file or folder, where the file system has them. */
    static void permit(Path path, String permissions) {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            if (view != null) {
                view.setPermissions(PosixFilePermissions.fromString(permissions));
            }
        } catch (IOException e) {
            LOG.warn("The permissions of {} could not be restricted: {}.", path, FileTrouble.reason(e));
        }
    }

    /** Identifies a file: a new file under the same name has another identity. */
    static Optional<Object> identity(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime()));
        } catch (IOException e) {
            LOG.debug("{} cannot be looked at.", file, e);
            return Optional.empty();
        }
    }
}
