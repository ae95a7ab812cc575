package rejoinder.cli;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import picocli.CommandLine;

/** {@code serve} with a clock that is ahead, for tests that cannot wait until tomorrow. */
final class ServeAhead {
    private ServeAhead() {}

    /**
     * Serves.
     *
     * @param args how far the clock is ahead, as {@code PT24H}, and the options of {@code serve}
     */
    public static void main(String[] args) {
        System.setProperty("ai.djl.offline", "true");
        Duration ahead = Duration.parse(args[0]);
        InstantSource clock = () -> InstantSource.system().instant().plus(ahead);
        int code = new CommandLine(new ServeCommand(clock)).execute(Arrays.copyOfRange(args, 1, args.length));
        if (code != ServeCommand.GOES_ON) {
            System.exit(code);
        }
    }
}
