package rejoinder.grade;

/**
 * What a grade depends on besides question and answer.
 *
 * @param grader version of the arithmetic
 * @param model checksum of the sentence model and its tokenizer
 * @param calibration version of the fitted curve
 */
public record GraderStamp(String grader, String model, String calibration) {}
