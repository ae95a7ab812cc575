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
                "Prints a link that lets one person in, once: they choose a password on a server with --users local, and sign in at the provider on one with"
                        + " --users oidc. Somebody who already has a password chooses another one. The server may be running.")
final class InviteCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "NAME",
            description = "The name with which the person signs in; with --users oidc their e-mail address.")
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
        boolean elsewhere;
        try (Database opened =
                config.database(database).map(Database::open).orElseGet(() -> Database.open(data.path()))) {
            Accounts accounts = Wiring.accounts(opened, Wiring.clock());
            invited = accounts.invite(name, role);
            elsewhere = accounts.hasNoPassword(name);
        }
        Invitation invitation = invited.invitation();
        PrintWriter out = spec.commandLine().getOut();
        String who = invitation.name() + " (" + invitation.role().word() + ")";
        String once = " within " + Accounts.INVITATION.toDays() + " days, once:";
        if (elsewhere) {
            out.println(who + " has an account without a password and signs in at the provider.");
            out.println("If the server has --users local now, this link lets them choose a password" + once);
        } else {
            out.println("With this link " + who
                    + (invitation.renews() ? " chooses another password" : " gets an account") + once);
        }
        out.println(base + "/invitation#" + invited.secret());
        out.flush();
        return Main.OK;
    }
}
