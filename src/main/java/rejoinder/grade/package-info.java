/** What an answer earned, and why. */
@NullMarked
package rejoinder.grade;

import org.jspecify.annotations.NullMarked;
