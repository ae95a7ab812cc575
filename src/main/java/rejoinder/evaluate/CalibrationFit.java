package rejoinder.evaluate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import rejoinder.grade.Deduction;
import rejoinder.grader.Calibration;
import rejoinder.grader.Calibration.Anchor;

/**
 * A curve from alignment to score, fitted on graded answers ({@link SmoothCurve}), each counted once, and written as {@link Calibration#read} takes it. Answers that a
 * guard took from take no part, because the curve does not decide them. Its corners are rounded to two digits, so that the last bits of a sentence model on another
 * machine do not show.
 *
 * @param curve its version is a name that was given or made from its corners
 * @param sources what it was fitted on
 * @param now agreement of what the curve that ships gives the same answers with people
 * @param otherQuestions agreement of what curves fitted on all other questions give; empty with a single question
 */
public record CalibrationFit(
        Calibration curve, List<Source> sources, Agreement now, Optional<Agreement> otherQuestions) {
    private static final double DIGITS = 100;
    private static final int VERSION_LENGTH = 8;

    /**
     * What answers are to be graded with before a curve is fitted on them: the likeness itself. Whether a guard takes something then does not depend on the curve that
     * the program comes with, so the fit of that curve gives that curve again.
     */
    public static final Calibration STRAIGHT = new Calibration("straight", List.of(new Anchor(0, 0), new Anchor(1, 1)));

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
     * @param rows graded with {@link #STRAIGHT}
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
     * @param name of the curve; empty: one made from its corners
     * @throws AnswerFileException if there is nothing to fit on
     */
    public static CalibrationFit of(List<Answers> sets, Optional<String> name) {
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
        Calibration shipped = Calibration.shipped();
        double[] people = Evaluation.column(rows, Evaluation.Row::score);
        boolean several =
                rows.stream().map(Evaluation.Row::questionId).distinct().count() > 1;
        return new CalibrationFit(
                curve(rows, name),
                sources,
                Agreement.of(people, Evaluation.column(rows, row -> shipped.score(row.raw()))),
                several
                        ? Optional.of(Agreement.of(
                                people, OtherQuestions.scores(rows, others -> SmoothCurve.through("", others))))
                        : Optional.empty());
    }

    private static boolean isDecided(Evaluation.Row row) {
        return row.evidence().deductions().stream().noneMatch(Deduction::takesAway);
    }

    private static Calibration curve(List<Evaluation.Row> rows, Optional<String> name) {
        List<Anchor> fitted = SmoothCurve.through("", rows).anchors();
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < fitted.size(); i++) {
            double score = round(fitted.get(i).score());
            // in the middle of a level part a corner is none
            boolean level = i > 0
                    && i + 1 < fitted.size()
                    && round(fitted.get(i - 1).score()) == score
                    && round(fitted.get(i + 1).score()) == score;
            if (!level) {
                anchors.add(new Anchor(round(fitted.get(i).raw()), score));
            }
        }
        return new Calibration(
                name.orElseGet(() -> "fitted-"
                        + Checksum.of(lines(anchors).getBytes(StandardCharsets.UTF_8))
                                .substring(0, VERSION_LENGTH)),
                anchors);
    }

    private static double round(double value) {
        return Math.round(value * DIGITS) / DIGITS;
    }

    private static String lines(List<Anchor> anchors) {
        StringBuilder lines = new StringBuilder();
        anchors.forEach(
                anchor -> lines.append(String.format(Locale.ROOT, "%.2f %.2f\n", anchor.raw(), anchor.score())));
        return lines.toString();
    }

    /**
     * The curve as a file: what it was fitted on, by which command and with which model, its version and its corners. The same fit gives the same text.
     *
     * @param command as it was given
     * @param model checksum of the sentence model that the alignments were measured with
     */
    public String text(String command, String model) {
        StringBuilder text = new StringBuilder("""
                # Raw alignment to share of full marks, straight pieces between the corners, flat outside.
                # Fitted on graded answers: nearly the least absolute difference, smoothed, never falling. Answers that a guard took from took no part.
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
        return text.append("# Alignments with model ")
                .append(model)
                .append("\n# ")
                .append(command)
                .append('\n')
                .append(curve.version())
                .append('\n')
                .append(lines(curve.anchors()))
                .toString();
    }
}
