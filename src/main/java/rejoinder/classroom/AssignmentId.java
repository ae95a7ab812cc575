package rejoinder.classroom;

/** Names an assignment. */
public record AssignmentId(String value) {}
