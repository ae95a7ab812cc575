package rejoinder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rejoinder.store.Moving;

/** Copies a data folder into a PostgreSQL database. */
@Command(
        name = "move",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Copies everything in a data folder into an empty PostgreSQL database and counts the rows there; the folder stays as it is. No server may be running.")
final class MoveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--from", required = true, paramLabel = "DIR", description = "The data folder.")
    private Path from = Path.of("");

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URL",
            description = "The database, as postgresql://USER:PASSWORD@HOST:PORT/DATABASE.")
    private String to = "";

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Moving.move(from, to).forEach((table, rows) -> out.println(table + ": " + BackupCommand.count(rows, "row")));
        out.println("packs: " + BackupCommand.count(Wiring.sharePacks(from, to), "file"));
        out.println("Everything is there. Start with 'serve --database' and the same address.");
        out.flush();
        return Main.OK;
    }
}
