package rejoinder.api;

import java.util.List;
import java.util.function.UnaryOperator;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.plan.Drills;
import rejoinder.plan.WeakPoint;

/**
 * A key point that is missed again and again.
 *
 * @param missed in how many of the last {@code answers} answers
 * @param said how many lines about it alone, said since, made it
 * @param lines how many lines that is of
 * @param ask the line that asks for it
 * @param places where it was missed; a drill goes to the first
 */
record WeakPointJson(
        String statement,
        int missed,
        int answers,
        long lastMissed,
        int said,
        int lines,
        String ask,
        List<PlaceJson> places) {
    /** A key point in a question. */
    record PlaceJson(String id, String prompt, TopicJson.Named topic, String point) {}

    static WeakPointJson of(WeakPoint point, ItemBank bank, Drills drills, UnaryOperator<String> text) {
        return new WeakPointJson(
                point.statement(),
                point.missed(),
                point.answers(),
                point.lastMissed().toEpochMilli(),
                point.said(),
                point.lines(),
                drills.of(point).map(Drills.Drill::ask).orElse(""),
                point.places().stream()
                        .map(place -> new PlaceJson(
                                place.question().toString(),
                                text.apply(bank.question(place.question())
                                        .map(Question::prompt)
                                        .orElse(place.question().toString())),
                                TopicJson.Named.of(place.question().topic(), bank),
                                place.point()))
                        .toList());
    }
}
