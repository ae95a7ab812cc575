package rejoinder.classroom;

import java.time.Instant;
import rejoinder.session.SessionStore;

/**
 * A result that anybody with its link can read.
 *
 * @param id hash of what the link carries
 * @param session what is shown
 */
public record Share(String id, SessionStore.Key session, Instant madeAt) {}
