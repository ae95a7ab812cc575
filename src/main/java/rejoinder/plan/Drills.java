package rejoinder.plan;

import java.util.List;
import java.util.Optional;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;

/** Asks for one missed key point in one line, naming only the rarest words of what should be said. */
public final class Drills {
    private static final int WORDS_GIVEN = 2;

    private final ItemBank bank;
    private final Words words;

    /** Counts the words of a bank. */
    public Drills(ItemBank bank) {
        this.bank = bank;
        this.words = new Words(bank);
    }

    /**
     * One drill.
     *
     * @param question the question that the point belongs to
     * @param point the point to make
     * @param ask what the candidate is asked
     */
    public record Drill(Question question, WeakPoint point, String ask) {}

    /** The drill for a weak point; empty if its question is no longer in the bank. */
    public Optional<Drill> of(WeakPoint point) {
        return bank.question(point.places().get(0).question()).map(question -> {
            List<String> given = words.rarest(point.statement(), question.prompt(), WORDS_GIVEN);
            String about = given.isEmpty() ? "the missing point" : "“" + String.join("” and “", given) + "”";
            return new Drill(question, point, "In your own words, in one line: what matters here about " + about + "?");
        });
    }
}
