/** Markdown in, questions out. */
@NullMarked
package rejoinder.pack;

import org.jspecify.annotations.NullMarked;
