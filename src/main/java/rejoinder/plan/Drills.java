package rejoinder.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rejoinder.bank.FollowUp;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.ReferenceAnswer;

/** Asks for one missed key point in one line. */
public final class Drills {
    private final ItemBank bank;

    /** Drills of a bank's questions. */
    public Drills(ItemBank bank) {
        this.bank = bank;
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
                .map(question -> new Drill(
                        question, point, ask(question, point.places().get(0).point(), point.statement())));
    }

    /**
     * What a candidate is asked to get at one key point: a question about what the point claims.
     *
     * @param point its id
     * @param statement what a good line says
     */
    public static String ask(Question question, String point, String statement) {
        return ClaimQuestion.of(statement, shortForm(question, point));
    }

    /** The few words that name a point; empty if the question has none for it. */
    static String shortForm(Question question, String point) {
        return question.keyPoints().stream()
                .filter(one -> one.id().equals(point))
                .map(KeyPoint::shortForm)
                .findFirst()
                .orElse("");
    }

    /** An interviewer's follow-up as a question of its own, to be graded by the same grader; it has to be one that can be marked. */
    public static Question aboutFollowUp(Question question) {
        FollowUp next = question.followUp();
        return new Question(
                question.id(),
                next.prompt(),
                question.context(),
                question.difficulty(),
                question.suggestedTime(),
                question.tags(),
                List.of(new ReferenceAnswer("", next.reference())),
                next.keyPoints(),
                List.of(),
                FollowUp.NONE,
                List.of(),
                List.of(),
                false);
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
                .map(Drills::demanded)
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

    // asked for alone, a bonus point is what full marks need
    private static KeyPoint demanded(KeyPoint point) {
        return new KeyPoint(
                point.id(),
                point.weight(),
                false,
                point.statement(),
                point.acceptedWordings(),
                point.shortForm(),
                point.ask(),
                point.outputs());
    }
}
