package rejoinder.session;

/**
 * The name of one session.
 *
 * @param value 1 to 64 letters, digits, hyphens and underscores
 */
public record SessionId(String value) {
    /** Refuses anything that could not stand in a path. */
    public SessionId {
        if (!value.matches("[A-Za-z0-9_-]{1,64}")) {
            throw new IllegalArgumentException("'" + value + "' is not a session id.");
        }
    }
}
