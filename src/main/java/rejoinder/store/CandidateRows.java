package rejoinder.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.RuntimeJsonMappingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import rejoinder.plan.CandidateId;
import rejoinder.session.StoreException;

/**
 * The part of an exported archive from which everything can be put back to the letter: the rows of one candidate, a file a table, and a list of them with the
 * version of the tables, their counts and checksums. Rows of an older version go into tables of that version, which are then brought up to date like any others.
 */
final class CandidateRows {
    /** The folder in the archive. */
    private static final String FOLDER = "rows/";

    private static final String LIST = "list.json";
    private static final String FORMAT = "rejoinder-rows/1";
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final ObjectReader ROW =
            JSON.readerForMapOf(Object.class).without(StreamReadFeature.AUTO_CLOSE_SOURCE);

    private CandidateRows() {}

    /**
     * What there is.
     *
     * @param format name and version of this shape
     * @param version of the tables
     * @param tables by name
     */
    record Listed(String format, String version, SortedMap<String, ListedTable> tables) {}

    /** How many rows a table has here, and the SHA-256 of its file. */
    record ListedTable(long rows, String sha256) {}

    /**
     * Everything of a candidate's as files by name.
     *
     * @param reviewNumber what SQL calls the number of a review's row
     */
    static SortedMap<String, String> files(Connection connection, String reviewNumber, CandidateId candidate)
            throws SQLException {
        SortedMap<String, String> files = new TreeMap<>();
        SortedMap<String, ListedTable> listed = new TreeMap<>();
        for (Tables.Table table : Tables.ALL) {
            String lines = Tables.lines(connection, table, reviewNumber, candidate);
            files.put(FOLDER + table.name() + ".jsonl", lines);
            byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
            listed.put(
                    table.name(),
                    new ListedTable(
                            lines.chars().filter(c -> c == '\n').count(),
                            HexFormat.of().formatHex(sha256().digest(bytes))));
        }
        try {
            files.put(
                    FOLDER + LIST,
                    JSON.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(new Listed(FORMAT, Tables.version(connection), listed))
                            + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and figures can always be written.", e);
        }
        return files;
    }

    /** Whether a file is an archive, whole or not. */
    static boolean isZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(2);
            return head.length == 2 && head[0] == 'P' && head[1] == 'K';
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /**
     * Makes a database of the rows of an archive.
     *
     * @param database must not exist
     * @throws StoreException if the archive is not whole, or a newer version's
     */
    static void unpack(Path archive, Path database) {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            Listed listed = list(archive, zip);
            Migrations.SQLITE.at(
                    DataFile.source("jdbc:sqlite:" + database, SQLiteConfig.TransactionMode.IMMEDIATE),
                    archive.toString(),
                    listed.version);
            try (Connection connection = DataFile.source(
                            "jdbc:sqlite:" + database, SQLiteConfig.TransactionMode.IMMEDIATE)
                    .getConnection()) {
                connection.setAutoCommit(false);
                for (Tables.Table table : Tables.ALL) {
                    ListedTable what = listed.tables.get(table.name());
                    if (what != null) {
                        fill(archive, zip, connection, table, what);
                    }
                }
                connection.commit();
            }
        } catch (ZipException e) {
            throw new StoreException(archive + " is a damaged archive; export it again.", e);
        } catch (IOException e) {
            throw unreadable(archive, e);
        } catch (SQLException e) {
            throw new StoreException(
                    archive + " holds rows that do not fit together; export it again, or use another.", e);
        }
    }

    private static Listed list(Path archive, ZipFile zip) throws IOException {
        ZipEntry entry = zip.getEntry(FOLDER + LIST);
        if (entry == null) {
            throw new StoreException(archive + " is not an archive that Rejoinder can restore: it lacks " + FOLDER
                    + LIST + ". Export it again under Settings, or use a file that 'backup' wrote.");
        }
        try (InputStream in = zip.getInputStream(entry)) {
            Listed listed = JSON.readValue(in, Listed.class);
            if (!FORMAT.equals(listed.format) || listed.version == null || listed.tables == null) {
                throw new StoreException(archive + " was exported by a newer Rejoinder; restore it with that one.");
            }
            return listed;
        } catch (JsonProcessingException e) {
            throw new StoreException(archive + " is a damaged archive; export it again.", e);
        }
    }

    private static void fill(Path archive, ZipFile zip, Connection connection, Tables.Table table, ListedTable listed)
            throws IOException, SQLException {
        ZipEntry entry = zip.getEntry(FOLDER + table.name() + ".jsonl");
        if (entry == null) {
            throw new StoreException(archive + " lacks the rows of " + table.name() + "; export it again.");
        }
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest);
                MappingIterator<Map<String, @Nullable Object>> rows = ROW.readValues(in)) {
            long written = fill(archive, connection, table, rows);
            in.transferTo(OutputStream.nullOutputStream());
            if (written != listed.rows
                    || !HexFormat.of().formatHex(digest.digest()).equals(listed.sha256)) {
                throw new StoreException(archive + " was changed or damaged: the rows of " + table.name()
                        + " are not those that were exported. Export it again, or use another.");
            }
        } catch (RuntimeJsonMappingException | JsonProcessingException e) {
            throw new StoreException(archive + " is a damaged archive; export it again.", e);
        }
    }

    private static long fill(
            Path archive,
            Connection connection,
            Tables.Table table,
            MappingIterator<Map<String, @Nullable Object>> rows)
            throws SQLException {
        long written = 0;
        try (Tables.Writer writer = new Tables.Writer(connection, table)) {
            while (rows.hasNext()) {
                Map<String, @Nullable Object> row = rows.next();
                // exported under an account, it comes back to whoever needs none
                row.computeIfPresent("candidate", (column, whose) -> CandidateId.LOCAL.value());
                writer.visit(row);
                written++;
            }
            writer.flush();
        } catch (StoreException e) {
            throw new StoreException(archive + " " + e.getMessage() + "; export it again, or use another.", e);
        }
        return written;
    }

    private static StoreException unreadable(Path archive, IOException problem) {
        return new StoreException(
                archive + " cannot be read (" + FileTrouble.reason(problem) + "); allow that, or use another.",
                problem);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
