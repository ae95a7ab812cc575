package rejoinder.session;

import java.util.Optional;
import rejoinder.plan.Drilled;

/**
 * A line about one key point, as it is kept.
 *
 * @param session whose answer had missed the point; empty if it was said on the page of a topic or of weak points
 * @param statement what a good line says, as it was graded
 * @param text the line
 * @param drilled which point, when, and what the line earned
 */
public record DrillLine(Optional<SessionId> session, String statement, String text, Drilled drilled) {}
