package rejoinder.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import rejoinder.grade.GraderStamp;
import rejoinder.text.ShippedFile;

/** A report as one HTML page that needs nothing beside itself: style and plots are in it, and there is no script. */
public final class ReportPage {
    private static final String STYLE = "report.css";

    private final StringBuilder html = new StringBuilder();

    private ReportPage() {}

    /**
     * The page.
     *
     * @param name of the set, as the user gave it
     * @param stamp of the grader that graded
     */
    public static String of(String name, FullReport report, GraderStamp stamp) {
        ReportPage page = new ReportPage();
        page.head(name);
        page.figures(name, report, stamp);
        page.plots(report);
        if (!report.kinds().isEmpty()) {
            page.parts("By class", "", report.kinds(), "class");
        }
        page.html.append(TrustSections.of(report));
        page.worst(report.worst());
        page.parts(
                "By question",
                "Correlation within a question says little where people gave nearly the same score to all.",
                report.questions(),
                "question");
        page.html.append("</main></div></body></html>\n");
        return page.html.toString();
    }

    private void head(String name) {
        html.append("<!doctype html>\n<html lang=en><head><meta charset=utf-8>")
                .append("<meta name=viewport content=\"width=device-width, initial-scale=1\">")
                .append(
                        "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src 'unsafe-inline'\">")
                .append("<title>Agreement with people: ")
                .append(HtmlText.escape(name))
                .append("</title><style>\n")
                .append(style())
                .append("</style></head><body><div class=page><main class=sheet>\n");
    }

    private void figures(String name, FullReport report, GraderStamp stamp) {
        html.append("<section class=row><div class=script><h1>How well the grader agrees with people</h1><p>")
                .append(HtmlText.escape(name))
                .append(" (")
                .append(HtmlText.escape(report.set().format()))
                .append("): ")
                .append(report.rows().size())
                .append(" answers to ")
                .append(report.questions().size())
                .append(report.questions().size() == 1 ? " question" : " questions")
                .append(".</p>")
                .append(
                        "<div class=wide><table><caption class=unseen>Agreement</caption><thead><tr><td></td><th scope=col>Pearson<th scope=col>Spearman<th scope=col>RMSE<th scope=col>mean error<th scope=col>Kappa</tr></thead><tbody>");
        agreement("grade", report.grade(), report.gradeInterval());
        agreement("alignment", report.raw(), report.rawInterval());
        report.refitted()
                .ifPresent(refitted -> agreement(
                        "refitted on other questions", refitted, new Bootstrap(NONE, NONE, NONE, NONE, NONE)));
        html.append("</tbody></table></div>");
        report.twoWay().ifPresent(labels -> {
            html.append(String.format(
                    Locale.ROOT,
                    "<p>Correct or not: the grade is right about <strong>%.1f %%</strong> with %.3f as the threshold",
                    100 * labels.grade().accuracy(),
                    labels.grade().threshold()));
            labels.raw()
                    .ifPresent(raw -> html.append(String.format(
                            Locale.ROOT,
                            ", the alignment about <strong>%.1f %%</strong> with %.3f",
                            100 * raw.accuracy(),
                            raw.threshold())));
            html.append(String.format(
                    Locale.ROOT,
                    "; always saying the same would be right about %.1f %%.</p>",
                    100 * labels.grade().majority()));
        });
        html.append("</div><aside class=margin><p class=big>")
                .append(HtmlText.figure(report.grade().pearson()))
                .append(
                        "</p><p class=remark>is the correlation of the grade with what people gave. Below each figure stands the range that holds 95 % of what other questions of the same kind would give.</p><p class=remark>Grader ")
                .append(HtmlText.escape(stamp.grader()))
                .append(", calibration ")
                .append(HtmlText.escape(stamp.calibration()))
                .append(", model ")
                .append(HtmlText.escape(
                        stamp.model().substring(0, Math.min(12, stamp.model().length()))))
                .append(".</p>");
        if (report.set().fullMarks() != 1) {
            html.append(String.format(
                    Locale.ROOT,
                    "<p class=remark>On the set's own scale, 0 to %.0f, the RMSE of the grade is %.3f%s.</p>",
                    report.set().fullMarks(),
                    report.set().fullMarks() * report.grade().rmse(),
                    report.refitted()
                            .map(refitted -> String.format(
                                    Locale.ROOT, ", refitted %.3f", report.set().fullMarks() * refitted.rmse()))
                            .orElse("")));
        }
        html.append("</aside></section>\n");
    }

