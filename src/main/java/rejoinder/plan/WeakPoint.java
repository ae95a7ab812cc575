package rejoinder.plan;

import java.time.Instant;
import java.util.List;
import rejoinder.bank.QuestionId;

/**
 * A key point that the last answer to its question missed. The same point asked for in several questions is one weak point.
 *
 * @param statement what a good answer says
 * @param places where it was missed, the place missed most often first
 * @param missed how many of the last five answers to each question did not make it
 * @param answers how many answers that is of
 * @param lastMissed when it was last missed
 * @param said how many lines about it alone, said since, made it
 * @param lines how many lines that is of
 */
public record WeakPoint(
        String statement, List<Place> places, int missed, int answers, Instant lastMissed, int said, int lines) {
    /** Copies the list. */
    public WeakPoint {
        places = List.copyOf(places);
    }

    /** One about which nothing was said since. */
    public WeakPoint(String statement, List<Place> places, int missed, int answers, Instant lastMissed) {
        this(statement, places, missed, answers, lastMissed, 0, 0);
    }

    /**
     * What it counts among the others: how often it was missed, in answers and in lines, less how often a line made it. A line does not clear it; only an answer
     * to its question does, because the line was said with the point in sight.
     */
    int weight() {
        return missed + (lines - said) - said;
    }

    /** The same with the lines that were said since it was last missed. */
    WeakPoint with(List<Drilled> drilled) {
        List<Drilled> since = drilled.stream()
                .filter(line -> places.contains(new Place(line.question(), line.point())))
                .filter(line -> !line.at().isBefore(lastMissed))
                .toList();
        int made = (int) since.stream().filter(Drilled::made).count();
        return new WeakPoint(statement, places, missed, answers, lastMissed, said + made, lines + since.size());
    }

    /** How the lines said since went, as part of a sentence; empty if there is none. */
    String saidSince() {
        return lines == 0
                ? ""
                : " and said it in " + said + " of " + lines + (lines == 1 ? " line" : " lines") + " since";
    }

    /**
     * A key point in a question.
     *
     * @param question the question
     * @param point the key point's id there
     */
    public record Place(QuestionId question, String point) {}

    /** Whether it was missed in a question. */
    boolean in(QuestionId question) {
        return places.stream().anyMatch(place -> place.question().equals(question));
    }
}
