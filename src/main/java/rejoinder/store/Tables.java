package rejoinder.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rejoinder.plan.CandidateId;
import rejoinder.session.StoreException;

/** The tables as plain rows, to be copied to another database: texts as they are stored, booleans as 0 and 1. Rows that triggers write are left out. */
final class Tables {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final int AT_A_TIME = 500;

    private static final String OWN = "candidate = ?";
    private static final String OF_SESSION = "session in (select id from session where candidate = ?)";
    /** Stands for what SQL calls the number of a review's row; the number itself is given again wherever the row is written. */
    private static final String NUMBER = "number";

    private static final String PLACE = "session, place";

    private Tables() {}

    /**
     * One of the tables.
     *
     * @param order by which its rows come in the same order from every database
     * @param own condition on the rows of one candidate
     */
    record Table(String name, String order, String own) {}

    /** All of them, in the order in which they can be filled. */
    static final List<Table> ALL = List.of(
            new Table("question_revision", "snapshot", "snapshot in (select snapshot from asked where candidate = ?)"),
            new Table("session", "id", OWN),
            new Table("asked", PLACE, OWN),
            // reviews of the same instant count in the order in which they were written
            new Table("review", NUMBER, OWN),
            new Table("grade", PLACE, OF_SESSION),
            new Table("finding", PLACE + ", n", OF_SESSION),
            new Table("deduction", PLACE + ", n", OF_SESSION),
            new Table("doubt", PLACE + ", n", OF_SESSION),
            new Table("evidence", PLACE + ", part, part_n, n", OF_SESSION),
            new Table("earlier_grade", "version, " + PLACE, OF_SESSION),
            new Table("earlier_finding", "version, " + PLACE + ", n", OF_SESSION),
            new Table("earlier_deduction", "version, " + PLACE + ", n", OF_SESSION),
            new Table("earlier_doubt", "version, " + PLACE + ", n", OF_SESSION),
            new Table("earlier_evidence", "version, " + PLACE + ", part, part_n, n", OF_SESSION),
            new Table("correction", "session, n", OWN),
            new Table("kept_version", "session, n", OWN),
            new Table("note", "candidate, question", OWN),
            new Table("setting", "candidate, name", OWN),
            new Table("accepted_wording", "candidate, id", OWN),
            new Table("drill", "candidate, n", OWN),
            new Table("answer_comment", PLACE + ", reviewer", OWN));

    /** The tables that are of no candidate's data: who may sign in, and who sees what. After a move people sign in again. */
    private static final List<Table> ACCOUNTS = List.of(
            new Table("account", "id", ""),
            new Table("invitation", "id", ""),
            new Table("share", "id", ""),
            new Table("classroom", "id", ""),
            new Table("class_member", "classroom, candidate", ""),
            new Table("assignment", "id", ""),
            new Table("sitting", "assignment, candidate", ""));

    /** The tables that are copied to another database. */
    static final List<Table> CARRIED =
            Stream.concat(ALL.stream(), ACCOUNTS.stream()).toList();

    /** Tables with rows of a candidate that are not deleted along with another row; triggers write the last ones when the others are deleted. */
    static final List<String> OWNED = List.of(
            "session",
            "note",
            "setting",
            "accepted_wording",
            "drill",
            "class_member",
            "sitting",
            "review_change",
            "review_gone");

    /** Whether a candidate has a row anywhere. */
    static boolean anyOf(Handle handle, CandidateId candidate) {
        return OWNED.stream()
                .anyMatch(table -> !Sql.rows(
                                handle,
                                "select 1 from " + table + " where candidate = :candidate limit 1",
                                Map.of("candidate", candidate.value()),
                                row -> table)
                        .isEmpty());
    }

    /** Deletes every row of a candidate; returns whether there was one. */
    static boolean forget(Handle handle, CandidateId candidate) {
        boolean any = false;
        for (String table : OWNED) {
            any |= new Columns().set("candidate", candidate.value()).delete(handle, table);
        }
        return any;
    }

