package rejoinder.bank;

import java.util.List;

/**
 * A statement that a good answer makes; a rubric item.
 *
 * @param id slug, unique in the question
 * @param weight 1 to 10; the share of a core point is its weight over the sum of the core weights
 * @param bonus false for a core point, which full marks need; true for one that only adds
 * @param statement a sentence that can be true or false on its own, one claim
 * @param acceptedWordings other ways to say it
 * @param shortForm at most eight words that name it in a sentence about an answer, empty if the pack gives none
 * @param ask the yes-no question that settles whether an unclear answer makes it, empty if the pack gives none
 * @param outputs for an {@code exact} point: the printed lines that the answer must state literally; empty for any other
 */
public record KeyPoint(
        String id,
        int weight,
        boolean bonus,
        String statement,
        List<String> acceptedWordings,
        String shortForm,
        String ask,
        List<String> outputs) {
    /** Copies the lists and refuses a weight outside 1 to 10. */
    public KeyPoint {
        acceptedWordings = List.copyOf(acceptedWordings);
        outputs = List.copyOf(outputs);
        if (weight < 1 || weight > 10) {
            throw new IllegalArgumentException("The weight of a key point is 1 to 10, not " + weight + ".");
        }
    }

    /** A core point with nothing but its statement and wordings. */
    public KeyPoint(String id, int weight, String statement, List<String> acceptedWordings) {
        this(id, weight, false, statement, acceptedWordings, "", "", List.of());
    }

    /** Whether the answer must state an output literally. */
    public boolean exact() {
        return !outputs.isEmpty();
    }

    /** The same point with other accepted wordings. */
    public KeyPoint withWordings(List<String> wordings) {
        return new KeyPoint(id, weight, bonus, statement, wordings, shortForm, ask, outputs);
    }
}
