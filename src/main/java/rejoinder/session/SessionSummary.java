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
        State state,
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

    /** The three states by name. */
    public enum State {
        IN_PROGRESS,
        SUBMITTED,
        GRADED
    }

    /** The line for a session. */
    public static SessionSummary of(Session session) {
        SessionSetup setup = session.setup();
        List<String> topics = setup.questions().stream()
                .map(question -> question.id().topic())
                .distinct()
                .toList();
        State state;
        Duration used = Duration.ZERO;
        int answered;
        List<SessionScore> scored = List.of();
        if (session instanceof InProgress open) {
            state = State.IN_PROGRESS;
            answered = (int) open.drafts().stream()
                    .filter(draft -> !draft.text().isBlank())
                    .count();
        } else if (session instanceof Session.Submitted submitted) {
            state = State.SUBMITTED;
            used = used(
                    setup.startedAt(),
                    submitted.ending().at(),
                    submitted.ending().paused());
            answered = answered(submitted.results());
        } else if (session instanceof Session.Graded graded) {
            state = State.GRADED;
            used = used(setup.startedAt(), graded.ending().at(), graded.ending().paused());
            answered = answered(graded.results());
            scored = SessionScore.of(graded).map(List::of).orElse(List.of());
        } else {
            throw new IllegalStateException("A session is in progress, submitted or graded.");
        }
        return new SessionSummary(
                setup.id(),
                setup.blueprint().mode(),
                state,
                setup.startedAt(),
                used,
                topics,
                setup.questions().size(),
                answered,
                scored);
    }

    /** Time from start to end without pauses; zero if a clock that went backwards makes it negative. */
    public static Duration used(Instant startedAt, Instant endedAt, Duration paused) {
        Duration used = Duration.between(startedAt, endedAt).minus(paused);
        return used.isNegative() ? Duration.ZERO : used;
    }

    private static int answered(List<Result> results) {
        return (int) results.stream()
                .filter(result -> result.attempt() instanceof Attempt.Answered)
                .count();
    }
}
