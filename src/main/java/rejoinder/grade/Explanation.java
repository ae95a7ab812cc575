package rejoinder.grade;

import java.util.ArrayList;
import java.util.List;

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

    /** The product of its parts: what a finding earned is a part of the point's share. */
    record Product(String text, List<Explanation> parts) implements Explanation {
        /** Copies the list. */
        public Product {
            parts = List.copyOf(parts);
        }

        @Override
        public double value() {
            double product = 1;
            for (Explanation part : parts) {
                product *= part.value();
            }
            return product;
        }
    }

    /** The tree of a grade: its value is the grade's score, its parts are the findings and the deductions. */
    static Explanation of(Grade grade) {
        List<Explanation> parts = new ArrayList<>();
        for (Finding finding : grade.findings()) {
            parts.add(of(finding));
        }
        for (Deduction deduction : grade.deductions()) {
            parts.add(new Figure(deduction.name() + ": " + deduction.reason(), deduction.amount()));
        }
        return new Sum("score", parts);
    }

    private static Explanation of(Finding finding) {
        return new Product(
                finding.verdict().word() + ": " + finding.point().statement(),
                List.of(
                        new Figure("share of the question", finding.point().share()),
                        new Figure("part of it that was earned", finding.part())));
    }
}
