package rejoinder.grade;

/**
 * What has to be the same for a grade to come out the same.
 *
 * @param grader version of the arithmetic
 * @param model checksum of the sentence model and its tokenizer
 * @param calibration version of the fitted curve
 */
public record GraderStamp(String grader, String model, String calibration) {}
