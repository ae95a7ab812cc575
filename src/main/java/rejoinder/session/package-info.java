/** Asks the questions, against the clock. */
@NullMarked
package rejoinder.session;

import org.jspecify.annotations.NullMarked;
