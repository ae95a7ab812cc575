package rejoinder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import rejoinder.pack.LoadedPacks;

/** Starts the interviews. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Starts the interviews in a browser on this machine, and runs until stopped.")
final class ServeCommand implements Callable<Integer> {
    /** Not a code that a process ends with: the server runs on. */
    static final int GOES_ON = Integer.MIN_VALUE;

    private static final Pattern TIME = Pattern.compile("([1-9]\\d{0,4})([mhd])");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of("m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS, "d", ChronoUnit.DAYS);

    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Port to listen on, 7070 by default; 0 picks a free one (environment: REJOINDER_PORT).")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description =
                    "Address to listen on, 127.0.0.1 by default: nobody else can reach it (environment: REJOINDER_HOST).")
    private Optional<String> host = Optional.empty();

    @Option(
            names = "--allowed-host",
            paramLabel = "NAME",
            split = ",",
            description =
                    "Also answer to this name, such as interviews.example; any other name but this machine's is refused"
                            + " (environment: REJOINDER_ALLOWED_HOST, separated by commas).")
    private List<String> allowedHosts = List.of();

    @Option(
            names = "--trust-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description = "Trust this proxy (X-Forwarded-Host) for the host name that was asked for"
                    + " (environment: REJOINDER_TRUST_PROXY, separated by commas).")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--backup-every",
            paramLabel = "TIME",
            description = "Make a backup in the data folder this often while it runs, as 30m, 6h or 1d.")
    private Optional<String> backupEvery = Optional.empty();

    @Option(
            names = "--backup-keep",
            paramLabel = "N",
            description = "How many of these backups are kept, the newest ones; 7 by default.")
    private int backupsKept = 7;

    /** How the log is written. */
    enum Log {
        TEXT,
        JSON
    }

    @Option(
            names = "--log",
            paramLabel = "FORM",
            description = "How to write the log: text, or json with every request and its id in it.")
    private Log log = Log.TEXT;

    @Option(names = "--no-open", description = "Do not open a browser.")
    private boolean stayClosed;

    @Option(
            names = "--web",
            hidden = true,
            paramLabel = "DIR",
            description = "Read the pages from a folder on each request, for developing them.")
    private Optional<Path> web = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "Keep the data in this PostgreSQL database instead of the data folder, as"
                            + " postgresql://USER:PASSWORD@HOST:PORT/DATABASE (environment: REJOINDER_DATABASE, which keeps the password out of the list of processes).")
    private Optional<String> database = Optional.empty();

    /** Who may sign in. */
    enum Users {
        NONE,
        LOCAL,
        OIDC
    }

    @Option(
            names = "--users",
            paramLabel = "KIND",
            description =
                    "Who may sign in: none (the default: one candidate, nobody signs in), local (people with accounts and passwords"
                            + " that are kept here; see 'invite'), or oidc (people whom an OpenID provider knows).")
    private Users users = Users.NONE;

    @Mixin
    private OpenIdOptions openId = new OpenIdOptions();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ContentOption content = new ContentOption();

    @Mixin
    private MeaningOption meaningModel = new MeaningOption();

    /** For the command line. */
    ServeCommand() {
        this(Wiring.clock());
    }

    /** With a time of its own, for tests that cannot wait until tomorrow. */
    ServeCommand(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        if (log == Log.JSON) {
            // the log reads these when its first line is written
            System.setProperty("rejoinder.log", log.name());
            System.setProperty("rejoinder.log.requests", "INFO");
        }
        PrintWriter err = spec.commandLine().getErr();
        Config config = Config.ofProcess();
        String address = config.host(host);
        boolean loopback = Config.isLoopback(address);
        Optional<Wiring.OpenId> provider = openId.read(config, users == Users.OIDC);
        if (!loopback && users != Users.NONE) {
            err.println("Warning: " + address
                    + " can be reached by others without TLS, so passwords and sign-ins can be read in transit."
                    + " Leave --host out and let a proxy on this machine end TLS; the README shows how.");
        } else if (!loopback) {
            err.println("Warning: " + address + " can be reached by others, and there is no sign-in: whoever reaches it"
                    + " reads and writes your answers. Leave --host out to be alone, or add --users local.");
        }
        StartedServer running = Wiring.serve(
                () -> readPacks(err),
                new Wiring.ServeOptions(
                        data.path(),
                        address,
                        config.port(port),
                        config.allowedHosts(allowedHosts),
                        config.trustedProxies(trustedProxies),
                        address(config),
                        users != Users.NONE,
                        provider,
                        backupEvery.map(ServeCommand::time),
                        kept(),
                        web,
                        meaningModel.path()),
                clock,
                message -> {
                    err.println(message);
                    err.flush();
                });
        PrintWriter out = spec.commandLine().getOut();
        String url = "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + running.port();
        out.println("Rejoinder is ready at " + url);
        if (running.lacksPeople()) {
            out.println(
                    provider.map(it -> it.admitted().admin())
                            .map(admin -> admin.isEmpty()
                                    ? "There is no administrator yet: start with --oidc-admin and the e-mail address of the first one."
                                    : "Nobody has signed in yet: " + admin
                                            + " becomes the administrator on signing in.")
                            .orElse(
                                    "Nobody can sign in yet: 'invite NAME --role admin' with the same --data prints the first invitation."));
        }
        out.flush();
        if (!stayClosed) {
            // at the first start, one question to try at once
            Browser.open(running.firstRun() ? url + "/try" : url);
        }
        return GOES_ON;
    }

    private int kept() {
        if (backupsKept < 1) {
            throw new Failure("At least one backup has to be kept; give --backup-keep 1 or more.");
        }
        return backupsKept;
    }

    private static Duration time(String written) {
        Matcher time = TIME.matcher(written);
        if (!time.matches()) {
            throw new Failure("'" + written + "' is not a time between backups; write it as 30m, 6h or 1d.");
        }
        return Duration.of(Long.parseLong(time.group(1)), Objects.requireNonNull(UNITS.get(time.group(2))));
    }

    private Optional<String> address(Config config) {
        Optional<String> url = config.database(database);
        if (url.isPresent() && backupEvery.isPresent()) {
            throw new Failure(
                    "--backup-every copies the data folder, and the data is in PostgreSQL; leave it out and schedule pg_dump.");
        }
        return url;
    }

    private LoadedPacks readPacks(PrintWriter err) {
        LoadedPacks packs = content.kept(data.path());
        packs.problems().forEach(err::println);
        err.flush();
        if (packs.bank().questions().isEmpty()) {
            throw new Failure("There is no question to ask; give a folder of packs with --content.");
        }
        return packs;
    }
}
