package rejoinder.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.store.Backups;

/** Writes a whole copy of the data to a file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Writes a complete copy of the data to a file, even while a server is running.")
final class BackupCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        Backups.Contents copied = Backups.make(data.path(), file);
        spec.commandLine()
                .getOut()
                .println(file + " holds " + count(copied.sessions(), "session") + " with "
                        + count(copied.answers(), "answer") + ".");
        spec.commandLine().getOut().flush();
        return Main.OK;
    }

    /** A number with its noun. */
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
