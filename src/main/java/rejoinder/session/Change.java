package rejoinder.session;

import java.util.List;

/**
 * The result of one step on a session.
 *
 * @param next the session afterwards
 * @param result what the caller is told
 * @param kept texts to keep beside the draft
 */
public record Change<R>(Session next, R result, List<KeptVersion> kept) {
    /** Copies the list. */
    public Change {
        kept = List.copyOf(kept);
    }

    /** A step that keeps nothing beside. */
    public static <R> Change<R> to(Session next, R result) {
        return new Change<>(next, result, List.of());
    }
}
