/** How well the grader agrees with people. */
@NullMarked
package rejoinder.evaluate;

import org.jspecify.annotations.NullMarked;
