package rejoinder.session;

import java.time.Duration;
import rejoinder.bank.QuestionId;

/**
 * How long a candidate had a question before them.
 *
 * @param question which
 * @param answers how many answers with text were handed in
 * @param total the time of all of them together
 */
public record TimeSpent(QuestionId question, int answers, Duration total) {
    /** The time of one answer, on average. */
    public Duration average() {
        return total.dividedBy(Math.max(1, answers));
    }
}
