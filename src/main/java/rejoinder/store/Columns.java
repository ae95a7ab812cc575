package rejoinder.store;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Values of some columns of one row. Two of them can be compared, so that a change writes only what differs. */
final class Columns {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    Columns set(String column, @Nullable String value) {
        return put(column, value);
    }

    Columns set(String column, Enum<?> value) {
        return put(column, value.name());
    }

    Columns set(String column, int value) {
        return put(column, value);
    }

    Columns set(String column, long value) {
        return put(column, value);
    }

    Columns set(String column, double value) {
        return put(column, value);
    }

    Columns set(String column, boolean value) {
        return put(column, value);
    }

    Columns set(String column, Instant value) {
        return put(column, value.toEpochMilli());
    }

    Columns set(String column, Duration value) {
        return put(column, value.toMillis());
    }

    Columns setNull(String... columns) {
        for (String column : columns) {
            put(column, null);
        }
        return this;
    }

    private Columns put(String column, @Nullable Object value) {
        values.put(column, value);
        return this;
    }

    /** The columns whose value is another one here than there, or that are only here. */
    Columns changedFrom(Columns before) {
        Columns changed = new Columns();
        values.forEach((column, value) -> {
            if (!before.values.containsKey(column) || !Objects.equals(value, before.values.get(column))) {
                changed.put(column, value);
            }
        });
        return changed;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    void insert(Handle handle, String table) {
        insert(handle, table, "");
    }

    /** Inserts the row unless one with its key is there; returns whether it did. */
    boolean insertIfNew(Handle handle, String table) {
        return insert(handle, table, " on conflict do nothing") == 1;
    }

    private int insert(Handle handle, String table, String onConflict) {
        String names = String.join(", ", values.keySet());
        String marks = values.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        return execute(
                handle.createUpdate("insert into " + table + " (" + names + ") values (" + marks + ")" + onConflict));
    }

    /** Writes these columns of the row that a key names. */
    void update(Handle handle, String table, Columns key) {
        String changes =
                values.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
        execute(handle.createUpdate("update " + table + " set " + changes + where(key))
                .bindMap(key.values));
    }

    /** Deletes the row that these columns name, and through its foreign keys what belongs to it; returns whether there was one. */
    boolean delete(Handle handle, String table) {
        return execute(handle.createUpdate("delete from " + table + where(this))) > 0;
    }

    private static String where(Columns key) {
        return key.values.keySet().stream()
                .map(column -> column + " = :" + column)
                .collect(Collectors.joining(" and ", " where ", ""));
    }

    private int execute(Update update) {
        try (update) {
            return update.bindMap(values).execute();
        }
    }
}
