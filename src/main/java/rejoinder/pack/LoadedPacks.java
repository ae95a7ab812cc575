package rejoinder.pack;

import java.util.List;
import rejoinder.bank.ItemBank;

/**
 * What a folder of packs holds.
 *
 * @param bank the topics and questions without a problem
 * @param problems in the order of the files and their lines; empty if everything was loaded
 */
public record LoadedPacks(ItemBank bank, List<PackProblem> problems) {
    /** Copies the list. */
    public LoadedPacks {
        problems = List.copyOf(problems);
    }
}
