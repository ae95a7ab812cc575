package rejoinder.export;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import rejoinder.plan.CandidateId;
import rejoinder.session.Correction;

/**
 * The candidate's word about a grade, or a reviewer's.
 *
 * @param point key point's id, empty for the whole answer
 * @param credit part of the point's share that is earned; null if the correction takes earlier ones back
 * @param inForce whether it counts: a later one about the point outranks it
 * @param reviewer name of the reviewer who said it; empty if the candidate did
 */
public record CorrectionJson(
        String point,
        @Nullable Double credit,
        String quote,
        long at,
        boolean withdrawn,
        boolean inForce,
        String reviewer) {
    /** The corrections of one answer, oldest first. */
    public static List<CorrectionJson> of(List<Correction> corrections) {
        return of(corrections, reviewer -> "a reviewer");
    }

    /**
     * The corrections of one answer, oldest first.
     *
     * @param names what reviewers are called
     */
    public static List<CorrectionJson> of(List<Correction> corrections, Function<CandidateId, String> names) {
        List<Correction.Given> inForce = Correction.inForce(corrections);
        return corrections.stream()
                .map(correction -> of(
                        correction,
                        inForce.contains(correction),
                        correction.reviewer().map(names).orElse("")))
                .toList();
    }

    private static CorrectionJson of(Correction correction, boolean inForce, String reviewer) {
        long at = correction.at().toEpochMilli();
        return correction
                .given()
                .map(given -> new CorrectionJson(
                        given.point(), given.credit().value(), given.quote(), at, false, inForce, reviewer))
                .orElseGet(() -> new CorrectionJson(correction.point(), null, "", at, true, inForce, reviewer));
    }
}
