package rejoinder.classroom;

/** Names a class. */
public record ClassId(String value) {}
