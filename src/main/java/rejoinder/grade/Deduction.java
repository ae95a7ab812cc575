package rejoinder.grade;

import java.util.List;
import java.util.Set;
import rejoinder.text.Span;

/**
 * Something that changes the score of the whole answer, by name. All but {@code whole-answer} only take away.
 *
 * @param name stable short name, such as {@code whole-answer}, {@code misconception} or {@code echo}
 * @param reason one sentence for the candidate
 * @param amount what it adds to the score, negative for what it takes away
 * @param evidence the words it is about, may be empty
 */
public record Deduction(String name, String reason, double amount, List<Span> evidence) {
    /** What the comparison with whole reference answers adds or takes. */
    public static final String WHOLE_ANSWER = "whole-answer";

    /** What coming near to a misconception takes. */
    public static final String MISCONCEPTION = "misconception";

    /** Says that there was nothing to grade; takes nothing. */
    public static final String BLANK = "blank";

    /** Says that the grader cannot read the answer, so that it is the candidate's to mark; takes nothing. */
    public static final String UNREAD = "unread";

    private static final Set<String> NEUTRAL = Set.of(WHOLE_ANSWER, BLANK, UNREAD);

    /** Copies the list and refuses an amount that is not a number. */
    public Deduction {
        evidence = List.copyOf(evidence);
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("The amount of " + name + " must be a number, not " + amount + ".");
        }
    }

    /** Whether it stands for a rule that only takes away, such as a guard: all but {@code whole-answer}, {@code blank} and {@code unread}. */
    public boolean takesAway() {
        return !NEUTRAL.contains(name);
    }
}
