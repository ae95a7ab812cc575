package rejoinder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.store.Backups;

/** Checks a backup or an exported archive and puts it in place of the data. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Checks a backup, or an archive that was exported under Settings, says what it holds and what it replaces, and puts it in the place of the data;"
                        + " what was there is kept in the folder backups. No server may be running.")
final class RestoreCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup or archive.")
    private Path file;

    @Option(names = "--check", description = "Only check it and say what would be replaced.")
    private boolean checkOnly;

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Backups.Comparison found = Backups.compare(file, data.path());
        out.println(file + " is " + (found.archive() ? "an archive" : "a backup") + " of version " + found.version()
                + " with " + text(found.contents()) + ".");
        String there = found.replaced().map(RestoreCommand::text).orElse("a file that cannot be read");
        out.println(
                found.replacesFile()
                        ? data.path() + " holds " + there + "; restoring keeps them in its folder " + Backups.FOLDER
                                + "."
                        : data.path() + " holds nothing yet.");
        Backups.PackCounts packs = Backups.packs(file, data.path());
        packs.archived()
                .ifPresent(archived -> out.println(
                        "It holds " + BackupCommand.count(archived, "pack") + " of your own; " + data.path() + " has "
                                + BackupCommand.count(packs.there(), "pack") + ", kept in " + Backups.FOLDER + "."));
        if (!checkOnly) {
            Backups.restore(file, data.path(), Wiring.clock().instant());
            out.println("Restored " + text(found.contents()) + ".");
        }
        out.flush();
        return Main.OK;
    }

    private static String text(Backups.Contents contents) {
        return BackupCommand.count(contents.sessions(), "session") + " with "
                + BackupCommand.count(contents.answers(), "answer");
    }
}
