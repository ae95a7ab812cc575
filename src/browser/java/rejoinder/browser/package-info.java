/** What a candidate goes through in a real browser: Chromium against the program in a process of its own. */
@NullMarked
package rejoinder.browser;

import org.jspecify.annotations.NullMarked;
