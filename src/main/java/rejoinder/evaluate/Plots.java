package rejoinder.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The two plots of a report, as inline SVG; colours and lines come from the page's style sheet. */
final class Plots {
    private static final int SIZE = 320;
    private static final int EDGE = 44;
    private static final int BINS = 10;

    /** Answers that a point of the calibration plot stands for when it is as large as it gets. */
    private static final double LARGEST_DOT = 9;

    private Plots() {}

    /** Every answer: people's score across, the product's up. */
    static String scatter(List<Evaluation.Row> rows) {
        StringBuilder svg = frame(
                "Scatter plot: " + rows.size() + " answers, the score that people gave across, the grade up",
                "people",
                "grade");
        rows.forEach(row -> svg.append(String.format(
                Locale.ROOT, "<circle class=dot cx=%.1f cy=%.1f r=3 />", x(row.score()), y(row.grade()))));
        return svg.append("</svg>").toString();
    }

    /** Answers in ten steps of their grade: the mean grade across, the mean score that people gave up. */
    static String calibration(List<Evaluation.Row> rows) {
        StringBuilder svg = frame(
                "Calibration plot: answers in ten steps of their grade, the mean grade across, people's mean score up",
                "mean grade",
                "mean of people");
        StringBuilder line = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        IntStream.range(0, BINS).forEach(bin -> {
            List<Evaluation.Row> in = rows.stream()
                    .filter(row -> Math.min(BINS - 1, (int) (row.grade() * BINS)) == bin)
                    .toList();
            if (!in.isEmpty()) {
                double grade =
                        in.stream().mapToDouble(Evaluation.Row::grade).average().orElse(0);
                double people =
                        in.stream().mapToDouble(Evaluation.Row::score).average().orElse(0);
                line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(grade), y(people)));
                dots.append(String.format(
                        Locale.ROOT,
                        "<circle class=step cx=%.1f cy=%.1f r=%.1f><title>%d answers: grade %.2f, people %.2f</title></circle>",
                        x(grade),
                        y(people),
                        2 + (LARGEST_DOT - 2) * Math.sqrt((double) in.size() / rows.size()),
                        in.size(),
                        grade,
                        people));
            }
        });
        return svg.append("<polyline class=curve points=\"")
                .append(line.toString().strip())
                .append("\" />")
                .append(dots)
                .append("</svg>")
                .toString();
    }

    private static StringBuilder frame(String name, String across, String up) {
        int whole = SIZE + EDGE + 12;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT, "<svg viewBox=\"0 0 %d %d\" role=img aria-label=\"%s\">", whole, whole, name));
        for (int tenth = 0; tenth <= BINS; tenth += 2) {
            double part = tenth / 10.0;
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=grid x1=%.1f y1=%.1f x2=%.1f y2=%.1f /><line class=grid x1=%.1f y1=%.1f x2=%.1f y2=%.1f />",
                    x(part),
                    y(0),
                    x(part),
                    y(1),
                    x(0),
                    y(part),
                    x(1),
                    y(part)));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=%.1f y=%.1f text-anchor=middle>%.1f</text><text x=%.1f y=%.1f text-anchor=end>%.1f</text>",
                    x(part),
                    y(0) + 16,
                    part,
                    x(0) - 6,
                    y(part) + 4,
                    part));
        }
        svg.append(String.format(
                Locale.ROOT, "<line class=same x1=%.1f y1=%.1f x2=%.1f y2=%.1f />", x(0), y(0), x(1), y(1)));
        svg.append(String.format(
                Locale.ROOT, "<text x=%.1f y=%.1f text-anchor=middle>%s</text>", x(0.5), y(0) + 34, across));
        svg.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(11 %.1f) rotate(-90)\" text-anchor=middle>%s</text>",
                y(0.5),
                up));
        return svg;
    }

    private static double x(double part) {
        return EDGE + part * SIZE;
    }

    private static double y(double part) {
        return 8 + (1 - part) * SIZE;
    }
}
