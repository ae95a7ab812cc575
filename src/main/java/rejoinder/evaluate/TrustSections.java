package rejoinder.evaluate;

import java.util.List;
import java.util.Locale;

/** The part of a report's page that says how far to trust a grade: good above bad, false alarms, what "not sure" is worth. */
final class TrustSections {
    private final StringBuilder html = new StringBuilder();

    private TrustSections() {}

    static String of(FullReport report) {
        TrustSections sections = new TrustSections();
        sections.pairs(report.pairs());
        sections.doubts(report.doubts());
        sections.alarms(report.alarms());
        return sections.html.toString();
    }

    private void pairs(Pairs pairs) {
        if (pairs.all().pairs() == 0) {
            return;
        }
        open("Good above bad");
        table(List.of("better", "worse", "pairs", "alignment", "grade"));
        pair("any", "any", pairs.all());
        pair(
                String.format(Locale.ROOT, "%.1f or more", Pairs.GOOD),
                String.format(Locale.ROOT, "%.1f or less", Pairs.BAD),
                pairs.good());
        pairs.kinds().forEach(kinds -> pair(kinds.better(), kinds.worse(), kinds.order()));
        close(String.format(
                Locale.ROOT,
                "Of %d pairs of answers to one question that people put at least %.2f apart, the grade has the better one above in <strong>%.1f %%</strong>; equal ones count half.",
                pairs.all().pairs(),
                pairs.apart(),
                100 * pairs.all().grade()));
    }

    private void pair(String better, String worse, Pairs.Order order) {
        row(HtmlText.escape(better));
        cell(HtmlText.escape(worse));
        cell(Integer.toString(order.pairs()));
        cell(HtmlText.figure(order.raw()));
        cell(HtmlText.figure(order.grade()));
    }

    private void doubts(DoubtCurve doubts) {
        open("What \u201Cnot sure\u201D is worth");
        table(List.of("answers", "squared error", "large errors"));
        point("marked as not sure: ", doubts.marked());
        doubts.most().forEach(point -> point("the most doubtful ", point));
        close(String.format(
                Locale.ROOT,
                "What part of the errors these answers hold. An error is large above %.2f of full marks.",
                DoubtCurve.LARGE));
    }

    private void point(String name, DoubtCurve.Point point) {
        row(String.format(Locale.ROOT, "%s%.1f %%", name, 100 * point.share()));
        cell(HtmlText.figure(point.squaredError()));
        cell(HtmlText.figure(point.largeErrors()));
    }

    private void alarms(Alarms alarms) {
        if (alarms.full() == 0) {
            return;
        }
        open("False alarms");
        if (alarms.rows().isEmpty()) {
            html.append("<p>None.</p>");
        } else {
            html.append("<ul>");
            alarms.rows()
                    .forEach(alarm -> html.append(String.format(
                            Locale.ROOT,
                            "<li>%d %s, grade %.2f: %s. %s",
                            alarm.row(),
                            HtmlText.escape(alarm.questionId()),
                            alarm.grade(),
                            HtmlText.escape(String.join(", ", alarm.fired())),
                            HtmlText.escape(alarm.answer()))));
            html.append("</ul>");
        }
        html.append(String.format(
                Locale.ROOT,
                "</div><aside class=margin><p class=remark>Of %d answers that people gave full marks, something was taken from <strong>%d</strong> by name.</p></aside></section>\n",
                alarms.full(),
                alarms.rows().size()));
    }

    private void open(String title) {
        html.append("<section class=row><div class=script><h2>").append(title).append("</h2>");
    }

    private void table(List<String> columns) {
        html.append("<div class=wide><table><thead><tr>");
        columns.forEach(column -> html.append("<th scope=col>").append(column));
        html.append("</tr></thead><tbody>");
    }

    private void row(String head) {
        html.append("<tr><th scope=row>").append(head);
    }

    private void cell(String text) {
        html.append("<td>").append(text);
    }

    private void close(String remark) {
        html.append("</tbody></table></div></div><aside class=margin><p class=remark>")
                .append(remark)
                .append("</p></aside></section>\n");
    }
}
