/** Joins the questions of an outline to the answers that really answer them. */
@NullMarked
package rejoinder.link;

import org.jspecify.annotations.NullMarked;
