package rejoinder.session;

/** What a session is for. */
public enum Mode {
    /** One clock over all questions, the result at the end. */
    INTERVIEW,
    /** Each answer is graded as soon as it is handed in. */
    PRACTICE
}
