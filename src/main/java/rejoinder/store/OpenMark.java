package rejoinder.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import rejoinder.session.StoreException;

/**
 * A mark in the file of a database that says that it is open, so the newest data may be in the log next to it. A file with the mark but without its log is
 * a plain copy that was made meanwhile and is not complete.
 */
final class OpenMark {
    /** Where SQLite keeps the number that a program may set, four bytes with the highest first. */
    private static final int USER_VERSION_AT = 60;

    private static final int OPEN = 1;

    private OpenMark() {}

    /** Removes the mark from a copy. */
    static void takeFrom(Path copy) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy)) {
            set(connection, false);
        } catch (SQLException e) {
            throw SqlFailure.explain(copy.toString(), e);
        }
    }

    /** Sets or removes the mark in the file itself. */
    static void set(Connection connection, boolean open) throws SQLException {
        try (Statement work = connection.createStatement()) {
            work.execute("pragma user_version = " + (open ? OPEN : 0));
            // into the file: a mark in the log would not be copied with it
            work.execute("pragma wal_checkpoint(truncate)");
        }
    }

    /** @throws StoreException if the file is empty, or a plain copy of one that was open */
    static void requireWhole(Path file) {
        try {
            boolean log = Files.exists(Path.of(file + "-wal"));
            if (Files.size(file) == 0 && !log) {
                throw new StoreException(
                        file
                                + " is empty: it was cut off, or never copied. Put a backup in its place with 'restore', or delete it to start over.");
            }
            if (Files.size(file) >= USER_VERSION_AT + 4 && !log && mark(file) == OPEN) {
                throw new StoreException(
                        file
                                + " is a copy of the file alone, made while Rejoinder was writing: the newest words are in the file that ends in -wal. Put that one beside it, or use a file that 'backup' wrote.");
            }
        } catch (IOException e) {
            throw new StoreException(
                    file + " cannot be read (" + FileTrouble.reason(e) + "); allow that, or use another --data folder.",
                    e);
        }
    }

    private static int mark(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            byte[] head = new byte[6];
            bytes.readFully(head);
            if (!new String(head, StandardCharsets.US_ASCII).equals("SQLite")) {
                return 0;
            }
            bytes.seek(USER_VERSION_AT);
            return bytes.readInt();
        }
    }
}
