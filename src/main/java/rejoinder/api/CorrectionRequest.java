package rejoinder.api;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import rejoinder.grade.Score;
import rejoinder.session.AcceptedWording;
import rejoinder.session.Correction;

/**
 * A request to correct a grade.
 *
 * @param given the correction at a time; empty if earlier ones are taken back
 * @param fromNowOn whether the quoted words are to count from now on
 */
record CorrectionRequest(String point, Optional<Function<Instant, Correction.Given>> given, boolean fromNowOn) {
    /** The field names of a correction. */
    static final String[] FIELDS = {"point", "credit", "quote", "accept", "withdraw"};

    private static final int LONGEST_QUOTE = AcceptedWording.LONGEST;

    /** Reads {@code {point, credit, quote?, accept?}} or {@code {point, withdraw: true}}. */
    static CorrectionRequest read(Fields fields, int place) {
        String point = fields.text("point", 200);
        if (fields.has("withdraw") && fields.flag("withdraw")) {
            if (fields.has("credit") || fields.has("quote") || fields.has("accept")) {
                throw fields.wrong("withdraw", "takes a correction back, so leave out credit and quote");
            }
            return new CorrectionRequest(point, Optional.empty(), false);
        }
        Score credit = new Score(fields.number("credit", 0, 1));
        String quote = fields.has("quote") ? fields.text("quote", LONGEST_QUOTE) : "";
        boolean accept = fields.has("accept") && fields.flag("accept");
        if (accept && quote.isBlank()) {
            throw fields.wrong("accept", "makes quoted words count from now on, so it needs a quote");
        }
        return new CorrectionRequest(
                point, Optional.of(at -> new Correction.Given(place, point, credit, quote, at)), accept);
    }
}
