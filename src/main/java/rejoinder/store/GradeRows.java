package rejoinder.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.Verdict;
import rejoinder.session.StoreException;
import rejoinder.text.Span;

/** Grades as rows: one per grade, finding, deduction, doubt and stretch of evidence. A grade read back equals the one written. */
final class GradeRows {
    /** Verdicts by the names that the database has for them. */
    private enum StoredVerdict {
        COVERED(Verdict.MADE),
        PARTIAL(Verdict.UNCLEAR),
        MISSING(Verdict.NOT_SAID),
        CONTRADICTED(Verdict.CONTRADICTED);

        private final Verdict verdict;

        StoredVerdict(Verdict verdict) {
            this.verdict = verdict;
        }

        static StoredVerdict of(Verdict verdict) {
            return Arrays.stream(values())
                    .filter(stored -> stored.verdict == verdict)
                    .findFirst()
                    .orElseThrow();
        }
    }

    private enum Part {
        FINDING,
        DEDUCTION
    }

    private GradeRows() {}

    /** Deletes a grade with everything it consists of. */
    static void delete(Handle handle, AskedRow.Spot spot) {
        spot.key().delete(handle, "grade");
    }

    /** Writes a grade where there is none. */
    static void insert(Handle handle, AskedRow.Spot spot, Grade grade) {
        spot.key()
                .set("question", grade.question().toString())
                .set("revision", grade.revision())
                .set("alignment", finite(grade.raw()))
                .set("reference", grade.reference())
                .set("grader", grade.stamp().grader())
                .set("model", grade.stamp().model())
                .set("calibration", grade.stamp().calibration())
                .insert(handle, "grade");
        for (int n = 0; n < grade.findings().size(); n++) {
            write(handle, spot, n, grade.findings().get(n));
        }
        for (int n = 0; n < grade.deductions().size(); n++) {
            Deduction deduction = grade.deductions().get(n);
            spot.key()
                    .set("n", n)
                    .set("name", deduction.name())
                    .set("reason", deduction.reason())
                    .set("amount", finite(deduction.amount()))
                    .insert(handle, "deduction");
            write(handle, spot, Part.DEDUCTION, n, deduction.evidence());
        }
        for (int n = 0; n < grade.doubts().size(); n++) {
            spot.key().set("n", n).set("sentence", grade.doubts().get(n)).insert(handle, "doubt");
        }
    }

    private static void write(Handle handle, AskedRow.Spot spot, int n, Finding finding) {
        Columns columns = spot.key()
                .set("n", n)
                .set("point", finding.point().id())
                .set("statement", finding.point().statement())
                .set("share", finite(finding.point().share()))
                .set("bonus", finding.point().bonus())
                .set("automatic", finding.point().automatic())
                .set("earned", finite(finding.earned()))
                .set("similarity", finite(finding.similarity()))
                .set("verdict", StoredVerdict.of(finding.verdict()))
                .set("wording", finding.wording());
        if (finding.is(Verdict.CONTRADICTED)) {
            columns.set("reason", finding.reason());
        }
        columns.insert(handle, "finding");
        write(handle, spot, Part.FINDING, n, finding.evidence());
    }

    private static void write(Handle handle, AskedRow.Spot spot, Part part, int partN, List<Span> evidence) {
        for (int n = 0; n < evidence.size(); n++) {
            spot.key()
                    .set("part", part)
                    .set("part_n", partN)
                    .set("n", n)
                    .set("from_char", evidence.get(n).start())
                    .set("to_char", evidence.get(n).end())
                    .insert(handle, "evidence");
        }
    }

    // SQL would keep NaN as NULL without a word
    private static double finite(double value) {
        if (!Double.isFinite(value)) {
            throw new StoreException(
                    "A grade holds the figure " + value + ", so it was not kept; report it as a fault.");
        }
        return value;
    }

