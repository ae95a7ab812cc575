package rejoinder.session;

import java.time.Instant;
import java.util.function.BiConsumer;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.plan.Hints;

/** The pure steps of grading a session. */
final class Grading {
    private Grading() {}

    /**
     * Grades every answer that is owed, one after the other; slow, so it belongs outside any transaction.
     *
     * @param hints what a hint that was taken costs
     * @param graded told of each grade as soon as it is there
     * @param failed told of each answer that the grader could not grade; it stays owed, and the others are graded all the same
     */
    static void grade(
            Session session,
            Grader grader,
            Hints hints,
            BiConsumer<Integer, Grade> graded,
            BiConsumer<Integer, RuntimeException> failed) {
        session.handedIn().forEach((place, result) -> {
            if (result.isOwed()) {
                Question question = session.setup().questions().get(place);
                Grade grade;
                try {
                    grade = grade(grader, hints, question, result);
                } catch (RuntimeException e) {
                    failed.accept(place, e);
                    return;
                }
                graded.accept(place, grade);
            }
        });
    }

    /** What an answer earns of a question, less what the hints that were taken cost; slow. */
    static Grade grade(Grader grader, Hints hints, Question question, Result result) {
        return hints.charged(
                grader.grade(question, result.attempt().text()),
                question,
                result.practiceNotes().hints());
    }

    /** Writes a grade where it is still owed; an answer that the grader cannot read is the candidate's to mark. */
    static Session write(Session session, int place, Grade grade, Instant at) {
        return session.result(place)
                .filter(Result::isOwed)
                .map(result -> session.with(
                        place, result.with(grade.unread() ? new Outcome.SelfOwed() : new Outcome.Marked(grade, at))))
                .orElse(session);
    }
}
