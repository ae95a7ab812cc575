package rejoinder.bank;

/**
 * One heading of the outline.
 *
 * @param id slug, unique in the bank
 * @param title as it is shown
 * @param order place in the outline, ascending
 * @param summary one line about it, empty if there is none
 */
public record Topic(String id, String title, int order, String summary) {}
