package rejoinder.grade;

import java.util.List;

/**
 * Something that takes away from the score of the whole answer, by name.
 *
 * @param name stable short name, {@code echo} or {@code keyword-soup}
 * @param reason one sentence for the candidate
 * @param amount what it adds to the score; zero or negative
 * @param evidence the words it is about, may be empty
 */
public record Deduction(String name, String reason, double amount, List<Span> evidence) {
    /** Copies the list and refuses a deduction that adds. */
    public Deduction {
        evidence = List.copyOf(evidence);
        if (!(amount <= 0)) {
            throw new IllegalArgumentException("A deduction takes away; " + name + " would add " + amount + ".");
        }
    }
}
