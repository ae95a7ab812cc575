package rejoinder.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rejoinder.grade.Calibration;
import rejoinder.grade.Calibration.Anchor;
import rejoinder.grade.Deduction;
import rejoinder.grade.GraderStamp;

/**
 * A curve from alignment to score, fitted on graded answers ({@link CurveFit}), each counted once, and written as {@link Calibration#read} takes it. Answers that a
 * guard took from take no part, because the curve does not decide them. The curve begins with nothing for no likeness and ends with full marks for the reference
 * itself. Alignments and scores are rounded to four digits before and after, so that the last bits of a sentence model on another machine do not show.
 *
 * @param curve its version is made from its corners
 * @param sources what it was fitted on
 * @param now agreement of today's grades of the same answers with people
 * @param otherQuestions agreement of what curves fitted on all other questions give; empty with a single question
 */
public record CalibrationFit(
        Calibration curve, List<Source> sources, Agreement now, Optional<Agreement> otherQuestions) {
    private static final double DIGITS = 1e4;
    private static final int VERSION_LENGTH = 8;

    /** Copies the list. */
    public CalibrationFit {
        sources = List.copyOf(sources);
    }

    /**
     * A set that a curve was fitted on.
     *
     * @param set as the user wrote it
     * @param sha256 of its bytes, whichever of its answers were chosen
     * @param answers that took part
     * @param guarded answers that a guard took from, which did not
     */
    public record Source(String set, String sha256, int answers, int guarded) {}

    /**
     * Answers to fit on.
     *
     * @param set as the user wrote it
     * @param sha256 of its bytes
     * @param rows graded
     */
    public record Answers(String set, String sha256, List<Evaluation.Row> rows) {
        /** Copies the list. */
        public Answers {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Fits.
     *
     * @throws AnswerFileException if there is nothing to fit on
     */
    public static CalibrationFit of(List<Answers> sets) {
        List<Evaluation.Row> rows = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (Answers set : sets) {
            List<Evaluation.Row> taken =
                    set.rows.stream().filter(CalibrationFit::isDecided).toList();
            rows.addAll(taken);
            sources.add(new Source(set.set, set.sha256, taken.size(), set.rows.size() - taken.size()));
        }
        if (rows.isEmpty()) {
            throw new AnswerFileException(
                    "A guard took from every answer, so there is nothing to fit on; add answers.");
        }
        double[] people = Evaluation.column(rows, Evaluation.Row::score);
        boolean several =
                rows.stream().map(Evaluation.Row::questionId).distinct().count() > 1;
        return new CalibrationFit(
                curve(rows),
                sources,
                Agreement.of(people, Evaluation.column(rows, Evaluation.Row::grade)),
                several ? Optional.of(Agreement.of(people, OtherQuestions.scores(rows))) : Optional.empty());
    }

    private static boolean isDecided(Evaluation.Row row) {
        return row.evidence().deductions().stream().noneMatch(Deduction::takesAway);
    }

    private static Calibration curve(List<Evaluation.Row> rows) {
        List<Evaluation.Row> rounded = rows.stream()
                .map(row -> new Evaluation.Row(row.answer(), round(row.raw()), row.grade(), row.evidence()))
                .toList();
        List<Anchor> anchors = new ArrayList<>(CurveFit.through("", rounded).anchors().stream()
                .map(anchor -> new Anchor(round(anchor.raw()), round(anchor.score())))
                .toList());
        if (anchors.get(0).raw() > 0) {
            anchors.add(0, new Anchor(0, 0));
        }
        if (anchors.get(anchors.size() - 1).raw() < 1) {
            anchors.add(new Anchor(1, 1));
        }
        return new Calibration(
                "fitted-"
                        + Checksum.of(lines(anchors).getBytes(StandardCharsets.UTF_8))
                                .substring(0, VERSION_LENGTH),
                anchors);
    }

    private static double round(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }

    private static String lines(List<Anchor> anchors) {
        StringBuilder lines = new StringBuilder();
        anchors.forEach(
                anchor -> lines.append(String.format(Locale.ROOT, "%.4f %.4f\n", anchor.raw(), anchor.score())));
        return lines.toString();
    }

    /**
     * The curve as a file: what it was fitted on, by which command and with which grader, its version and its corners. The same fit gives the same text.
     *
     * @param command as it was given
     * @param stamp of the grader that measured the alignments
     */
    public String text(String command, GraderStamp stamp) {
        StringBuilder text = new StringBuilder("""
                # Raw alignment to share of full marks, straight pieces between the corners, flat outside.
                # Isotonic regression (pool adjacent violators) on graded answers; those that a guard took from took no part.
                """);
        for (Source source : sources) {
            text.append(String.format(
                    Locale.ROOT,
                    "# %s: %d answers, %d more with a guard, SHA-256 %s\n",
                    source.set,
                    source.answers,
                    source.guarded,
                    source.sha256));
        }
        return text.append("# Alignments by grader ")
                .append(stamp.grader())
                .append(" with model ")
                .append(stamp.model())
                .append("\n# ")
                .append(command)
                .append('\n')
                .append(curve.version())
                .append('\n')
                .append(lines(curve.anchors()))
                .toString();
    }
}
