package rejoinder.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.session.StoreException;

/** Copies a data folder into another database. */
public final class Moving {
    private static final Logger LOG = LoggerFactory.getLogger(Moving.class);

    private Moving() {}

    /**
     * Copies everything into an empty database, counts it there, and only then keeps it. The folder stays as it is, but for tables of an older version, which
     * are brought up to date first.
     *
     * @param url of the database
     * @return how many rows each table has now, in the order in which they were filled
     * @throws StoreException if there is nothing to copy, the database is not empty or a server works on either, or a count is not the same on both sides
     */
    public static Map<String, Long> move(Path folder, String url) {
        if (!Files.isRegularFile(folder.resolve(DataFile.NAME))) {
            throw new StoreException("There is no database in " + folder + " to move; name its folder with --from.");
        }
        try (DataFolder held = DataFolder.lock(folder);
                Database from = Database.open(folder);
                Database to = Database.open(url)) {
            LOG.debug("Held while it is moved: {}.", held);
            return from.sql().read(source -> to.sql().write(target -> copy(source, target)));
        }
    }

    private static Map<String, Long> copy(Handle source, Handle target) {
        try {
            Connection from = source.getConnection();
            Connection to = target.getConnection();
            for (Tables.Table table : Tables.CARRIED) {
                if (Tables.count(to, table) > 0) {
                    throw new StoreException(
                            "The database that --to names holds data already, so nothing was moved; name an empty one.");
                }
            }
            Map<String, Long> counts = new LinkedHashMap<>();
            for (Tables.Table table : Tables.CARRIED) {
                try (Tables.Writer writer = new Tables.Writer(to, table)) {
                    Tables.read(from, table, SqliteEngine.REVIEW_NUMBER, Optional.empty(), writer);
                    writer.flush();
                }
                long there = Tables.count(to, table);
                if (there != Tables.count(from, table)) {
                    throw new StoreException("Of table " + table.name() + " only " + there
                            + " rows arrived, so nothing was moved; the folder is as it was. Report this as a fault.");
                }
                counts.put(table.name(), there);
            }
            return counts;
        } catch (SQLException e) {
            throw SqlFailure.explain(SqlFailure.IN_USE, e);
        }
    }
}
