package rejoinder.classroom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;
import rejoinder.session.Result;
import rejoinder.session.Session;

/**
 * What a class makes of one question of an assignment, corrections applied.
 *
 * @param answers how many answers to it have a score
 * @param average of their scores; empty if there is none
 * @param missed the points that somebody did not make, those that most did not make first
 */
public record QuestionFigures(int answers, Optional<Score> average, List<Missed> missed) {
    /** Copies the list. */
    public QuestionFigures {
        missed = List.copyOf(missed);
    }

    /**
     * A point and how many did not make it.
     *
     * @param times how many
     * @param of how many were marked point by point
     */
    public record Missed(String point, String statement, int times, int of) {}

    /** The figures of a place (from 0) in sessions that asked the same; those that do not have it, or no score for it, are left out. */
    public static QuestionFigures of(int place, List<? extends Session> sessions) {
        int answers = 0;
        double sum = 0;
        Map<String, Missed> points = new LinkedHashMap<>();
        for (Session session : sessions) {
            Optional<Result> result = session.result(place);
            Optional<Score> score = result.flatMap(it -> it.score(session.corrections(place)));
            if (score.isPresent()) {
                answers++;
                sum += score.get().value();
                count(
                        points,
                        session.setup().questions().get(place),
                        result.get().marking(session.corrections(place)));
            }
        }
        return new QuestionFigures(
                answers,
                answers == 0 ? Optional.empty() : Optional.of(new Score(sum / answers)),
                points.values().stream()
                        .filter(missed -> missed.times > 0)
                        .sorted(Comparator.comparingInt((Missed missed) -> -missed.times))
                        .toList());
    }

    private static void count(Map<String, Missed> points, Question question, Optional<Marking> marking) {
        if (marking.isEmpty() || marking.get().whole().isPresent()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        for (Marking.Line line : marking.get().lines()) {
            lines.add(line.finding().point().id());
            if (!line.finding().point().bonus()) {
                add(
                        points,
                        line.finding().point().id(),
                        line.finding().point().statement(),
                        Marking.isMissed(line.part()));
            }
        }
        if (lines.isEmpty()) {
            // of an answer without a word nothing is found, and every point is missed
            for (KeyPoint point : question.keyPoints()) {
                if (!point.bonus()) {
                    add(points, point.id(), point.statement(), true);
                }
            }
        }
    }

    private static void add(Map<String, Missed> points, String id, String statement, boolean missed) {
        points.merge(
                id,
                new Missed(id, statement, missed ? 1 : 0, 1),
                (before, one) -> new Missed(id, statement, before.times + one.times, before.of + 1));
    }
}
