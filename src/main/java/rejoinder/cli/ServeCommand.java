package rejoinder.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
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
                    "Also answer to this name, as interviews.example; all others but those of this machine are refused"
                            + " (environment: REJOINDER_ALLOWED_HOST, separated by commas).")
    private List<String> allowedHosts = List.of();

    @Option(
            names = "--trust-proxy",
            paramLabel = "ADDRESS",
            split = ",",
            description = "Take this proxy's word (X-Forwarded-Host) on the name that was asked for"
                    + " (environment: REJOINDER_TRUST_PROXY, separated by commas).")
    private List<String> trustedProxies = List.of();

    @Option(names = "--no-open", description = "Do not open a browser.")
    private boolean stayClosed;

    @Option(
            names = "--web",
            hidden = true,
            paramLabel = "DIR",
            description = "Read the pages from a folder, anew with each request; for working on them.")
    private Optional<Path> web = Optional.empty();

    @Mixin
    private DataOption data = new DataOption();

    @Mixin
    private ContentOption content = new ContentOption();

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
        PrintWriter err = spec.commandLine().getErr();
        Config config = Config.ofProcess();
        String address = config.host(host);
        boolean loopback = isLoopback(address);
        if (!loopback) {
            err.println("Warning: " + address + " can be reached by others, and there is no sign-in: whoever reaches it"
                    + " reads and writes your answers. Leave --host out to be alone.");
        }
        Running running = Wiring.serve(
                () -> readPacks(err),
                new Wiring.ServeOptions(
                        data.path(),
                        address,
                        config.port(port),
                        config.allowedHosts(allowedHosts),
                        config.trustedProxies(trustedProxies),
                        web),
                clock,
                message -> {
                    err.println(message);
                    err.flush();
                });
        PrintWriter out = spec.commandLine().getOut();
        String url = "http://" + (address.contains(":") ? "[" + address + "]" : address) + ":" + running.port();
        out.println("Rejoinder is ready at " + url);
        out.flush();
        if (!stayClosed) {
            // the first time there is one question to try at once
            Browser.open(running.firstRun() ? url + "/try" : url);
        }
        return GOES_ON;
    }

    private LoadedPacks readPacks(PrintWriter err) {
        LoadedPacks packs = content.packs();
        packs.problems().forEach(err::println);
        err.flush();
        if (packs.bank().questions().isEmpty()) {
            throw new Failure("There is no question to ask; give a folder of packs with --content.");
        }
        return packs;
    }

    /** Whether only this machine reaches an address. */
    static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.\\d{1,3}){3}");
    }
}
