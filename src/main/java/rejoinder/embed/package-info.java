/** The sentence model. */
@NullMarked
package rejoinder.embed;

import org.jspecify.annotations.NullMarked;
