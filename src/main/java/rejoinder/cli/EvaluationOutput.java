package rejoinder.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import rejoinder.evaluate.Agreement;
import rejoinder.evaluate.Alarms;
import rejoinder.evaluate.Bootstrap;
import rejoinder.evaluate.Contrasts;
import rejoinder.evaluate.DoubtCurve;
import rejoinder.evaluate.FullReport;
import rejoinder.evaluate.Pairs;
import rejoinder.evaluate.TwoWay;
import rejoinder.grade.GraderStamp;

/** A report as text and as JSON. */
final class EvaluationOutput {
    /** Pairs of classes in the text; the JSON and the page have all. */
    private static final int PAIRS_SHOWN = 20;

    private EvaluationOutput() {}

    /** The figures of the product's grade are at the top, those of the alignment before calibration under {@code raw}. */
    static Map<String, Object> json(FullReport report, GraderStamp stamp) {
        Map<String, Object> json = new LinkedHashMap<>();
        Agreement grade = report.grade();
        json.put("n", grade.n());
        json.put("pearson", grade.pearson());
        json.put("spearman", grade.spearman());
        json.put("rmse", grade.rmse());
        json.put("mae", grade.mae());
        json.put("qwk", grade.qwk());
        json.put("raw", report.raw());
        json.put("stamp", stamp);
        json.put("format", report.set().format());
        json.put("fullMarks", report.set().fullMarks());
        json.put("interval", report.gradeInterval());
        json.put("rawInterval", report.rawInterval());
        report.refitted().ifPresent(refitted -> json.put("refitted", refitted));
        report.twoWay().ifPresent(labels -> {
            json.put("twoWay", labels.grade());
            labels.raw().ifPresent(raw -> json.put("rawTwoWay", raw));
        });
        json.put("questions", report.questions());
        json.put("classes", report.kinds());
        json.put("pairs", report.pairs());
        Map<String, Object> alarms = new LinkedHashMap<>();
        alarms.put("full", report.alarms().full());
        alarms.put("share", report.alarms().share());
        alarms.put("names", report.alarms().names());
        alarms.put("rows", report.alarms().rows());
        json.put("alarms", alarms);
        json.put("doubts", report.doubts());
        json.put("worst", report.worst());
        return json;
    }

