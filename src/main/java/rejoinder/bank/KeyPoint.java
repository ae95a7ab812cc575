package rejoinder.bank;

import java.util.List;

/**
 * A statement that a good answer makes; a rubric item.
 *
 * @param id slug, unique in the question
 * @param weight 1 to 10; its share of the question is the weight over the sum of weights
 * @param statement a sentence that can be true or false on its own
 * @param acceptedWordings other ways to say it
 */
public record KeyPoint(String id, int weight, String statement, List<String> acceptedWordings) {
    /** Copies the list and refuses a weight outside 1 to 10. */
    public KeyPoint {
        acceptedWordings = List.copyOf(acceptedWordings);
        if (weight < 1 || weight > 10) {
            throw new IllegalArgumentException("The weight of a key point is 1 to 10, not " + weight + ".");
        }
    }
}
