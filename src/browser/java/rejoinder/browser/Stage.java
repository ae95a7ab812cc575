package rejoinder.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Chromium and a running program: what the browser tests of one run share. Playwright has one thread, and so have these tests. */
final class Stage implements AutoCloseable {
    /** Debian's browser without windows, which starts in half the time, or the whole one; Playwright's own would be a download. */
    static final Path CHROMIUM = Stream.of("/usr/bin/chromium-headless-shell", "/usr/bin/chromium")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst()
            .orElse(Path.of("/usr/bin/chromium"));

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            // no name leads anywhere: what a page would load from elsewhere is seen and does not come
            "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1");
    /** The machine may be busy; a test that passes does not wait for it. */
    private static final int PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;
    private final Path folder;
    private final List<Visit> visits = new ArrayList<>();
    private final List<Program> programs = new ArrayList<>();
    private Optional<Program> shared = Optional.empty();

    private Stage(Playwright playwright, Browser browser, Path folder) {
        this.playwright = playwright;
        this.browser = browser;
        this.folder = folder;
    }

    /** Opens the browser. */
    static Stage open() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        Browser browser = playwright
                .chromium()
                .launch(new LaunchOptions().setExecutablePath(CHROMIUM).setArgs(ARGUMENTS));
        try {
            return new Stage(playwright, browser, Files.createTempDirectory("rejoinder-browser"));
        } catch (IOException e) {
            playwright.close();
            throw new IllegalStateException("There is no room for the data of the tests (" + e.getMessage() + ").", e);
        }
    }

    /** The program that tests share which leave nothing behind that could disturb another; its grader is ready. */
    Program shared() throws IOException, InterruptedException {
        if (shared.isEmpty()) {
            Program program = Program.start(folder.resolve("shared"));
            shared = Optional.of(program);
            program.awaitGrader();
        }
        return shared.orElseThrow();
    }

    /**
     * Starts a program that ends with the test.
     *
     * @param data its data folder
     * @param options further options of {@code serve}
     */
    Program start(Path data, String... options) throws IOException {
        Program program = Program.start(data, options);
        programs.add(program);
        return program;
    }

    /** A visitor of the program with nothing stored in the browser yet. */
    Visit visit(Program program) {
        return visit(program, new Browser.NewContextOptions());
    }

    /** A visitor with a window of another size, another colour scheme ... */
    Visit visit(Program program, Browser.NewContextOptions options) {
        return opened(new Visit(browser.newContext(options.setLocale("en-GB")), program.url()));
    }

    /**
     * A visitor with a browser of their own, which can be killed without ending the others.
     *
     * @param profile what the browser keeps between two starts
     */
    Visit visitWithOwnBrowser(Program program, Path profile) {
        BrowserContext context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new LaunchPersistentContextOptions()
                                .setExecutablePath(CHROMIUM)
                                .setArgs(ARGUMENTS)
                                .setLocale("en-GB"));
        return opened(new Visit(context, program.url()));
    }

    /** Ends a browser at once, as a power cut would, and every visit with it. */
    static void killBrowser(Path profile) {
        ProcessHandle.current()
                .descendants()
                .filter(process -> {
                    String command = process.info().commandLine().orElse("");
                    return command.contains("--user-data-dir=" + profile) && !command.contains("--type=");
                })
                .forEach(ProcessHandle::destroyForcibly);
    }

    /** Leaves it to the test to close a visit. */
    void forget(Visit visit) {
        visits.remove(visit);
    }

    private Visit opened(Visit visit) {
        visits.add(visit);
        return visit;
    }

    /** Ends what a test opened. */
    void clear() {
        try {
            List.copyOf(visits).forEach(Visit::close);
        } finally {
            visits.clear();
            programs.forEach(Program::close);
            programs.clear();
        }
    }

    /** Pictures of all open windows, to find out why a test failed. */
    void photograph(Path folder, String name) {
        int window = 0;
        for (Visit visit : visits) {
            visit.photograph(folder.resolve(name + "-" + ++window));
        }
    }

    @Override
    public void close() throws IOException {
        clear();
        browser.close();
        playwright.close();
        shared.ifPresent(Program::close);
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
