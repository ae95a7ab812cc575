package rejoinder.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The command line. Every command ends with 0 on success, 1 if it found problems in its input, and 2 if it was used wrongly or
 * failed; results go to standard output, messages to standard error.
 */
@Command(
        name = "rejoinder",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A mock-interview simulator that grades typed answers on your own machine.")
public final class Main implements Runnable {
    /** It did what it should. */
    static final int OK = 0;

    /** It found problems. */
    static final int FINDINGS = 1;

    /** It was used wrongly, or failed. */
    static final int WRONG_USE = 2;

    private static final Map<String, Class<?>> COMMANDS = commands();

    @Spec
    private CommandSpec spec;

    /** Runs a command and ends the process with its code; {@code serve} goes on until it is stopped. */
    public static void main(String[] args) {
        // before any class of the sentence model loads: its tokenizer library asks the network otherwise
        System.setProperty("ai.djl.offline", "true");
        CommandLine line = commandLine(args);
        line.setOut(new PrintWriter(new TerminalText(line.getOut()), true));
        line.setErr(new PrintWriter(new TerminalText(line.getErr()), true));
        int code = line.execute(args);
        if (code != ServeCommand.GOES_ON) {
            System.exit(code);
        }
    }

    /** The command line, ready to execute; for tests. */
    static CommandLine commandLine() {
        return commandLine(new String[0]);
    }

    /** The same with the one command that is asked for, else with all: looking at each of them takes a tenth of a second before the first page. */
    static CommandLine commandLine(String... args) {
        CommandLine line = new CommandLine(new Main());
        Optional<Class<?>> asked = Optional.ofNullable(args.length == 0 ? null : COMMANDS.get(args[0]));
        asked.ifPresentOrElse(command -> line.addSubcommand(args[0], command), () -> {
            COMMANDS.forEach(line::addSubcommand);
            line.addSubcommand(HelpCommand.class);
        });
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((problem, command, parsed) -> {
            command.getErr().println(Failure.sentence(problem));
            return WRONG_USE;
        });
        return line;
    }

    private static Map<String, Class<?>> commands() {
        Map<String, Class<?>> commands = new LinkedHashMap<>();
        commands.put("serve", ServeCommand.class);
        commands.put("check", CheckCommand.class);
        commands.put("import", ImportCommand.class);
        commands.put("link", LinkCommand.class);
        commands.put("export", ExportCommand.class);
        commands.put("grade", GradeCommand.class);
        commands.put("plan", PlanCommand.class);
        commands.put("practise", PractiseCommand.class);
        commands.put("evaluate", EvaluateCommand.class);
        commands.put("calibrate", CalibrateCommand.class);
        commands.put("regrade", RegradeCommand.class);
        commands.put("backup", BackupCommand.class);
        commands.put("restore", RestoreCommand.class);
        commands.put("move", MoveCommand.class);
        commands.put("invite", InviteCommand.class);
        return commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command; 'serve' starts the interviews.");
    }
}
