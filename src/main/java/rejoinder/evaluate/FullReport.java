package rejoinder.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import rejoinder.grade.Explanation;
import rejoinder.grade.Finding;

/**
 * A full report on an evaluation.
 *
 * @param set what was graded
 * @param rows in the order of the set
 * @param raw agreement of the alignment before calibration with people
 * @param grade agreement of the product's score with people
 * @param rawInterval how far that of the alignment could be luck of the questions
 * @param gradeInterval how far that of the score could be
 * @param refitted agreement of what a curve fitted on the other questions makes of the alignment; empty with a single question
 * @param twoWay correct or not, for sets that are labelled: by the score, and by the alignment where a training set gave its threshold
 * @param questions one by one, in the order of the set
 * @param kinds one by one, by name; empty if the set has none
 * @param pairs whether the better of two answers to a question is above the other
 * @param alarms what was taken from answers that people gave full marks
 * @param doubts what it is worth that an answer is marked as not sure
 * @param worst the rows where the score and people differ most, the largest difference first
 */
public record FullReport(
        GradedSet set,
        List<Evaluation.Row> rows,
        Agreement raw,
        Agreement grade,
        Bootstrap rawInterval,
        Bootstrap gradeInterval,
        Optional<Agreement> refitted,
        Optional<Labels> twoWay,
        List<Part> questions,
        List<Part> kinds,
        Pairs pairs,
        Alarms alarms,
        DoubtCurve doubts,
        List<Disagreement> worst) {
    /** Disagreements shown. */
    static final int WORST = 20;

    /** Grades from here on count as correct where nothing else is said: half of the points. */
    public static final double HALF = 0.5;

    private static final int LONGEST_LINE = 160;

    /** Copies the lists. */
    public FullReport {
        rows = List.copyOf(rows);
        questions = List.copyOf(questions);
        kinds = List.copyOf(kinds);
        worst = List.copyOf(worst);
    }

    /**
     * Correct or not.
     *
     * @param grade by the product's score
     * @param raw by the alignment, with a threshold from training answers; empty without them
     */
    public record Labels(TwoWay grade, Optional<TwoWay> raw) {}

    /**
     * The rows of one question or one kind.
     *
     * @param name the question's id or the kind
     * @param text what was asked; empty for a kind
     * @param n rows
     * @param people mean of the scores that people gave
     * @param grader mean of the product's scores
     * @param pearson correlation; NaN where either side is constant
     * @param rmse root of the mean squared difference
     */
    public record Part(String name, String text, int n, double people, double grader, double pearson, double rmse) {}

    /**
     * A row where grader and people disagree.
     *
     * @param explanation how the grade came about, one line an addend
     */
    public record Disagreement(
            String questionId,
            String question,
            String answer,
            String kind,
            double score,
            double grade,
            List<String> explanation) {
        /** Copies the list. */
        public Disagreement {
            explanation = List.copyOf(explanation);
        }
    }

    /**
     * Looks at an evaluation.
     *
     * @param threshold grades from here on count as correct; empty: fitted on the training rows, or {@link #HALF} without them
     * @param training rows of other answers that thresholds are fitted on, may be empty
     * @param apart scores this far apart make a pair of a better and a worse answer; usually {@link Pairs#APART}
     */
    public static FullReport of(
            GradedSet set,
            Evaluation.Report report,
            Optional<Double> threshold,
            List<Evaluation.Row> training,
            double apart) {
        List<Evaluation.Row> rows = report.rows();
        Map<String, List<Evaluation.Row>> questions = Evaluation.byQuestion(rows);
        double[] people = Evaluation.column(rows, Evaluation.Row::score);
        List<Part> kinds = new ArrayList<>();
        rows.stream()
                .filter(row -> !row.answer().kind().isEmpty())
                .collect(Collectors.groupingBy(row -> row.answer().kind(), TreeMap::new, Collectors.toList()))
                .forEach((kind, of) -> kinds.add(part(kind, "", of)));
        return new FullReport(
                set,
                rows,
                report.raw(),
                report.grade(),
                Bootstrap.of(rows, Evaluation.Row::raw),
                Bootstrap.of(rows, Evaluation.Row::grade),
                questions.size() < 2
                        ? Optional.empty()
                        : Optional.of(Agreement.of(
                                people, OtherQuestions.scores(rows, others -> CurveFit.through("", others)))),
                set.isLabelled() ? Optional.of(labels(rows, threshold, training)) : Optional.empty(),
                questions.entrySet().stream()
                        .map(entry -> part(
                                entry.getKey(), entry.getValue().get(0).answer().question(), entry.getValue()))
                        .toList(),
                kinds,
                Pairs.of(rows, apart),
                Alarms.of(rows),
                DoubtCurve.of(rows),
                rows.stream()
                        .sorted(Comparator.comparingDouble(
                                (Evaluation.Row row) -> -Math.abs(row.score() - row.grade())))
                        .limit(WORST)
                        .map(FullReport::disagreement)
                        .toList());
    }

    private static Labels labels(List<Evaluation.Row> rows, Optional<Double> threshold, List<Evaluation.Row> training) {
        double cut = threshold.orElseGet(() -> training.isEmpty() ? HALF : TwoWay.fit(training, Evaluation.Row::grade));
        return new Labels(
                TwoWay.of(rows, Evaluation.Row::grade, cut),
                training.isEmpty()
                        ? Optional.empty()
                        : Optional.of(TwoWay.of(rows, Evaluation.Row::raw, TwoWay.fit(training, Evaluation.Row::raw))));
    }

    private static Part part(String name, String text, List<Evaluation.Row> rows) {
        double[] people = Evaluation.column(rows, Evaluation.Row::score);
        double[] grades = Evaluation.column(rows, Evaluation.Row::grade);
        Agreement agreement = Agreement.of(people, grades);
        return new Part(
                name,
                text,
                rows.size(),
                rows.stream().mapToDouble(Evaluation.Row::score).average().orElse(0),
                rows.stream().mapToDouble(Evaluation.Row::grade).average().orElse(0),
                agreement.pearson(),
                agreement.rmse());
    }

    private static Disagreement disagreement(Evaluation.Row row) {
        return new Disagreement(
                row.questionId(),
                row.answer().question(),
                row.answer().answer(),
                row.answer().kind(),
                row.score(),
                row.grade(),
                lines(row));
    }

    private static List<String> lines(Evaluation.Row row) {
        List<Explanation> parts = Explanation.of(row.evidence()).parts();
        List<Finding> findings = row.evidence().findings();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String words = i >= findings.size()
                    ? ""
                    : findings.get(i).evidence().stream()
                            .map(span -> span.of(row.answer().answer()))
                            .collect(Collectors.joining(" ... "));
            String quote = words.isEmpty() ? "" : " <- \u201C" + cut(words) + "\u201D";
            lines.add(String.format(
                    Locale.ROOT,
                    "%.2f %s%s",
                    parts.get(i).value(),
                    cut(parts.get(i).text()),
                    quote));
        }
        return lines;
    }

    private static String cut(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "\u2026";
    }
}
