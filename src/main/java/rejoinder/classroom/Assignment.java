package rejoinder.classroom;

import java.time.Instant;
import rejoinder.session.Blueprint;

/**
 * An interview that is assigned to a class.
 *
 * @param blueprint with its questions picked, so that everybody answers the same
 * @param opensAt from when it can be started
 * @param closesAt until when; one that was started in time goes on
 */
public record Assignment(
        AssignmentId id,
        ClassId classroom,
        String title,
        Blueprint blueprint,
        Instant opensAt,
        Instant closesAt,
        Instant madeAt) {
    /** Where a moment is relative to the window. */
    public enum Window {
        AHEAD,
        OPEN,
        OVER
    }

    /** Whether it can be started. */
    public Window window(Instant now) {
        if (now.isBefore(opensAt)) {
            return Window.AHEAD;
        }
        return now.isBefore(closesAt) ? Window.OPEN : Window.OVER;
    }
}
