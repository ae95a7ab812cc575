package rejoinder.classroom;

import java.time.Instant;
import rejoinder.plan.CandidateId;
import rejoinder.session.SessionStore;

/**
 * What a reviewer says about an answer.
 *
 * @param place index of the question, from 0
 * @param reviewer who says it; may be gone
 * @param text blank takes it back
 */
public record Comment(SessionStore.Key session, int place, CandidateId reviewer, String text, Instant at) {}
