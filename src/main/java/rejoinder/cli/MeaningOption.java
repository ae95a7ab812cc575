package rejoinder.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import rejoinder.embed.OtherModel;

/** The sentence model that compares questions. */
final class MeaningOption {
    @Option(
            names = "--meaning-model",
            paramLabel = "DIR",
            description =
                    "Compare questions by another sentence model, as one of several languages: a folder with its model.onnx and tokenizer.json."
                            + " Answers are marked by the shipped one all the same (environment: REJOINDER_MEANING_MODEL).")
    private Optional<Path> folder = Optional.empty();

    /** The folder that the flag or the environment names, with a model in it; empty for the shipped model. */
    Optional<Path> path() {
        Optional<Path> named = Config.ofProcess().meaningModel(folder);
        named.ifPresent(OtherModel::check);
        return named;
    }
}
