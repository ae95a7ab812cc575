package rejoinder.grade;

import java.util.Map;
import java.util.Optional;

/**
 * What the candidate's corrections say, as they stand. A point without a credit keeps what the grader gave.
 *
 * @param whole the credit for the whole answer; it outranks every point
 * @param points by the id of the point, the part of its share that counts as earned; by the id of a deduction, the part of it that is given back
 */
public record Credits(Optional<Score> whole, Map<String, Score> points) {
    /** No corrections. */
    public static final Credits NONE = new Credits(Optional.empty(), Map.of());

    /** Copies the map. */
    public Credits {
        points = Map.copyOf(points);
    }

    /** The credit for a point. */
    public Optional<Score> of(Finding.Point point) {
        return Optional.ofNullable(points.get(point.id()));
    }

    /** The part of a deduction that is given back, by {@link Grade#deductionId}. */
    public Optional<Score> ofDeduction(String id) {
        return Optional.ofNullable(points.get(id));
    }
}
