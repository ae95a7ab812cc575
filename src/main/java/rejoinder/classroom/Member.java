package rejoinder.classroom;

import java.time.Instant;
import rejoinder.plan.CandidateId;

/**
 * Somebody in a class.
 *
 * @param shows what they show of their practice
 */
public record Member(CandidateId id, String name, Instant joinedAt, PracticeVisibility shows) {}
