package rejoinder.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import rejoinder.grade.Deduction;
import rejoinder.grade.Grade;
import rejoinder.grade.KeyPointFinding;
import rejoinder.session.Correction;
import rejoinder.session.Result;
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
     * The table, a line a row.
     *
     * @param answer that was graded
     * @param corrections of its points, in order
     */
    static String of(String answer, Grade grade, List<Correction> corrections) {
        List<Part> parts = new ArrayList<>();
        grade.findings().forEach(finding -> parts.add(Part.of(finding, answer, corrections)));
        grade.deductions().forEach(deduction -> parts.add(Part.of(deduction, answer)));
        PointsTable table = new PointsTable(!corrections.isEmpty());
        table.write(parts);
        return table.out.toString();
    }

    /**
     * One part of a grade.
     *
     * @param limited whether there is a most that it can add, as there is for a key point
     * @param share that most, 0 for a deduction
     * @param earned what the grader gave
     * @param counted what counts with the corrections
     * @param words of the answer
     */
    private record Part(
            String verdict, String point, boolean limited, double share, double earned, double counted, String words) {
        static Part of(KeyPointFinding finding, String answer, List<Correction> corrections) {
            KeyPointFinding.Point point = finding.point();
            String reason = finding instanceof KeyPointFinding.Contradicted contradicted
                    ? " (" + contradicted.reason() + ")"
                    : "";
            return new Part(
                    GradeJson.FindingJson.kind(finding),
                    point.statement() + reason,
                    true,
                    point.share(),
                    finding.earned(),
                    Result.credit(corrections, point.id())
                            .map(credit -> credit.value() * point.share())
                            .orElse(finding.earned()),
                    quoted(finding.evidence(), answer));
        }

        static Part of(Deduction deduction, String answer) {
            return new Part(
                    deduction.name(),
                    deduction.reason(),
                    false,
                    0,
                    deduction.amount(),
                    deduction.amount(),
                    quoted(deduction.evidence(), answer));
        }

        private static String quoted(List<Span> evidence, String answer) {
            return String.join(
                    " ... ",
                    evidence.stream()
                            .filter(span -> span.end() <= answer.length())
                            .map(span -> "\"" + span.of(answer) + "\"")
                            .toList());
        }
    }

    private void write(List<Part> parts) {
        out.append("| verdict | key point | at most | earned | ")
                .append(corrected ? "with corrections | " : "")
                .append("words of the answer |\n")
                .append("|---|---|---:|---:|")
                .append(corrected ? "---:|" : "")
                .append("---|\n");
        List<String> shares = addends(parts, Part::share);
        List<String> earned = addends(parts, Part::earned);
        List<String> counted = addends(parts, Part::counted);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            String most = part.limited() ? shares.get(i) : "";
            row(part.verdict(), part.point(), most, earned.get(i), counted.get(i), part.words());
        }
        row("", "**Sum**", sum(parts, Part::share), sum(parts, Part::earned), sum(parts, Part::counted), "");
    }

    private void row(String verdict, String point, String most, String earned, String counted, String words) {
        List<String> cells = corrected
                ? List.of(verdict, point, most, earned, counted, words)
                : List.of(verdict, point, most, earned, words);
        out.append('|');
        for (String cell : cells) {
            out.append(' ')
                    .append(MarkdownExport.oneLine(cell).replace("|", "\\|"))
                    .append(" |");
        }
        out.append('\n');
    }

    /** Per cent with one decimal; each is rounded so that the rounded ones add up to the rounded sum. */
    private static List<String> addends(List<Part> parts, ToDoubleFunction<Part> figure) {
        List<String> texts = new ArrayList<>();
        double sum = 0;
        long before = 0;
        for (Part part : parts) {
            sum += figure.applyAsDouble(part);
            long tenths = Math.round(sum * 1000);
            texts.add(tenths(tenths - before));
            before = tenths;
        }
        return texts;
    }

    private static String sum(List<Part> parts, ToDoubleFunction<Part> figure) {
        return tenths(Math.round(parts.stream().mapToDouble(figure).sum() * 1000));
    }

    private static String tenths(long tenths) {
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }
}
