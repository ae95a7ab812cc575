package rejoinder.intake;

/**
 * Whether answers to a question can be marked by the program, and why.
 *
 * @param letter how far marks can be trusted
 * @param reason one sentence
 */
public record Letter(Kind letter, String reason) {
    /** How far marks can be trusted. */
    public enum Kind {
        /** Answers are marked. */
        A,
        /** Answers are marked, and shown as unsure. */
        B,
        /** The candidate marks, with the reference beside. */
        C,
        /** Not known before the grader tried it. */
        OPEN;

        /** The letter as it is printed; empty while it is open. */
        public String word() {
            return this == OPEN ? "" : name();
        }
    }
}
