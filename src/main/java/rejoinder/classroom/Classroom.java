package rejoinder.classroom;

import java.time.Instant;
import rejoinder.plan.CandidateId;

/**
 * A class.
 *
 * @param reviewer who made it and manages it; may be gone
 */
public record Classroom(ClassId id, String name, CandidateId reviewer, Instant madeAt) {}
