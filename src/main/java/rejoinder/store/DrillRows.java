package rejoinder.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rejoinder.grade.Score;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Drilled;
import rejoinder.session.DrillLine;
import rejoinder.session.SessionId;

/** Lines about key points as rows, numbered in the order in which they were said. */
final class DrillRows {
    private DrillRows() {}

    static void insert(Handle handle, CandidateId candidate, DrillLine line) {
        long last = Sql.rows(
                        handle,
                        "select max(n) as last from drill where candidate = :candidate",
                        Map.of("candidate", candidate.value()),
                        row -> row.number("last"))
                .get(0);
        Columns columns = new Columns()
                .set("candidate", candidate.value())
                .set("n", last + 1)
                .set("question", line.drilled().question().toString())
                .set("point", line.drilled().point())
                .set("statement", line.statement())
                .set("content", line.text())
                .set("score", line.drilled().score().value())
                .set("drilled_at", line.drilled().at());
        line.session().ifPresent(session -> columns.set("session", session.value()));
        columns.insert(handle, "drill");
    }

    static List<DrillLine> read(Handle handle, CandidateId candidate) {
        return Sql.rows(
                handle,
                "select * from drill where candidate = :candidate order by drilled_at, n",
                Map.of("candidate", candidate.value()),
                DrillRows::line);
    }

    private static DrillLine line(Row row) throws SQLException {
        return new DrillLine(
                row.has("session") ? Optional.of(new SessionId(row.text("session"))) : Optional.empty(),
                row.text("statement"),
                row.text("content"),
                new Drilled(
                        row.question("question"),
                        row.text("point"),
                        row.time("drilled_at"),
                        new Score(row.real("score"))));
    }
}
