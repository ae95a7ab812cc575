package rejoinder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.api.Json;
import rejoinder.pack.DocumentImporter;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.ImportWriter;
import rejoinder.pack.ImportedDocument;
import rejoinder.store.FileTrouble;

/** Turns documents of other shapes into packs. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Reads outlines and question-and-answer documents (Markdown), says what it found, and writes packs into a folder if one is named.",
            "Ends with 1 if there is a document in which nothing that could be asked was found."
        })
final class ImportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Documents, recognised by what stands in them.")
    private List<Path> files = List.of();

    @Option(
            names = "--into",
            paramLabel = "DIR",
            description = "Folder for the packs; without it nothing is written. Nothing that is there is overwritten.")
    private Optional<Path> folder = Optional.empty();

    @Option(names = "--dry-run", description = "Write nothing, whatever --into says.")
    private boolean dryRun;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    private record FileReport(String file, String shape, int questions, int withAnswer, List<ImportWarning> warnings) {
        static FileReport of(ImportedDocument document) {
            return new FileReport(
                    document.file(),
                    document.shape().word(),
                    document.questions().size(),
                    document.withAnswer(),
                    document.warnings());
        }
    }

    private record Report(List<FileReport> files, List<String> written) {}

    @Override
    public Integer call() throws IOException {
        List<ImportedDocument> documents =
                files.stream().map(DocumentImporter::read).toList();
        List<Path> written = folder.isPresent() && !dryRun ? write(documents, folder.get()) : List.of();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(new Report(
                    documents.stream().map(FileReport::of).toList(),
                    written.stream().map(Path::toString).toList())));
        } else {
            documents.forEach(document -> print(out, document));
            written.forEach(path -> out.println("wrote " + path));
            if (folder.isEmpty()) {
                out.println("Nothing was written; name a folder for the packs with --into.");
            }
        }
        boolean nothing = documents.stream().anyMatch(document -> document.shape() == DocumentShape.UNKNOWN);
        return nothing ? Main.FINDINGS : Main.OK;
    }

    /** Writes packs; shared with linking. */
    static List<Path> write(List<ImportedDocument> documents, Path folder) throws IOException {
        try {
            return ImportWriter.write(documents, folder).files();
        } catch (FileAlreadyExistsException e) {
            throw new Failure(e.getMessage() + " Nothing was written; name another folder with --into.");
        } catch (FileSystemException e) {
            throw new Failure("Packs cannot be written into " + folder + " (" + FileTrouble.reason(e)
                    + "); name another folder with --into.");
        }
    }

    private static void print(PrintWriter out, ImportedDocument document) {
        out.printf(
                Locale.ROOT,
                "%s: %s, %d questions in %d sections, %d with an answer%n",
                document.file(),
                document.shape().word(),
                document.questions().size(),
                document.sections().size(),
                document.withAnswer());
        document.warnings()
                .forEach(warning -> out.println(document.file() + ":" + warning.line() + ": " + warning.message()));
    }
}
