package rejoinder.session;

/** How sure the candidate was before seeing the result. */
public enum Confidence {
    UNSAID,
    NOT_SURE,
    RATHER_SURE,
    VERY_SURE
}
