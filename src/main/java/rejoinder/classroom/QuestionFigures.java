package rejoinder.classroom;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rejoinder.grade.Marking;
import rejoinder.grade.Score;
import rejoinder.session.Result;
import rejoinder.session.Session;

/**
 * How a class did on one question of an assignment, corrections applied.
 *
 * @param answers how many answers to it have a score; a blank is not an answer
 * @param blank how many handed in nothing for it
 * @param average of the answers' scores; empty if there are none
 * @param missed the points that some answers missed, the most often missed first
 */
public record QuestionFigures(int answers, int blank, Optional<Score> average, List<Missed> missed) {
    /** Copies the list. */
    public QuestionFigures {
        missed = List.copyOf(missed);
    }

    /**
     * A point and how many answers missed it.
     *
     * @param times how many missed it
     * @param of how many were marked point by point
     */
    public record Missed(String point, String statement, int times, int of) {}

    /** The figures of a place (from 0) in sessions with the same questions; sessions without that place, or without a score there, are left out. */
    public static QuestionFigures of(int place, List<? extends Session> sessions) {
        int answers = 0;
        int blank = 0;
        double sum = 0;
        Map<String, Missed> points = new LinkedHashMap<>();
        for (Session session : sessions) {
            Optional<Result> result = session.result(place);
            Optional<Score> score = result.flatMap(it -> it.score(session.corrections(place)));
            if (score.isPresent() && !result.get().attempt().isAnswered()) {
                blank++;
            } else if (score.isPresent()) {
                answers++;
                sum += score.get().value();
                count(points, result.get().marking(session.corrections(place)));
            }
        }
        return new QuestionFigures(
                answers,
                blank,
                answers == 0 ? Optional.empty() : Optional.of(new Score(sum / answers)),
                points.values().stream()
                        .filter(missed -> missed.times > 0)
                        .sorted(Comparator.comparingInt((Missed missed) -> -missed.times))
                        .toList());
    }

    private static void count(Map<String, Missed> points, Optional<Marking> marking) {
        if (marking.isEmpty() || marking.get().whole().isPresent()) {
            return;
        }
        for (Marking.Line line : marking.get().lines()) {
            if (!line.finding().point().bonus()) {
                add(
                        points,
                        line.finding().point().id(),
                        line.finding().point().statement(),
                        Marking.isMissed(line.part()));
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
