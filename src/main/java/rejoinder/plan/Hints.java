package rejoinder.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.grade.Deduction;
import rejoinder.grade.Finding;
import rejoinder.grade.Grade;

/**
 * Hints for a question, in the order in which they are given: first words that a good answer is about, then one key point in full. Each has its price, which
 * the grade shows as a deduction by name.
 */
public final class Hints {
    /** What the words cost; a convention of this program. */
    private static final double WORDS_COST = .1;

    private static final int MOST_WORDS = 4;

    private final WordRarity words;

    /** Counts the words of a bank, because the rare ones tell more. */
    public Hints(ItemBank bank) {
        words = new WordRarity(bank);
    }

    /**
     * One hint.
     *
     * @param point the key point that it reveals; empty if it gives words
     * @param text what the candidate sees
     * @param cost the most that it takes from the score, 0 to 1
     */
    public record Hint(Optional<String> point, String text, double cost) {
        /** What taking it costs, said before it is taken. */
        public String offer() {
            long hundredths = Math.round(100 * cost);
            return point.isEmpty()
                    ? "A hint with words of a good answer costs " + hundredths + " of 100."
                    : "A key point given in full costs the " + hundredths + " of 100 that it could earn.";
        }
    }

    /** The hints of a question; the same each time. A question that the candidate judges has none. */
    public List<Hint> of(Question question) {
        if (question.selfGraded()) {
            return List.of();
        }
        List<Hint> hints = new ArrayList<>();
        List<String> about = topicWords(question);
        if (!about.isEmpty()) {
            hints.add(new Hint(Optional.empty(), "Think of: " + String.join(", ", about), WORDS_COST));
        }
        double total = question.keyPoints().stream().mapToInt(KeyPoint::weight).sum();
        heaviest(question)
                .ifPresent(point ->
                        hints.add(new Hint(Optional.of(point.id()), point.statement(), point.weight() / total)));
        return hints;
    }

    // one word a key point, so that each is hinted at and none is revealed
    private List<String> topicWords(Question question) {
        Set<String> about = new LinkedHashSet<>();
        for (KeyPoint point : question.keyPoints()) {
            about.addAll(words.rarest(point.statement(), question.prompt() + " " + String.join(" ", about), 1));
        }
        if (about.isEmpty()) {
            ReferenceAnswer reference = question.referenceAnswers().get(0);
            about.addAll(words.rarest(reference.text(), question.prompt(), MOST_WORDS));
        }
        return about.stream().limit(MOST_WORDS).toList();
    }

    // a question of one point would have nothing left to say
    private static Optional<KeyPoint> heaviest(Question question) {
        return question.keyPoints().size() < 2
                ? Optional.empty()
                : question.keyPoints().stream()
                        // of equals the first
                        .min(Comparator.comparingInt(KeyPoint::weight).reversed());
    }

    /**
     * A grade with what the hints cost that were taken: the words a tenth of the question, a told point whatever it earned. Never more than was earned.
     *
     * @param taken how many hints were taken
     */
    public Grade charged(Grade grade, Question question, int taken) {
        if (taken <= 0) {
            return grade;
        }
        List<Deduction> deductions = new ArrayList<>(grade.deductions());
        double left = grade.score().value();
        for (Hint hint : of(question).stream().limit(taken).toList()) {
            double cost = Math.min(
                    left, hint.point().map(point -> earned(grade, point)).orElse(hint.cost()));
            deductions.add(
                    hint.point().isEmpty()
                            ? new Deduction(
                                    "hint-words", "You took words of a good answer as a hint.", 0 - cost, List.of())
                            : new Deduction(
                                    "hint-point",
                                    "You were told this point as a hint, so it earns nothing: " + hint.text(),
                                    0 - cost,
                                    List.of()));
            left = Math.max(0, left - cost);
        }
        return new Grade(
                grade.question(),
                grade.revision(),
                grade.raw(),
                grade.reference(),
                grade.findings(),
                deductions,
                grade.doubts(),
                grade.stamp());
    }

    private static double earned(Grade grade, String point) {
        return grade.findings().stream()
                .filter(finding -> finding.point().id().equals(point))
                .mapToDouble(Finding::earned)
                .map(earned -> Math.max(0, earned))
                .sum();
    }
}
