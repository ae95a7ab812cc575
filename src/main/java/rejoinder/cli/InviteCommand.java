package rejoinder.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import rejoinder.account.Accounts;
import rejoinder.account.Invitation;
import rejoinder.account.Role;
import rejoinder.store.Database;

/** Invites somebody to a server with accounts. */
@Command(
        name = "invite",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Prints a link with which one person chooses a password, once, for a server that runs with --users local; whoever has an account already"
                        + " chooses another password with it. The server may be running.")
final class InviteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "NAME", description = "The name with which the person signs in.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description =
                    "candidate (the default), reviewer (changes the questions, too) or admin (invites and removes people, too).")
    private Role role = Role.CANDIDATE;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Where people reach the server, as https://interviews.example; this machine by default.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description = "The PostgreSQL database of the server (environment: REJOINDER_DATABASE).")
    private Optional<String> database = Optional.empty();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        Config config = Config.ofProcess();
        String base = url.map(given -> given.replaceAll("/+$", ""))
                .orElseGet(() -> "http://" + Config.DEFAULT_HOST + ":" + config.port(Optional.empty()));
        if (!base.matches("https?://[^\\s/#?]+")) {
            throw new Failure(
                    "'" + base + "' is not where a server is reached; write it as https://interviews.example.");
        }
        Accounts.Invited invited;
        try (Database opened =
                config.database(database).map(Database::open).orElseGet(() -> Database.open(data.path()))) {
            invited = Wiring.accounts(opened, Wiring.clock()).invite(name, role);
        }
        Invitation invitation = invited.invitation();
        PrintWriter out = spec.commandLine().getOut();
        out.println("With this link " + invitation.name() + " ("
                + invitation.role().word() + ") chooses " + (invitation.renews() ? "another" : "a")
                + " password within " + Accounts.INVITATION.toDays() + " days, once:");
        out.println(base + "/invitation#" + invited.secret());
        out.flush();
        return Main.OK;
    }
}
