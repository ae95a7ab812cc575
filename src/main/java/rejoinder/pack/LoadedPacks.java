package rejoinder.pack;

import java.util.List;
import java.util.Map;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;

/**
 * What a folder of packs holds.
 *
 * @param bank the topics and questions without a problem
 * @param places where each question of the bank stands
 * @param statements the rows that are next to the packs; the questions hold what they say
 * @param problems in the order of the files and their lines; empty if everything was loaded
 */
public record LoadedPacks(
        ItemBank bank, Map<QuestionId, Place> places, List<StatementRow> statements, List<PackProblem> problems) {
    /**
     * Where a question stands.
     *
     * @param file the pack, as its reader named it
     * @param lines of the question and its parts
     */
    public record Place(String file, QuestionLines lines) {}

    /** Copies the lists. */
    public LoadedPacks {
        places = Map.copyOf(places);
        statements = List.copyOf(statements);
        problems = List.copyOf(problems);
    }

    /**
     * Where a question of the bank stands.
     *
     * @throws IllegalArgumentException if it is not in the bank
     */
    public Place place(QuestionId question) {
        Place place = places.get(question);
        if (place == null) {
            throw new IllegalArgumentException("Question " + question + " is not in these packs.");
        }
        return place;
    }
}
