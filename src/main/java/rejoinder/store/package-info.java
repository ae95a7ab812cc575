/** All SQL, and nothing else. */
@NullMarked
package rejoinder.store;

import org.jspecify.annotations.NullMarked;
