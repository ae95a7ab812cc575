/** The item bank: what can be asked. */
@NullMarked
package rejoinder.bank;

import org.jspecify.annotations.NullMarked;
