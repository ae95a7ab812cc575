package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a score came about: a tree whose nodes compute their value from their parts, so that it cannot disagree with the score. Built from a stored grade, never
 * stored itself.
 */
public sealed interface Explanation {
    /** What this node stands for, one line. */
    String text();

    /** What it comes to. */
    double value();

    /** What it was computed from, in order; empty for a figure that was measured. */
    List<Explanation> parts();

    /** A measured figure. */
    record Figure(String text, double value) implements Explanation {
        @Override
        public List<Explanation> parts() {
            return List.of();
        }
    }

    /** The sum of its parts, from left to right, and nothing below 0 or above 1. */
    record Sum(String text, List<Explanation> parts) implements Explanation {
        /** Copies the list. */
        public Sum {
            parts = List.copyOf(parts);
        }

        @Override
        public double value() {
            double sum = 0;
            for (Explanation part : parts) {
                sum += part.value();
            }
            return Score.nearest(sum).value();
        }
    }

    /** What a finding earned: a figure with the share and the similarity that it was computed from. */
    record Earned(String text, KeyPointFinding finding) implements Explanation {
        @Override
        public double value() {
            return finding.earned();
        }

        @Override
        public List<Explanation> parts() {
            return List.of(
                    new Figure("share of the question", finding.point().share()),
                    new Figure("similarity", finding.similarity()));
        }
    }

    /** The tree of a grade: its value is the grade's score, its parts are the findings and the deductions. */
    static Explanation of(Grade grade) {
        List<Explanation> parts = new ArrayList<>();
        for (KeyPointFinding finding : grade.findings()) {
            parts.add(new Earned(verdict(finding) + ": " + finding.point().statement(), finding));
        }
        for (Deduction deduction : grade.deductions()) {
            parts.add(new Figure(deduction.name() + ": " + deduction.reason(), deduction.amount()));
        }
        return new Sum("score", parts);
    }

    private static String verdict(KeyPointFinding finding) {
        return finding.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
