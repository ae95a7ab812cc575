package rejoinder.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.plan.Hints;

/** The pure steps of grading a session. */
final class Grading {
    private Grading() {}

    /** The results that a session has so far, by place. */
    static SortedMap<Integer, Result> results(Session session) {
        if (session instanceof InProgress open) {
            return open.settled();
        }
        List<Result> all = session instanceof Session.Submitted submitted
                ? submitted.results()
                : ((Session.Graded) session).results();
        SortedMap<Integer, Result> byPlace = new TreeMap<>();
        all.forEach(result -> byPlace.put(byPlace.size(), result));
        return byPlace;
    }

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
        results(session).forEach((place, result) -> {
            if (result.outcome() instanceof Outcome.Owed) {
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

    /** Writes a grade where it is still owed. */
    static Session write(Session session, int place, Grade grade, Instant at) {
        SortedMap<Integer, Result> results = new TreeMap<>(results(session));
        results.computeIfPresent(
                place,
                (key, result) ->
                        result.outcome() instanceof Outcome.Owed ? result.with(new Outcome.Marked(grade, at)) : result);
        return with(session, results);
    }

    /** Replaces the result of one place. */
    static Session replace(Session session, int place, UnaryOperator<Result> step) {
        requirePlace(session, place);
        SortedMap<Integer, Result> results = new TreeMap<>(results(session));
        Result before = results.get(place);
        if (before == null) {
            throw new SessionException.WrongState("Question " + (place + 1) + " has no handed-in answer.");
        }
        results.put(place, step.apply(before));
        return with(session, results);
    }

    /** Adds a correction to a graded session. */
    static Session.Graded correct(Session.Graded session, Correction correction) {
        int place = correction.place();
        requirePlace(session, place);
        boolean whole = correction.point().equals(Correction.WHOLE_ANSWER);
        boolean known = session.results().get(place).outcome() instanceof Outcome.Marked marked
                && marked.grade().findings().stream()
                        .anyMatch(finding -> finding.point().id().equals(correction.point()));
        if (!whole && !known) {
            throw new SessionException.NoSuchQuestion(
                    "Question " + (place + 1) + " has no key point '" + correction.point() + "'.");
        }
        List<Correction> all = new ArrayList<>(session.corrections());
        all.add(correction);
        return new Session.Graded(session.setup(), session.ending(), session.results(), all);
    }

    /** Refuses a place that the session does not have. */
    static void requirePlace(Session session, int place) {
        int questions = session.setup().questions().size();
        if (place < 0 || place >= questions) {
            throw new SessionException.NoSuchQuestion(
                    "This session has questions 1 to " + questions + "; there is no " + (place + 1L) + ".");
        }
    }

    private static Session with(Session session, SortedMap<Integer, Result> results) {
        if (session instanceof InProgress open) {
            return open.withSettled(results);
        }
        List<Result> all = List.copyOf(results.values());
        if (session instanceof Session.Graded graded) {
            return new Session.Graded(graded.setup(), graded.ending(), all, graded.corrections());
        }
        return Session.ended(session.setup(), ((Session.Submitted) session).ending(), all);
    }
}
