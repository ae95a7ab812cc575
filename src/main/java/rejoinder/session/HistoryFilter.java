package rejoinder.session;

import java.time.Instant;
import java.util.Optional;

/**
 * Which sessions of the history are wanted.
 *
 * @param part how far they are
 * @param mode what they are for; empty for either
 * @param topic id of a topic that they ask about; empty for any
 * @param since when they began at the earliest
 */
public record HistoryFilter(Part part, Optional<Mode> mode, String topic, Instant since) {
    /** Every session. */
    public static final HistoryFilter ALL = of(Part.ALL);

    /** How far a session is. */
    public enum Part {
        /** However far. */
        ALL,
        /** In progress. */
        OPEN,
        /** Handed in. */
        OVER,
        /** Graded, with a score. */
        SCORED
    }

    /** Every session that is so far. */
    public static HistoryFilter of(Part part) {
        return new HistoryFilter(part, Optional.empty(), "", Instant.ofEpochMilli(Long.MIN_VALUE));
    }

    /** Whether it takes a session. */
    public boolean takes(SessionSummary line) {
        boolean far = switch (part) {
            case ALL -> true;
            case OPEN -> line.state() == Session.State.IN_PROGRESS;
            case OVER -> line.state() != Session.State.IN_PROGRESS;
            case SCORED -> line.score().isPresent();
        };
        return far
                && mode.map(line.mode()::equals).orElse(true)
                && (topic.isEmpty() || line.topics().contains(topic))
                && !line.startedAt().isBefore(since);
    }
}