    private static final Bootstrap.Interval NONE = new Bootstrap.Interval(Double.NaN, Double.NaN);

    private void agreement(String name, Agreement agreement, Bootstrap interval) {
        html.append("<tr><th scope=row>").append(name);
        cell(agreement.pearson(), interval.pearson());
        cell(agreement.spearman(), interval.spearman());
        cell(agreement.rmse(), interval.rmse());
        cell(agreement.mae(), interval.mae());
        cell(agreement.qwk(), interval.qwk());
        html.append("</tr>");
    }

    private void cell(double figure, Bootstrap.Interval interval) {
        html.append("<td>").append(HtmlText.figure(figure));
        if (!Double.isNaN(interval.low())) {
            html.append("<small>")
                    .append(HtmlText.figure(interval.low()))
                    .append(" to ")
                    .append(HtmlText.figure(interval.high()))
                    .append("</small>");
        }
    }

    private void plots(FullReport report) {
        html.append("<section class=row><div class=script><h2>Answer by answer</h2>")
                .append(Plots.scatter(report.rows()))
                .append(
                        "</div><aside class=margin><p class=remark>Each dot is an answer. On the line grader and people say the same; above it the grader is too kind, below it too strict.</p></aside></section>\n")
                .append("<section class=row><div class=script><h2>What a grade means</h2>")
                .append(Plots.calibration(report.rows()))
                .append(
                        "</div><aside class=margin><p class=remark>Answers in ten steps of their grade. Above the line people gave more than the grader, below it less. The larger a dot, the more answers.</p></aside></section>\n");
    }

    private void parts(String title, String remark, List<FullReport.Part> parts, String what) {
        html.append("<section class=row><div class=script><h2>")
                .append(title)
                .append("</h2><div class=wide><table><thead><tr><th scope=col>")
                .append(what)
                .append(
                        "<th scope=col>answers<th scope=col>people<th scope=col>grade<th scope=col>Pearson<th scope=col>RMSE</tr></thead><tbody>");
        for (FullReport.Part part : parts) {
            html.append("<tr><th scope=row>").append(HtmlText.escape(part.name()));
            // in files without ids the question is its own name
            if (!part.text().isEmpty() && !part.text().equals(part.name())) {
                html.append("<small>").append(HtmlText.escape(part.text())).append("</small>");
            }
            html.append("<td>")
                    .append(part.n())
                    .append("<td>")
                    .append(HtmlText.figure(part.people()))
                    .append("<td>")
                    .append(HtmlText.figure(part.grader()))
                    .append("<td>")
                    .append(HtmlText.figure(part.pearson()))
                    .append("<td>")
                    .append(HtmlText.figure(part.rmse()))
                    .append("</tr>");
        }
        html.append("</tbody></table></div></div>");
        if (!remark.isEmpty()) {
            html.append("<aside class=margin><p class=remark>").append(remark).append("</p></aside>");
        }
        html.append("</section>\n");
    }

    private void worst(List<FullReport.Disagreement> worst) {
        html.append("<section class=row><div class=script><h2>Where the two differ most</h2></div></section>\n");
        int number = 0;
        for (FullReport.Disagreement row : worst) {
            html.append("<section class=row><div class=gutter>")
                    .append(++number)
                    .append("</div><div class=script><h3>")
                    .append(HtmlText.escape(row.question()))
                    .append("</h3><p class=answer>")
                    .append(row.answer().isBlank() ? "(nothing)" : HtmlText.escape(row.answer()))
                    .append("</p><ul>");
            row.explanation()
                    .forEach(line ->
                            html.append("<li>").append(HtmlText.escape(line)).append("</li>"));
            html.append(String.format(
                            Locale.ROOT,
                            "</ul></div><aside class=margin><p class=remark>People <strong>%.2f</strong>, grade <strong>%.2f</strong></p><p class=remark>",
                            row.score(),
                            row.grade()))
                    .append(HtmlText.escape(row.questionId().equals(row.question()) ? "" : row.questionId()))
                    .append(row.kind().isEmpty() ? "" : " " + HtmlText.escape(row.kind()))
                    .append("</p></aside></section>\n");
        }
    }

    private static String style() {
        try (BufferedReader in = ShippedFile.open(ReportPage.class, STYLE)) {
            return in.lines().collect(Collectors.joining("\n", "", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
