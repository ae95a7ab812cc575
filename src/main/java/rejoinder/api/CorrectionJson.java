package rejoinder.api;

import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rejoinder.grade.Score;
import rejoinder.session.Correction;

/**
 * The candidate's word about a grade.
 *
 * @param point key point's id, empty for the whole answer
 * @param credit part of the point's share that is earned; null if the correction takes earlier ones back
 */
record CorrectionJson(String point, @Nullable Double credit, String quote, long at, boolean withdrawn) {
    private static final int LONGEST_QUOTE = 10_000;

    static CorrectionJson of(Correction correction) {
        if (correction instanceof Correction.Given given) {
            return new CorrectionJson(
                    given.point(),
                    given.credit().value(),
                    given.quote(),
                    given.at().toEpochMilli(),
                    false);
        }
        return new CorrectionJson(correction.point(), null, "", correction.at().toEpochMilli(), true);
    }

    /** Reads {@code {point, credit, quote?}} or {@code {point, withdraw: true}}. */
    static Function<Instant, Correction> read(Fields fields, int place) {
        String point = fields.text("point", 200);
        if (fields.has("withdraw") && fields.flag("withdraw")) {
            if (fields.has("credit") || fields.has("quote")) {
                throw fields.wrong("withdraw", "takes a correction back, so it stands without credit and quote");
            }
            return at -> new Correction.Withdrawn(place, point, at);
        }
        Score credit = new Score(fields.number("credit", 0, 1));
        String quote = fields.has("quote") ? fields.text("quote", LONGEST_QUOTE) : "";
        return at -> new Correction.Given(place, point, credit, quote, at);
    }
}
