package rejoinder.session;

import java.util.List;
import java.util.Optional;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Legibility;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;

/**
 * An attempt with its grading.
 *
 * @param attempt what was handed in
 * @param outcome the state of its grading
 * @param practiceNotes what was done with the question besides answering it
 */
public record Result(Attempt attempt, Outcome outcome, PracticeNotes practiceNotes) {
    /** One without practice notes. */
    public Result(Attempt attempt, Outcome outcome) {
        this(attempt, outcome, PracticeNotes.NONE);
    }

    /** The same answer with another outcome. */
    Result with(Outcome other) {
        return new Result(attempt, other, practiceNotes);
    }

    /** Whether the grader has yet to come to it. */
    public boolean isOwed() {
        return outcome.kind() == Outcome.Kind.OWED;
    }

    /**
     * Whether it was left out of a round of practice, so that it has no score and counts for nothing.
     *
     * @param question what was asked
     */
    public boolean wasSkipped(Question question) {
        return outcome.kind() == Outcome.Kind.SELF_OWED
                && !question.selfGraded()
                && Legibility.unread(question, attempt.text()).isEmpty();
    }

    /**
     * Why the candidate marks an answer that has a reference: the grader does not read its language, or that of the reference. Empty for any other.
     *
     * @param question what was asked
     */
    public Optional<String> unread(Question question) {
        return isSelfJudged() && !question.selfGraded()
                ? Legibility.unread(question, attempt.text()).map(why -> why + ", so you mark it yourself.")
                : Optional.empty();
    }

    /** Whether there is no reference answer, or the grader cannot read the answer, so that the candidate judges it. */
    boolean isSelfJudged() {
        return outcome.kind() == Outcome.Kind.SELF_OWED || outcome.kind() == Outcome.Kind.SELF_MARKED;
    }

    /** The grader's grade; empty unless the grader has graded it. */
    public Optional<Grade> grade() {
        return outcome.marked().map(Outcome.Marked::grade);
    }

    /** The grader's or the candidate's own score, before corrections; empty while it is owed. */
    public Optional<Score> score() {
        return outcome.earned();
    }

    /**
     * The grade in whole points, with the corrections about this place; empty unless the grader has graded it.
     *
     * @param corrections those about this place
     */
    public Optional<Marking> marking(List<Correction> corrections) {
        return grade().map(grade -> Marking.of(grade, Correction.credits(corrections)));
    }

    /**
     * The score that counts, corrections applied.
     *
     * @param corrections those about this place
     */
    public Optional<Score> score(List<Correction> corrections) {
        return Correction.credits(corrections)
                .whole()
                .or(() -> marking(corrections).map(Marking::score))
                .or(this::score);
    }

    /**
     * The attempt as memory sees it, corrections applied; empty while it has no score.
     *
     * @param question what was asked
     * @param corrections those about this place
     */
    public Optional<Review> review(Question question, List<Correction> corrections) {
        return score(corrections)
                .map(score -> new Review(
                        question.id(),
                        question.revision(),
                        attempt.at(),
                        score,
                        practiceNotes.rating().orElseGet(() -> Rating.of(score)),
                        incomplete(corrections),
                        !attempt.isAnswered()));
    }

    private List<Review.Incomplete> incomplete(List<Correction> corrections) {
        return marking(corrections)
                .filter(marking -> marking.whole().isEmpty())
                .map(marking -> marking.lines().stream()
                        .filter(line -> line.part() < 1)
                        .map(line -> new Review.Incomplete(
                                line.finding().point().id(),
                                line.finding().point().statement(),
                                line.part()))
                        .toList())
                .orElse(List.of());
    }
}
