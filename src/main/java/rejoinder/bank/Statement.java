package rejoinder.bank;

/**
 * One way in which candidates make a key point or its opposite. An answer is read against these; they are never shown as accepted wordings.
 *
 * @param keyPointId the point that it is about
 * @param text as a candidate would type it
 * @param isTrue true if it makes the point, false if it contradicts it
 */
public record Statement(String keyPointId, String text, boolean isTrue) {}
