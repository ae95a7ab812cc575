package rejoinder.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import rejoinder.grade.Grade;
import rejoinder.session.EarlierGrade;
import rejoinder.session.Outcome;

/** Grades that later ones took the place of: the same rows as a grade's, in tables of their own, with a version. */
final class EarlierGrades {
    private static final String PREFIX = "earlier_";

    private EarlierGrades() {}

    /** Copies the grade that is there, before another one takes its place. */
    static void keep(Handle handle, AskedRow.Spot spot, Outcome.Marked old, Instant replacedAt) {
        Map<String, Object> at = Map.of("session", spot.session(), "place", spot.place());
        int version = Sql.rows(
                        handle,
                        "select count(*) as versions from earlier_grade where session = :session and place = :place",
                        at,
                        row -> row.count("versions"))
                .get(0);
        String these = " from %s where session = :session and place = :place";
        copy(
                handle,
                "grade",
                "question, revision, alignment, reference, grader, model, calibration",
                ", graded_at, replaced_at",
                ", " + old.at().toEpochMilli() + ", " + replacedAt.toEpochMilli(),
                version,
                these,
                at);
        copy(
                handle,
                "finding",
                "n, verdict, point, statement, share, bonus, automatic, earned, similarity, wording, reason",
                "",
                "",
                version,
                these,
                at);
        copy(handle, "deduction", "n, name, reason, amount", "", "", version, these, at);
        copy(handle, "doubt", "n, sentence", "", "", version, these, at);
        copy(handle, "evidence", "part, part_n, n, from_char, to_char", "", "", version, these, at);
    }

    private static void copy(
            Handle handle,
            String table,
            String columns,
            String moreColumns,
            String moreValues,
            int version,
            String these,
            Map<String, Object> at) {
        String sql = "insert into " + PREFIX + table + " (version, session, place, " + columns + moreColumns
                + ") select " + version + ", session, place, " + columns + moreValues + these.formatted(table);
        try (var update = handle.createUpdate(sql)) {
            update.bindMap(at).execute();
        }
    }

    /** What a session's answers were graded before, by place, the first grade first. */
    static List<EarlierGrade> read(Handle handle, String session, String candidate) {
        Map<String, String> which = Map.of("session", session, "candidate", candidate);
        String own = "session in (select id from session where id = :session and candidate = :candidate)";
        List<EarlierGrade> earlier = new ArrayList<>();
        Sql.each(handle, "select * from earlier_grade where " + own + " order by place, version", which, row -> {
            AskedRow.Spot spot = AskedRow.Spot.of(row);
            int version = row.count("version");
            Grade grade = Optional.ofNullable(GradeRows.read(handle, PREFIX, own + " and version = " + version, which)
                            .get(spot))
                    .orElseThrow();
            earlier.add(new EarlierGrade(spot.place(), row.time("graded_at"), row.time("replaced_at"), grade));
        });
        return earlier;
    }
}
