package rejoinder.session;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of the history.
 *
 * @param id the session
 * @param mode what it was for
 * @param state {@code IN_PROGRESS}, {@code SUBMITTED} or {@code GRADED}
 * @param startedAt when it began
 * @param used time from start to end without pauses; zero while in progress
 * @param topics ids of the topics asked about, in order of first appearance
 * @param questions how many were asked
 * @param answered how many have text
 * @param scored the session's score if there is one
 */
public record SessionSummary(
        SessionId id,
        Mode mode,
        Session.State state,
        Instant startedAt,
        Duration used,
        List<String> topics,
        int questions,
        int answered,
        List<SessionScore> scored) {
    /** Copies the lists. */
    public SessionSummary {
        topics = List.copyOf(topics);
        scored = List.copyOf(scored);
    }

    /** The session's score; empty while it is not graded. */
    public Optional<SessionScore> score() {
        return scored.stream().findFirst();
    }

    /** The line for a session. */
    public static SessionSummary of(Session session) {
        SessionSetup setup = session.setup();
        List<String> topics = setup.questions().stream()
                .map(question -> question.id().topic())
                .distinct()
                .toList();
        Optional<Session.Ended> ended = session.ended();
        return new SessionSummary(
                setup.id(),
                setup.blueprint().mode(),
                session.state(),
                setup.startedAt(),
                ended.map(Session.Ended::used).orElse(Duration.ZERO),
                topics,
                setup.questions().size(),
                session.answered(),
                ended.flatMap(Session.Ended::score).map(List::of).orElse(List.of()));
    }
}
