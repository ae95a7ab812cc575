package rejoinder.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import rejoinder.pack.LoadedPacks;

/** The folder of packs. */
final class ContentOption {
    @Option(
            names = "--content",
            paramLabel = "DIR",
            description = "Folder of packs to ask from instead of the shipped ones (environment: REJOINDER_CONTENT).")
    private Optional<Path> folder = Optional.empty();

    /** The packs that the flag or the environment names, or the shipped ones. */
    LoadedPacks packs() {
        return Wiring.packs(Config.ofProcess().content(folder));
    }

    /** The same; the shipped ones are kept in a data folder as they were parsed once. */
    LoadedPacks kept(Path data) {
        return Wiring.packs(Config.ofProcess().content(folder), data);
    }

    /** The same with the packs of the person's own over them. */
    LoadedPacks packs(Path data) {
        return Wiring.ownPacks(kept(data), data).all();
    }
}
