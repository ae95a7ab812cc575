package rejoinder.account;

import java.time.Instant;
import java.util.Optional;
import rejoinder.plan.CandidateId;

/**
 * Somebody who may sign in.
 *
 * @param id what everything of theirs belongs to; a name that is given again has another
 * @param seenAt when a window of theirs was last here, to the day; empty if none is signed in
 */
public record Account(CandidateId id, String name, Role role, Instant madeAt, Optional<Instant> seenAt) {}
