package rejoinder.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.store.Backups;

/** Checks a backup and puts it in the place of the data. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Checks a backup and puts it in the place of the data; what was there is kept in the folder backups. No server may be running.")
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        Backups.Contents restored =
                Backups.restore(file, data.path(), Wiring.clock().instant());
        spec.commandLine()
                .getOut()
                .println("Restored " + BackupCommand.count(restored.sessions(), "session") + " with "
                        + BackupCommand.count(restored.answers(), "answer") + ".");
        spec.commandLine().getOut().flush();
        return Main.OK;
    }
}
