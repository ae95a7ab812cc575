package rejoinder.classroom;

/**
 * What a server with accounts offers beside practising alone.
 *
 * @param shares results that are shown by a link
 */
public record Together(Shares shares) {}
