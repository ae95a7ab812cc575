package rejoinder.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Every command ends with 0 on success, 1 if it found something amiss in what it was given to look at, and 2 if it was used wrongly or could
 * not do its work; results go to standard output, messages to standard error.
 */
@Command(
        name = "rejoinder",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A mock-interview simulator that grades typed answers on your own machine.",
        subcommands = {
            ServeCommand.class,
            CheckCommand.class,
            ImportCommand.class,
            LinkCommand.class,
            ExportCommand.class,
            GradeCommand.class,
            PlanCommand.class,
            PractiseCommand.class,
            EvaluateCommand.class,
            CalibrateCommand.class,
            RegradeCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            MoveCommand.class,
            InviteCommand.class,
            HelpCommand.class
        })
public final class Main implements Runnable {
    /** It did what it should. */
    static final int OK = 0;

    /** It found something amiss. */
    static final int FINDINGS = 1;

    /** It was used wrongly, or could not do its work. */
    static final int WRONG_USE = 2;

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the process with its code; {@code serve} goes on until it is stopped. */
    public static void main(String[] args) {
        // before any class of the sentence model loads: its tokenizer library asks the network otherwise
        System.setProperty("ai.djl.offline", "true");
        CommandLine line = commandLine();
        line.setOut(new PrintWriter(new TerminalText(line.getOut()), true));
        line.setErr(new PrintWriter(new TerminalText(line.getErr()), true));
        int code = line.execute(args);
        if (code != ServeCommand.GOES_ON) {
            System.exit(code);
        }
    }

    /** The command line, ready to execute; for tests. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main()).setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println(Failure.sentence(problem));
            return WRONG_USE;
        });
        return line;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; 'serve' starts the interviews.");
    }
}
