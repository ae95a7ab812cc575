package rejoinder.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;

/** Asks for one missed key point in one line, naming only the rarest words of what should be said. */
public final class Drills {
    private static final int WORDS_GIVEN = 2;

    private final ItemBank bank;
    private final WordRarity words;

    /** Counts the words of a bank. */
    public Drills(ItemBank bank) {
        this.bank = bank;
        this.words = new WordRarity(bank);
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
        return bank.question(point.places().get(0).question())
                .map(question -> new Drill(question, point, ask(question, point.statement())));
    }

    /** What a candidate is asked to get at one key point of a question. */
    public String ask(Question question, String statement) {
        List<String> given = words.rarest(statement, question.prompt(), WORDS_GIVEN);
        String about = given.isEmpty() ? "the missing point" : "“" + String.join("” and “", given) + "”";
        return "In your own words, in one line: what matters here about " + about + "?";
    }

    /**
     * The question that is left if only one of its points is asked for, to be graded by the same grader as the whole.
     *
     * @param point its id
     * @param statement what a good line says
     */
    public static Question aboutOnePoint(Question question, String point, String statement) {
        KeyPoint asked = question.keyPoints().stream()
                .filter(one -> one.id().equals(point))
                .findFirst()
                .orElse(new KeyPoint(point, 1, statement, List.of()));
        return new Question(
                question.id(),
                question.prompt(),
                question.context(),
                question.difficulty(),
                question.suggestedTime(),
                question.tags(),
                // a line about one point is compared with the wordings of that point, not with answers to the whole
                Stream.concat(Stream.of(asked.statement()), asked.acceptedWordings().stream())
                        .map(text -> new ReferenceAnswer("", text))
                        .toList(),
                List.of(asked),
                question.misconceptions().stream()
                        .filter(wrong -> wrong.keyPointId().equals(point))
                        .toList(),
                question.followUp(),
                question.sources(),
                question.statements().stream()
                        .filter(said -> said.keyPointId().equals(point))
                        .toList(),
                question.selfGraded());
    }
}
