package rejoinder.classroom;

import java.time.Instant;
import rejoinder.session.SessionStore;

/**
 * An assignment that somebody has started.
 *
 * @param session with which; they may have deleted it
 */
public record Sitting(AssignmentId assignment, SessionStore.Key session, Instant begunAt) {}
