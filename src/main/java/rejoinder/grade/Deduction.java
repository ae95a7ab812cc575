package rejoinder.grade;

import java.util.List;

/**
 * Something that changes the score of the whole answer, by name. All but {@code whole-answer} only take away.
 *
 * @param name stable short name, such as {@code whole-answer}, {@code misconception} or {@code echo}
 * @param reason one sentence for the candidate
 * @param amount what it adds to the score, negative for what it takes away
 * @param evidence the words it is about, may be empty
 */
public record Deduction(String name, String reason, double amount, List<Span> evidence) {
    /** Copies the list and refuses an amount that is no number. */
    public Deduction {
        evidence = List.copyOf(evidence);
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("The amount of " + name + " must be a number, not " + amount + ".");
        }
    }
}
