package rejoinder.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rejoinder.grade.Score;
import rejoinder.session.AcceptedWording;
import rejoinder.session.Correction;

/**
 * The candidate's word about a grade.
 *
 * @param point key point's id, empty for the whole answer
 * @param credit part of the point's share that is earned; null if the correction takes earlier ones back
 * @param inForce whether it counts: a later one about the point outranks it
 */
record CorrectionJson(
        String point, @Nullable Double credit, String quote, long at, boolean withdrawn, boolean inForce) {
    /** The field names of a correction. */
    static final String[] FIELDS = {"point", "credit", "quote", "accept", "withdraw"};

    private static final int LONGEST_QUOTE = AcceptedWording.LONGEST;

    /** The corrections of one answer, oldest first. */
    static List<CorrectionJson> of(List<Correction> corrections) {
        List<Correction.Given> inForce = Correction.inForce(corrections);
        return corrections.stream()
                .map(correction -> of(correction, inForce.contains(correction)))
                .toList();
    }

    private static CorrectionJson of(Correction correction, boolean inForce) {
        long at = correction.at().toEpochMilli();
        return correction
                .given()
                .map(given ->
                        new CorrectionJson(given.point(), given.credit().value(), given.quote(), at, false, inForce))
                .orElseGet(() -> new CorrectionJson(correction.point(), null, "", at, true, inForce));
    }

    /**
     * What a request says.
     *
     * @param given the correction at a time; empty if earlier ones are taken back
     * @param fromNowOn whether the quoted words are to count from now on
     */
    record Said(String point, Optional<Function<Instant, Correction.Given>> given, boolean fromNowOn) {}

    /** Reads {@code {point, credit, quote?, accept?}} or {@code {point, withdraw: true}}. */
    static Said read(Fields fields, int place) {
        String point = fields.text("point", 200);
        if (fields.has("withdraw") && fields.flag("withdraw")) {
            if (fields.has("credit") || fields.has("quote") || fields.has("accept")) {
                throw fields.wrong("withdraw", "takes a correction back, so it stands without credit and quote");
            }
            return new Said(point, Optional.empty(), false);
        }
        Score credit = new Score(fields.number("credit", 0, 1));
        String quote = fields.has("quote") ? fields.text("quote", LONGEST_QUOTE) : "";
        boolean accept = fields.has("accept") && fields.flag("accept");
        if (accept && quote.isBlank()) {
            throw fields.wrong("accept", "lets quoted words count from now on, so it needs a quote");
        }
        return new Said(point, Optional.of(at -> new Correction.Given(place, point, credit, quote, at)), accept);
    }
}
