package rejoinder.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import rejoinder.bank.Question;
import rejoinder.grade.Deduction;
import rejoinder.grade.Grade;
import rejoinder.grade.KeyPointFinding;
import rejoinder.grade.Score;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;

/**
 * An attempt with its grading.
 *
 * @param attempt what was handed in
 * @param outcome where the grading stands
 * @param aside what was done with the question beside answering it
 */
public record Result(Attempt attempt, Outcome outcome, PracticeNotes aside) {
    /** One with nothing beside the answer. */
    public Result(Attempt attempt, Outcome outcome) {
        this(attempt, outcome, PracticeNotes.NONE);
    }

    /** The same answer with another outcome. */
    Result with(Outcome other) {
        return new Result(attempt, other, aside);
    }

    /** The grader's or the candidate's own score, before corrections; empty while it is owed. */
    public Optional<Score> score() {
        if (outcome instanceof Outcome.Marked marked) {
            return Optional.of(marked.grade().score());
        }
        if (outcome instanceof Outcome.SelfMarked self) {
            return Optional.of(self.score());
        }
        return Optional.empty();
    }

    /**
     * The score that counts: with the corrections about this place applied in their order.
     *
     * @param corrections those about this place
     */
    public Optional<Score> score(List<Correction> corrections) {
        Optional<Score> whole = credit(corrections, Correction.WHOLE_ANSWER);
        if (whole.isPresent()) {
            return whole;
        }
        if (!(outcome instanceof Outcome.Marked marked) || corrections.isEmpty()) {
            return score();
        }
        Grade grade = marked.grade();
        double sum = 0;
        for (KeyPointFinding finding : grade.findings()) {
            sum += credit(corrections, finding.point().id())
                    .map(credit -> credit.value() * finding.point().share())
                    .orElse(finding.earned());
        }
        for (Deduction deduction : grade.deductions()) {
            sum += deduction.amount();
        }
        return Optional.of(Score.nearest(sum));
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
                        aside.rating().orElseGet(() -> Rating.of(score)),
                        missed(corrections)));
    }

    private List<Review.MissedPoint> missed(List<Correction> corrections) {
        List<Review.MissedPoint> missed = new ArrayList<>();
        boolean judgedWhole = credit(corrections, Correction.WHOLE_ANSWER).isPresent();
        if (!judgedWhole && outcome instanceof Outcome.Marked marked) {
            for (KeyPointFinding finding : marked.grade().findings()) {
                KeyPointFinding.Point point = finding.point();
                double part = credit(corrections, point.id())
                        .map(Score::value)
                        .orElse(point.share() > 0 ? finding.earned() / point.share() : 1);
                if (part < 1) {
                    missed.add(new Review.MissedPoint(point.id(), point.statement(), Math.max(0, part)));
                }
            }
        }
        return missed;
    }

    /** The credit that the latest correction of a point gives; empty if there is none or it was withdrawn. */
    public static Optional<Score> credit(List<Correction> corrections, String point) {
        Optional<Score> credit = Optional.empty();
        for (Correction correction : corrections) {
            if (correction.point().equals(point)) {
                credit = correction instanceof Correction.AnswerMatrix given
                        ? Optional.of(given.credit())
                        : Optional.empty();
            }
        }
        return credit;
    }
}
