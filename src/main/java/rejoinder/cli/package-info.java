/** The roof: commands, configuration and the one file that wires the rooms together. */
@NullMarked
package rejoinder.cli;

import org.jspecify.annotations.NullMarked;
