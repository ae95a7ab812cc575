package rejoinder.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.export.BankExport;
import rejoinder.pack.OwnPacks;

/** Writes the questions in forms that other programs read. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes all questions into one file: packs as Markdown, notes for Anki, CSV or GIFT.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The file to write; an existing file is not overwritten.")
    private Path file;

    @Option(
            names = "--as",
            paramLabel = "FORM",
            required = true,
            description = "markdown (a ZIP of packs), anki, csv or gift.")
    private String form = "";

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ContentOption content = new ContentOption();

    @Override
    public Integer call() throws IOException {
        BankExport.Form wanted = BankExport.Form.words().get(form);
        if (wanted == null) {
            throw new Failure("There is no form '" + form + "'; choose one of "
                    + String.join(", ", List.copyOf(BankExport.Form.words().keySet())) + ".");
        }
        OwnPacks packs = Wiring.ownPacks(content.packs(), data.path());
        byte[] bytes = BankExport.of(wanted, packs.all().bank(), packs.texts());
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(file + " already exists; name another file.");
        }
        spec.commandLine()
                .getOut()
                .println(file + " holds "
                        + BackupCommand.count(packs.all().bank().questions().size(), "question") + ".");
        spec.commandLine().getOut().flush();
        return Main.OK;
    }
}
