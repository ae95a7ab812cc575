/** HTTP and JSON, and nothing else. */
@NullMarked
package rejoinder.api;

import org.jspecify.annotations.NullMarked;
