package rejoinder.bank;

/**
 * Where a reference answer can be checked.
 *
 * @param title as it is shown
 * @param url http or https address
 */
public record Source(String title, String url) {}
