package rejoinder.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The folder that holds the candidate's data and the unpacked model. */
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for sessions and the unpacked model (environment: REJOINDER_DATA).")
    private Optional<Path> folder = Optional.empty();

    /** The folder that the flag, the environment or the platform names. */
    Path path() {
        return Config.ofProcess().data(folder);
    }
}
