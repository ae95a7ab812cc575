package rejoinder.pack;

import java.util.Optional;

/**
 * A file of the folder of own packs before and after a change.
 *
 * @param name within the folder
 * @param before its text; empty if there was none
 * @param after its text; empty if it is gone
 */
public record FileChange(String name, Optional<String> before, Optional<String> after) {}
