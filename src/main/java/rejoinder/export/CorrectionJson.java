package rejoinder.export;

import java.util.List;
import org.jspecify.annotations.Nullable;
import rejoinder.session.Correction;

/**
 * The candidate's word about a grade.
 *
 * @param point key point's id, empty for the whole answer
 * @param credit part of the point's share that is earned; null if the correction takes earlier ones back
 * @param inForce whether it counts: a later one about the point outranks it
 */
public record CorrectionJson(
        String point, @Nullable Double credit, String quote, long at, boolean withdrawn, boolean inForce) {
    /** The corrections of one answer, oldest first. */
    public static List<CorrectionJson> of(List<Correction> corrections) {
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
}
