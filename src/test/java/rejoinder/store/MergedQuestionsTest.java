package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** What becomes of answers and notes when a question of the bank is merged into another one. */
class MergedQuestionsTest {
    private static final String GONE = "object-oriented-programming/staticmethod-purpose";
    private static final String STAYS = "object-oriented-programming/static-vs-class-method";

    /** The version of the tables before the questions were merged. */
    private static final String BEFORE = "011";

    private final SQLiteDataSource source = new SQLiteDataSource();

    MergedQuestionsTest(@TempDir Path folder) {
        source.setUrl("jdbc:sqlite:" + folder.resolve("old.db"));
    }

    @Test
    void theHistoryGoesOnUnderTheQuestionThatStays() throws SQLException {
        Migrations.SQLITE.at(source, "The test", BEFORE);
        change("insert into review (session, place, candidate, question, revision, handed_in_at, score, missed)"
                + " values ('s', 0, 'me', '" + GONE + "', 'r', 1, 0.5, '[]'),"
                + " ('s', 1, 'me', '" + STAYS + "', 'r', 2, 1, '[]'), ('s', 2, 'me', 'topic/other', 'r', 3, 1, '[]')");
        change("insert into drill (candidate, n, question, point, statement, content, score, drilled_at)"
                + " values ('me', 1, '" + GONE + "', 'static-none', 'It gets nothing.', 'nothing', 1, 4)");
        Migrations.SQLITE.run(source, "The test", version -> {});
        assertThat(column("select question from review order by place")).containsExactly(STAYS, STAYS, "topic/other");
        assertThat(column("select question from drill")).containsExactly(STAYS);
    }

    @Test
    void noNoteIsLostWhenBothQuestionsHaveOne() throws SQLException {
        Migrations.SQLITE.at(source, "The test", BEFORE);
        change("insert into note (candidate, question, content) values ('both', '" + GONE + "', 'old'),"
                + " ('both', '" + STAYS + "', 'new'), ('gone', '" + GONE + "', 'mine'),"
                + " ('stays', '" + STAYS + "', 'hers'), ('both', 'topic/other', 'elsewhere')");
        Migrations.SQLITE.run(source, "The test", version -> {});
        assertThat(column("select candidate || ' ' || question || ' ' || content from note order by 1"))
                .containsExactly(
                        "both " + STAYS + " new\n\nold",
                        "both topic/other elsewhere",
                        "gone " + STAYS + " mine",
                        "stays " + STAYS + " hers");
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private List<String> column(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
