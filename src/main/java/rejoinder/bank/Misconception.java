package rejoinder.bank;

import java.util.List;

/**
 * A wrong statement that people make.
 *
 * @param keyPointId the key point that it contradicts
 * @param statement as a candidate would say it
 * @param why what is wrong with it, empty if the pack does not say
 * @param trueNeighbours true sentences that share its words, such as its denial; never to be taken for it
 */
public record Misconception(String keyPointId, String statement, String why, List<String> trueNeighbours) {
    /** Copies the list. */
    public Misconception {
        trueNeighbours = List.copyOf(trueNeighbours);
    }

    /** A misconception without true neighbours. */
    public Misconception(String keyPointId, String statement, String why) {
        this(keyPointId, statement, why, List.of());
    }
}