    /**
     * Grades by where they belong.
     *
     * @param where condition on {@code session} and {@code place}
     */
    static Map<AskedRow.Spot, Grade> read(Handle handle, String where, Map<String, ?> parameters) {
        return read(handle, "", where, parameters);
    }

    /** Likewise, from tables whose names begin with a prefix. */
    static Map<AskedRow.Spot, Grade> read(Handle handle, String prefix, String where, Map<String, ?> parameters) {
        Map<Piece, List<Span>> evidence = new HashMap<>();
        rows(
                handle,
                prefix + "evidence",
                "part, part_n, n",
                where,
                parameters,
                row -> evidence.computeIfAbsent(
                                new Piece(AskedRow.Spot.of(row), row.word("part", Part.class), row.count("part_n")),
                                piece -> new ArrayList<>())
                        .add(new Span(row.count("from_char"), row.count("to_char"))));
        Map<AskedRow.Spot, List<Finding>> findings = new HashMap<>();
        rows(
                handle,
                prefix + "finding",
                "n",
                where,
                parameters,
                row -> findings.computeIfAbsent(AskedRow.Spot.of(row), spot -> new ArrayList<>())
                        .add(finding(row, evidence)));
        Map<AskedRow.Spot, List<Deduction>> deductions = new HashMap<>();
        rows(
                handle,
                prefix + "deduction",
                "n",
                where,
                parameters,
                row -> deductions
                        .computeIfAbsent(AskedRow.Spot.of(row), spot -> new ArrayList<>())
                        .add(new Deduction(
                                row.text("name"),
                                row.text("reason"),
                                row.real("amount"),
                                spans(evidence, row, Part.DEDUCTION))));
        Map<AskedRow.Spot, List<String>> doubts = new HashMap<>();
        rows(
                handle,
                prefix + "doubt",
                "n",
                where,
                parameters,
                row -> doubts.computeIfAbsent(AskedRow.Spot.of(row), spot -> new ArrayList<>())
                        .add(row.text("sentence")));
        Map<AskedRow.Spot, Grade> grades = new HashMap<>();
        rows(handle, prefix + "grade", "place", where, parameters, row -> {
            AskedRow.Spot spot = AskedRow.Spot.of(row);
            grades.put(
                    spot,
                    new Grade(
                            row.question("question"),
                            row.text("revision"),
                            row.real("alignment"),
                            row.count("reference"),
                            findings.getOrDefault(spot, List.of()),
                            deductions.getOrDefault(spot, List.of()),
                            doubts.getOrDefault(spot, List.of()),
                            new GraderStamp(row.text("grader"), row.text("model"), row.text("calibration"))));
        });
        return grades;
    }

    /** Names what a stretch of evidence belongs to. */
    private record Piece(AskedRow.Spot spot, Part part, int n) {}

    private static List<Span> spans(Map<Piece, List<Span>> evidence, Row row, Part part) throws SQLException {
        return evidence.getOrDefault(new Piece(AskedRow.Spot.of(row), part, row.count("n")), List.of());
    }

    private static Finding finding(Row row, Map<Piece, List<Span>> evidence) throws SQLException {
        Finding.Point point = new Finding.Point(
                row.text("point"),
                row.text("statement"),
                row.real("share"),
                row.truth("bonus"),
                row.truth("automatic"));
        Verdict verdict = row.word("verdict", StoredVerdict.class).verdict;
        return new Finding(
                point,
                verdict,
                row.real("earned"),
                row.real("similarity"),
                spans(evidence, row, Part.FINDING),
                row.text("wording"),
                verdict == Verdict.CONTRADICTED ? row.text("reason") : "");
    }

    private static void rows(
            Handle handle, String table, String order, String where, Map<String, ?> parameters, Sql.Visiting visiting) {
        Sql.each(
                handle,
                "select * from " + table + " where " + where + " order by session, place, " + order,
                parameters,
                visiting);
    }
}
