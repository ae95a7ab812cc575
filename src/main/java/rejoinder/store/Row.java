package rejoinder.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import rejoinder.bank.QuestionId;
import rejoinder.session.StoreException;

/** One row of a result, read as the types of the domain. */
record Row(ResultSet row) {
    boolean has(String column) throws SQLException {
        row.getObject(column);
        return !row.wasNull();
    }

    String text(String column) throws SQLException {
        return StoredText.decode(row.getString(column));
    }

    QuestionId question(String column) throws SQLException {
        String text = text(column);
        return QuestionId.parse(text)
                .orElseThrow(() -> new StoreException("The database holds '" + text
                        + "' where a question's id belongs; restore rejoinder.db from a backup."));
    }

    <E extends Enum<E>> E word(String column, Class<E> words) throws SQLException {
        return Enum.valueOf(words, row.getString(column));
    }

    int count(String column) throws SQLException {
        return row.getInt(column);
    }

    long number(String column) throws SQLException {
        return row.getLong(column);
    }

    double real(String column) throws SQLException {
        return row.getDouble(column);
    }

    boolean truth(String column) throws SQLException {
        return row.getBoolean(column);
    }

    Instant time(String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }

    Duration span(String column) throws SQLException {
        return Duration.ofMillis(row.getLong(column));
    }
}
