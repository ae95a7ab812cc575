package rejoinder.export;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import rejoinder.grade.Marking;
import rejoinder.grade.Verdict;

/** What a grade is made of, as lines for a terminal whose figures add up to the last one. */
public final class PointsText {
    private PointsText() {}

    /**
     * One line per key point and deduction, each with the words of the answer below it.
     *
     * @param answer that was graded
     * @param paint colours the word of a verdict
     */
    public static List<String> of(String answer, Marking marking, BiFunction<Verdict, String, String> paint) {
        List<String> lines = new ArrayList<>();
        for (Marking.Line line : marking.lines()) {
            lines.add("  " + paint.apply(line.verdict(), word(line.verdict()))
                    + String.format(" %3d of %-3d  ", line.points(), line.most())
                    + line.finding().point().statement());
            String quote = line.finding().is(Verdict.NOT_SAID)
                    ? ""
                    : line.finding().evidence().stream()
                            .map(span -> span.of(answer).replaceAll("\\s+", " "))
                            .collect(Collectors.joining(" ... "));
            if (!quote.isEmpty()) {
                lines.add("        \"" + quote + "\"");
            }
            if (!line.finding().reason().isEmpty()) {
                lines.add("        " + line.finding().reason());
            }
        }
        for (Marking.Change change : marking.changes()) {
            lines.add(String.format(
                    "               %3d         %s",
                    change.points(), change.deduction().reason()));
        }
        return lines;
    }

    /** The last line. */
    public static String sum(Marking marking) {
        return "  = " + marking.score().percent() + " of 100";
    }

    /** The word of a verdict, as wide as the widest. */
    public static String word(Verdict verdict) {
        return String.format("%-12s", verdict.word());
    }
}
