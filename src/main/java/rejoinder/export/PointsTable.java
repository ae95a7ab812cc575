package rejoinder.export;

import java.util.List;
import java.util.stream.Collectors;
import rejoinder.grade.Finding;
import rejoinder.grade.Marking;
import rejoinder.text.Span;

/** What a grade is made of, as a Markdown table whose figures add up to its last row. */
final class PointsTable {
    private final StringBuilder out = new StringBuilder();
    /** Whether there is a column of what counts with the candidate's corrections. */
    private final boolean corrected;

    private PointsTable(boolean corrected) {
        this.corrected = corrected;
    }

    /**
     * The table, one line per row.
     *
     * @param answer that was graded
     */
    static String of(String answer, Marking marking) {
        boolean corrected =
                marking.lines().stream().anyMatch(line -> line.credit().isPresent());
        PointsTable table = new PointsTable(corrected);
        table.write(answer, marking, corrected ? Marking.of(marking.grade()) : marking);
        return table.out.toString();
    }

    // the grader's own column adds up by itself, so it is a marking of its own
    private void write(String answer, Marking marking, Marking own) {
        out.append("| verdict | key point | at most | earned | ")
                .append(corrected ? "with corrections | " : "")
                .append("words of the answer |\n")
                .append("|---|---|---:|---:|")
                .append(corrected ? "---:|" : "")
                .append("---|\n");
        for (int i = 0; i < marking.lines().size(); i++) {
            Marking.Line line = marking.lines().get(i);
            Finding finding = line.finding();
            String reason = finding.reason().isEmpty() ? "" : " (" + finding.reason() + ")";
            row(
                    finding.verdict().word(),
                    finding.point().statement() + reason,
                    String.valueOf(line.most()),
                    own.lines().get(i).points(),
                    line.points(),
                    quoted(finding.evidence(), answer));
        }
        for (int i = 0; i < marking.changes().size(); i++) {
            Marking.Change change = marking.changes().get(i);
            row(
                    change.deduction().name(),
                    change.deduction().reason(),
                    "",
                    own.changes().get(i).points(),
                    change.points(),
                    quoted(change.deduction().evidence(), answer));
        }
        row("", "**Sum**", "100", own.byPoints().percent(), marking.byPoints().percent(), "");
    }

    private void row(String verdict, String point, String most, int earned, int counted, String words) {
        List<String> cells = corrected
                ? List.of(verdict, point, most, String.valueOf(earned), String.valueOf(counted), words)
                : List.of(verdict, point, most, String.valueOf(earned), words);
        out.append('|');
        for (String cell : cells) {
            out.append(' ').append(oneLine(cell).replace("|", "\\|")).append(" |");
        }
        out.append('\n');
    }

    /** A text without its line breaks. */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String quoted(List<Span> evidence, String answer) {
        return evidence.stream()
                .filter(span -> span.end() <= answer.length())
                .map(span -> "\"" + span.of(answer) + "\"")
                .collect(Collectors.joining(" ... "));
    }
}