    /** The version that the tables have. */
    static String version(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select version from flyway_schema_history where version is not null order by installed_rank desc");
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** How many rows a table has. */
    static long count(Connection connection, Table table) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select count(*) from " + table.name);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** What to do with a row, by its columns in the order of their names. */
    interface Visiting {
        void visit(Map<String, @Nullable Object> row) throws SQLException;
    }

    /**
     * Reads a table row by row: that of one candidate, or all of it.
     *
     * @param reviewNumber what SQL calls the number of a review's row
     */
    static void read(
            Connection connection, Table table, String reviewNumber, Optional<CandidateId> candidate, Visiting visiting)
            throws SQLException {
        String order = table.order.equals(NUMBER) ? reviewNumber : table.order;
        String where = candidate.isPresent() ? " where " + table.own : "";
        try (PreparedStatement query =
                connection.prepareStatement("select * from " + table.name + where + " order by " + order)) {
            if (candidate.isPresent()) {
                query.setString(1, candidate.get().value());
            }
            query.setFetchSize(AT_A_TIME);
            try (ResultSet rows = query.executeQuery()) {
                ResultSetMetaData about = rows.getMetaData();
                while (rows.next()) {
                    Map<String, @Nullable Object> row = new TreeMap<>();
                    for (int column = 1; column <= about.getColumnCount(); column++) {
                        Object value = rows.getObject(column);
                        if (!about.getColumnName(column).equals(NUMBER)) {
                            row.put(
                                    about.getColumnName(column),
                                    value instanceof Boolean truth ? (truth ? 1 : 0) : value);
                        }
                    }
                    visiting.visit(row);
                }
            }
        }
    }

    /** The rows of one candidate, one JSON object a line. */
    static String lines(Connection connection, Table table, String reviewNumber, CandidateId candidate)
            throws SQLException {
        StringBuilder lines = new StringBuilder();
        read(
                connection,
                table,
                reviewNumber,
                Optional.of(candidate),
                row -> lines.append(json(row)).append('\n'));
        return lines.toString();
    }

    private static String json(Map<String, @Nullable Object> row) {
        try {
            return JSON.writeValueAsString(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and figures can always be written.", e);
        }
    }

    /** Writes rows of one table, some at a time; all of the same columns. */
    static final class Writer implements Visiting, AutoCloseable {
        private final Connection connection;
        private final Table table;
        private final Map<String, Integer> types;
        private List<String> columns = List.of();
        private @Nullable PreparedStatement insert;
        private int waiting;

        Writer(Connection connection, Table table) throws SQLException {
            this.connection = connection;
            this.table = table;
            this.types = types(connection, table);
        }

        /** @throws StoreException if the table has no such columns, or the row before had others */
        @Override
        public void visit(Map<String, @Nullable Object> row) throws SQLException {
            PreparedStatement statement = insert;
            if (statement == null) {
                columns = List.copyOf(row.keySet());
                statement = prepared();
                insert = statement;
            }
            if (!row.keySet().equals(Set.copyOf(columns))) {
                throw strange();
            }
            for (int i = 0; i < columns.size(); i++) {
                String column = columns.get(i);
                bind(statement, i + 1, row.get(column), Objects.requireNonNull(types.get(column)));
            }
            statement.addBatch();
            if (++waiting == AT_A_TIME) {
                statement.executeBatch();
                waiting = 0;
            }
        }

        private PreparedStatement prepared() throws SQLException {
            if (!types.keySet().containsAll(columns)) {
                throw strange();
            }
            String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
            return connection.prepareStatement(
                    "insert into " + table.name + " (" + String.join(", ", columns) + ") values (" + marks + ")");
        }

        private StoreException strange() {
            return new StoreException("holds other columns in table " + table.name + " than this version has");
        }

        /** Writes what waits. */
        void flush() throws SQLException {
            if (insert != null && waiting > 0) {
                insert.executeBatch();
                waiting = 0;
            }
        }

        @Override
        public void close() throws SQLException {
            if (insert != null) {
                insert.close();
            }
        }
    }

    private static Map<String, Integer> types(Connection connection, Table table) throws SQLException {
        Map<String, Integer> types = new TreeMap<>();
        try (PreparedStatement query = connection.prepareStatement("select * from " + table.name + " where 1 = 0");
                ResultSet rows = query.executeQuery()) {
            ResultSetMetaData about = rows.getMetaData();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                types.put(about.getColumnName(column), about.getColumnType(column));
            }
        }
        return types;
    }

    private static void bind(PreparedStatement insert, int place, @Nullable Object value, int type)
            throws SQLException {
        if (value == null) {
            insert.setNull(place, type);
        } else if (value instanceof Number truth && (type == Types.BOOLEAN || type == Types.BIT)) {
            insert.setBoolean(place, truth.intValue() != 0);
        } else if (value instanceof Number figure && type == Types.DOUBLE) {
            insert.setDouble(place, figure.doubleValue());
        } else {
            insert.setObject(place, value);
        }
    }
}
