package rejoinder.classroom;

import java.time.Instant;
import rejoinder.plan.CandidateId;

/** Somebody in a class. */
public record Member(CandidateId id, String name, Instant joinedAt) {}
