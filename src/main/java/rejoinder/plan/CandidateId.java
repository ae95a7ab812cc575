package rejoinder.plan;

/**
 * The person practising. Every stored row belongs to one.
 *
 * @param value 1 to 64 characters
 */
public record CandidateId(String value) {
    /** The one candidate of an installation without sign-in. */
    public static final CandidateId LOCAL = new CandidateId("local");

    /** Refuses an empty or overlong id. */
    public CandidateId {
        if (value.isEmpty() || value.length() > 64) {
            throw new IllegalArgumentException("A candidate's id has 1 to 64 characters, not " + value.length() + ".");
        }
    }
}