    /** Pairs of a statement and its opposite. */
    static Map<String, Object> json(Contrasts contrasts, GraderStamp stamp) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("all", contrasts.all());
        json.put("kinds", contrasts.byKind());
        json.put("stamp", stamp);
        return json;
    }

    static void print(PrintWriter out, Contrasts contrasts) {
        out.printf(
                "%-12s %5s %12s %12s %9s %14s %14s%n",
                "", "n", "right above", "by over 2", "right 0", "right accused", "wrong accused");
        line(out, "all", contrasts.all());
        contrasts.byKind().forEach((kind, counts) -> {
            if (!kind.isEmpty()) {
                line(out, kind, counts);
            }
        });
    }

    private static void line(PrintWriter out, String name, Contrasts.Counts counts) {
        out.printf(
                "%-12s %5d %12d %12d %9d %14d %14d%n",
                name,
                counts.n(),
                counts.above(),
                counts.apart(),
                counts.rightAtZero(),
                counts.rightAccused(),
                counts.wrongAccused());
    }

    static void print(PrintWriter out, FullReport report) {
        out.printf(Locale.ROOT, "%-8s %6s %9s %9s %7s %7s %7s%n", "", "n", "pearson", "spearman", "rmse", "mae", "qwk");
        line(out, "raw", report.raw());
        interval(out, report.rawInterval());
        line(out, "grade", report.grade());
        interval(out, report.gradeInterval());
        report.refitted().ifPresent(refitted -> line(out, "refitted", refitted));
        out.println("Below a line: the middle 95 % of " + report.questions().size()
                + " questions drawn again and again. Refitted: a curve through the answers to all other questions.");
        double fullMarks = report.set().fullMarks();
        if (fullMarks != 1) {
            out.printf(
                    Locale.ROOT,
                    "On the scale from 0 to %.0f: rmse of the grade %.4f",
                    fullMarks,
                    fullMarks * report.grade().rmse());
            report.refitted()
                    .ifPresent(refitted -> out.printf(Locale.ROOT, ", refitted %.4f", fullMarks * refitted.rmse()));
            out.println();
        }
        report.twoWay().ifPresent(labels -> {
            out.println();
            twoWay(out, "grade", labels.grade());
            labels.raw().ifPresent(raw -> twoWay(out, "raw", raw));
        });
        pairs(out, report.pairs());
        alarms(out, report.alarms());
        doubts(out, report.doubts());
        parts(out, "class", report.kinds());
        parts(out, "question", report.questions());
        worst(out, report.worst());
    }

    private static void line(PrintWriter out, String name, Agreement agreement) {
        out.printf(
                Locale.ROOT,
                "%-8s %6d %9.4f %9.4f %7.4f %7.4f %7.4f%n",
                name,
                agreement.n(),
                agreement.pearson(),
                agreement.spearman(),
                agreement.rmse(),
                agreement.mae(),
                agreement.qwk());
    }

    private static void interval(PrintWriter out, Bootstrap interval) {
        if (!Double.isNaN(interval.rmse().low())) {
            out.printf(
                    "%15s%10s%10s%8s%8s%8s%n",
                    "from",
                    low(interval.pearson()),
                    low(interval.spearman()),
                    low(interval.rmse()),
                    low(interval.mae()),
                    low(interval.qwk()));
            out.printf(
                    "%15s%10s%10s%8s%8s%8s%n",
                    "to",
                    high(interval.pearson()),
                    high(interval.spearman()),
                    high(interval.rmse()),
                    high(interval.mae()),
                    high(interval.qwk()));
        }
    }

    private static String low(Bootstrap.Interval interval) {
        return String.format(Locale.ROOT, "%.3f", interval.low());
    }

    private static String high(Bootstrap.Interval interval) {
        return String.format(Locale.ROOT, "%.3f", interval.high());
    }

    private static void twoWay(PrintWriter out, String name, TwoWay labels) {
        out.printf(
                Locale.ROOT,
                "Correct or not, by %s from %.4f: accuracy %.4f (always the same: %.4f)%n",
                name,
                labels.threshold(),
                labels.accuracy(),
                labels.majority());
    }

    private static void pairs(PrintWriter out, Pairs pairs) {
        if (pairs.all().pairs() == 0) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "%nGood above bad, answers to one question at least %.2f apart by people, ties half:%n%8s %7s %7s%n",
                pairs.apart(),
                "pairs",
                "raw",
                "grade");
        order(out, "all", pairs.all());
        order(
                out,
                String.format(Locale.ROOT, "%.1f and more above %.1f and less", Pairs.GOOD, Pairs.BAD),
                pairs.good());
        pairs.kinds().stream()
                .limit(PAIRS_SHOWN)
                .forEach(kinds -> order(out, kinds.better() + " above " + kinds.worse(), kinds.order()));
        int more = pairs.kinds().size() - PAIRS_SHOWN;
        if (more > 0) {
            out.printf("%24s  and %d pairs of classes ordered as well or better%n", "", more);
        }
    }

    private static void order(PrintWriter out, String name, Pairs.Order order) {
        out.printf(Locale.ROOT, "%8d %7.4f %7.4f  %s%n", order.pairs(), order.raw(), order.grade(), name);
    }

    private static void alarms(PrintWriter out, Alarms alarms) {
        if (alarms.full() == 0) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "%nFalse alarms: something was taken by name from %d of %d answers with full marks by people (%.2f %%)%s%n",
                alarms.rows().size(),
                alarms.full(),
                100 * alarms.share(),
                alarms.names().isEmpty() ? "" : ": " + alarms.names());
        alarms.rows()
                .forEach(alarm -> out.printf(
                        Locale.ROOT,
                        "%8d %s, grade %.2f: %s: %s%n",
                        alarm.row(),
                        alarm.questionId(),
                        alarm.grade(),
                        String.join(", ", alarm.fired()),
                        alarm.answer()));
    }

    private static void doubts(PrintWriter out, DoubtCurve doubts) {
        out.printf(
                Locale.ROOT,
                "%nNot sure: what part of the squared error and of the errors above %.2f the doubtful answers hold%n%8s %7s %7s%n",
                DoubtCurve.LARGE,
                "answers",
                "squared",
                "large");
        point(out, doubts.marked(), "marked as not sure");
        doubts.most().forEach(point -> point(out, point, "the most doubtful"));
    }

    private static void point(PrintWriter out, DoubtCurve.Point point, String name) {
        out.printf(
                Locale.ROOT,
                "%7.1f%% %6.1f%% %6.1f%%  %s%n",
                100 * point.share(),
                100 * point.squaredError(),
                100 * point.largeErrors(),
                name);
    }

    private static void parts(PrintWriter out, String what, List<FullReport.Part> parts) {
        if (!parts.isEmpty()) {
            out.printf("%n%6s %7s %7s %8s %7s  by %s%n", "n", "people", "grade", "pearson", "rmse", what);
            parts.forEach(part -> out.printf(
                    Locale.ROOT,
                    "%6d %7.3f %7.3f %8.3f %7.3f  %s%n",
                    part.n(),
                    part.people(),
                    part.grader(),
                    part.pearson(),
                    part.rmse(),
                    part.name()));
        }
    }

    private static void worst(PrintWriter out, List<FullReport.Disagreement> worst) {
        out.printf("%nWhere people and grader differ most:%n");
        for (FullReport.Disagreement row : worst) {
            out.printf(
                    Locale.ROOT,
                    "%n%s%s: people %.2f, grade %.2f%n  Q: %s%n  A: %s%n",
                    row.questionId(),
                    row.kind().isEmpty() ? "" : " (" + row.kind() + ")",
                    row.score(),
                    row.grade(),
                    row.question(),
                    row.answer());
            row.explanation().forEach(line -> out.println("     " + line));
        }
    }
}
