package rejoinder.cli;

import java.io.PrintWriter;

/** The progress of a long command, as one line on a terminal; silent where there is no terminal. */
final class ProgressLine {
    private static final int WIDTH = 30;
    private final PrintWriter err;
    private final boolean terminal;
    private int shown = -1;

    ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Shows the state if a per cent was gained. */
    synchronized void show(String what, int done, int total) {
        int percent = total == 0 ? 100 : (int) (100L * done / total);
        if (terminal && percent != shown) {
            shown = percent;
            int filled = WIDTH * percent / 100;
            err.printf(
                    "\r%s%s %3d %%  %d of %d %s",
                    "#".repeat(filled), ".".repeat(WIDTH - filled), percent, done, total, what);
            err.flush();
        }
    }

    /** Ends the line. */
    synchronized void end() {
        if (terminal && shown >= 0) {
            err.println();
        }
    }
}
