package rejoinder.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import rejoinder.grade.Finding;
import rejoinder.grade.Marking;
import rejoinder.grade.Verdict;
import rejoinder.session.Correction;
import rejoinder.text.Span;

/** What a grade is made of, as a Markdown list whose figures add up to its last line. */
final class MarkedPoints {
    private final StringBuilder out = new StringBuilder();
    private final String answer;
    private final List<Correction.Given> said;

    private MarkedPoints(String answer, List<Correction.Given> said) {
        this.answer = answer;
        this.said = said;
    }

    /**
     * The list: one line per point and deduction, then their sum.
     *
     * @param answer that was graded
     * @param said the candidate's corrections that count
     */
    static String of(String answer, Marking marking, List<Correction.Given> said) {
        return new MarkedPoints(answer, said).write(marking);
    }

    private String write(Marking marking) {
        for (Marking.Line line : marking.lines()) {
            Finding finding = line.finding();
            String bonus = finding.point().bonus() ? ", bonus" : "";
            row(
                    capital(line.finding().verdict().word()) + bonus,
                    line.points() + " of " + line.most(),
                    byWord(finding.point().id(), line.own()),
                    finding.point().statement(),
                    finding.is(Verdict.NOT_SAID) ? List.of() : finding.evidence(),
                    finding.reason());
        }
        for (Marking.Change change : marking.changes()) {
            if (change.own() == 0 && change.points() == 0) {
                out.append("- ").append(oneLine(change.deduction().reason())).append('\n');
                continue;
            }
            row(
                    change.own() > 0 ? "Added" : "Taken off",
                    signed(change.points()),
                    byWord(change.id(), change.own()),
                    change.deduction().reason(),
                    change.deduction().evidence(),
                    "");
        }
        out.append("- **Sum: ").append(marking.byPoints().percent()).append("**\n");
        return out.toString();
    }

    private void row(String verdict, String points, String byWord, String statement, List<Span> words, String reason) {
        out.append("- **")
                .append(verdict)
                .append("**, ")
                .append(points)
                .append(byWord)
                .append(": ")
                .append(oneLine(statement));
        String quote = quoted(words);
        if (!quote.isEmpty()) {
            out.append(" You wrote: ").append(quote).append('.');
        }
        if (!reason.isEmpty()) {
            out.append(' ').append(oneLine(reason));
        }
        out.append('\n');
    }

    private String byWord(String point, int own) {
        return said.stream()
                .filter(given -> given.point().equals(point))
                .findFirst()
                .map(given -> " by your word" + because(given) + " (the grader says " + signed(own) + ")")
                .orElse("");
    }

    /** Why the candidate said so, if a reason was given. */
    static String because(Correction.Given given) {
        return given.quote().isBlank()
                ? ""
                : ", because of \u201c" + Quotation.escaped(oneLine(given.quote())) + "\u201d";
    }

    /** The candidate's word on the whole answer, if there is one. */
    static Optional<Correction.Given> onTheWhole(List<Correction.Given> said) {
        return said.stream()
                .filter(given -> given.point().equals(Correction.WHOLE_ANSWER))
                .findFirst();
    }

    private String quoted(List<Span> evidence) {
        return evidence.stream()
                .filter(span -> span.end() <= answer.length())
                .map(span -> "\u201c" + Quotation.escaped(oneLine(span.of(answer))) + "\u201d")
                .collect(Collectors.joining(" \u2026 "));
    }

    /** A text without its line breaks. */
    static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static String signed(int points) {
        return points < 0 ? "\u2212" + -points : String.valueOf(points);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
