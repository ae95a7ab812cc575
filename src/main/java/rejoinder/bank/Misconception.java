package rejoinder.bank;

/**
 * A wrong statement that people make.
 *
 * @param keyPointId the key point that it contradicts
 * @param statement as a candidate would say it
 * @param why what is wrong with it, empty if the pack does not say
 */
public record Misconception(String keyPointId, String statement, String why) {}
