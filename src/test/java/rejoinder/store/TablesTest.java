package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A migration that adds a table has to say what happens to its rows when data is moved, exported or deleted. */
class TablesTest {
    /** Tables that stay behind when data is moved, and why. */
    private static final Map<String, String> STAYING = Map.of(
            "flyway_schema_history", "the other database has been migrated by itself",
            "review_change", "written by triggers",
            "review_gone", "written by triggers",
            "sign_in", "people sign in again",
            "sign_in_begun", "good for minutes",
            "password_try", "good for minutes",
            "lease", "held by a server that is running",
            "pack_file", "packs are copied as files");

    private static Map<String, Set<String>> schema(Connection connection) throws SQLException {
        Map<String, Set<String>> tables = new TreeMap<>();
        DatabaseMetaData about = connection.getMetaData();
        try (ResultSet columns = about.getColumns(null, connection.getSchema(), "%", "%")) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME");
                // SQLite's own, and Flyway's index
                if (!table.startsWith("sqlite_") && !table.endsWith("_idx")) {
                    tables.computeIfAbsent(table, key -> new TreeSet<>()).add(columns.getString("COLUMN_NAME"));
                }
            }
        }
        return tables;
    }

    private static Set<String> goingWith(Connection connection, String table) throws SQLException {
        Set<String> parents = new TreeSet<>();
        try (ResultSet keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            while (keys.next()) {
                if (keys.getShort("DELETE_RULE") == DatabaseMetaData.importedKeyCascade) {
                    parents.add(keys.getString("PKTABLE_NAME"));
                }
            }
        }
        return parents;
    }

    private static void holds(Connection connection) throws SQLException {
        Map<String, Set<String>> schema = schema(connection);
        Set<String> carried =
                Tables.CARRIED.stream().map(Tables.Table::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(Stream.concat(carried.stream(), STAYING.keySet().stream()))
                .as("every table is carried to another database, or stays for a reason")
                .containsExactlyInAnyOrderElementsOf(schema.keySet());
        for (String table : schema.keySet()) {
            if (schema.get(table).contains("candidate") && !Tables.OWNED.contains(table)) {
                assertThat(goingWith(connection, table))
                        .as("rows of a candidate in " + table + " go when the candidate is deleted")
                        .containsAnyOf("session", "asked");
            }
        }
    }

    @Test
    void everyTableOfSqliteIsCarriedOrStaysForAReasonAndGoesWithItsCandidate(@TempDir Path folder) throws SQLException {
        Database.open(folder).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Database.FILE))) {
            holds(connection);
        }
    }

    @Test
    void everyTableOfPostgresIsCarriedOrStaysForAReasonAndGoesWithItsCandidate() throws SQLException {
        String url = PostgresServer.get().emptied("tables");
        Database.open(url).close();
        try (Connection connection = PostgresServer.connect(url)) {
            holds(connection);
        }
    }
}
