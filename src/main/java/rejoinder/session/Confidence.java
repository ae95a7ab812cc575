package rejoinder.session;

/** How sure the candidate said to be before seeing the result. */
public enum Confidence {
    UNSAID,
    NOT_SURE,
    RATHER_SURE,
    VERY_SURE
}
