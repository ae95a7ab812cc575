package rejoinder.plan;

/** How alike two texts are. Deterministic; may be called from several threads. */
public interface Likeness {
    /** From -1 to 1; 1 for the same text. */
    double between(String one, String other);

    /** The likeness from which two prompts count as nearly the same question. */
    double nearDuplicateFrom();

    /** The likeness from which two key points count as the same point. */
    double samePointFrom();

    /** The likeness from which words of a job description call for a question with a prompt. */
    double callsFrom();

    /** Whether it goes by meaning; else it goes by words. */
    boolean byMeaning();
}
