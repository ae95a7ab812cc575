/** What the candidate still knows, and what to study next. */
@NullMarked
package rejoinder.plan;

import org.jspecify.annotations.NullMarked;
