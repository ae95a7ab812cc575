package rejoinder.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.SharedModel;

/** The program in a process of its own, as a candidate starts it. */
public final class ServerProcess implements AutoCloseable {
    private static final int MOST_POLLS = 1_200;
    /** How the packaged program ends on the class path. */
    private static final String PROGRAM = File.separator + "rejoinder.jar";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Jars first: an archive of classes can be made of them alone. */
    private static final String CLASS_PATH = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .sorted(Comparator.comparing((String entry) -> !entry.endsWith(".jar")))
            .collect(Collectors.joining(File.pathSeparator));

    private final Process process;
    private final String url;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts {@code serve} on a free port and waits until it says that it is ready.
     *
     * @param before words in front of the java command, such as a tracer
     * @param data the data folder
     * @param more further options of {@code serve}
     */
    public static ServerProcess start(List<String> before, Path data, String... more) throws IOException {
        return start(before, List.of("rejoinder.cli.Main", "serve"), data, more);
    }

    /**
     * Starts {@code serve} with a clock that is ahead.
     *
     * @param ahead how far
     * @param data the data folder
     * @param more further options of {@code serve}
     */
    public static ServerProcess startAhead(Duration ahead, Path data, String... more) throws IOException {
        return start(List.of(), List.of("rejoinder.cli.ServeAhead", ahead.toString()), data, more);
    }

    private static ServerProcess start(List<String> before, List<String> main, Path data, String... more)
            throws IOException {
        List<String> options = List.of(more);
        lend(data);
        if (!options.contains("--content")) {
            lendFile(SharedModel.meanings(), data.resolve("meanings"));
        }
        List<String> command = new ArrayList<>(before);
        command.addAll(FirstStart.get().map(first -> first.lend(data)).orElseGet(() -> java(CLASS_PATH)));
        command.addAll(main);
        command.addAll(List.of("--no-open", "--data", data.toString()));
        if (!options.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        command.addAll(options);
        return started(command, data);
    }

    private static List<String> java(String classPath, String... options) {
        return Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(options),
                        // most of these programs live for seconds: they are over before better code would pay
                        Stream.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", classPath))
                .flatMap(words -> words)
                .toList();
    }

    /**
     * What the first start of the packaged program leaves to the next ones, which then need less than half of the processor's time: an archive of the classes that
     * a start loads, and the packs as they were parsed.
     */
    private record FirstStart(Path archive, Path packs) {
        private static final class Holder {
            static final Optional<FirstStart> MADE = made();
        }

        /** Once for all tests of a run; empty before the program is in a jar. */
        static Optional<FirstStart> get() {
            return Holder.MADE;
        }

        private static Optional<FirstStart> made() {
            Path folder = Path.of("target", "first-start").toAbsolutePath();
            FirstStart start = new FirstStart(folder.resolve("classes.jsa"), folder.resolve("data/packs.parsed"));
            String jars = Stream.of(CLASS_PATH.split(File.pathSeparator))
                    .filter(entry -> entry.endsWith(".jar"))
                    .collect(Collectors.joining(File.pathSeparator));
            if (!jars.contains(PROGRAM)) {
                return Optional.empty();
            }
            try {
                // of a jar that is gone by now
                Files.deleteIfExists(start.archive);
                Path data = folder.resolve("data");
                ServerProcess.lend(data);
                List<String> command = new ArrayList<>(java(jars, "-XX:ArchiveClassesAtExit=" + start.archive));
                command.addAll(
                        List.of("rejoinder.cli.Main", "serve", "--no-open", "--port", "0", "--data", data.toString()));
                try (ServerProcess first = started(command, data)) {
                    first.until(
                            "/api/health",
                            health -> health.at("/model/state").asText().equals("ready"));
                }
                return Optional.of(start);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted.", e);
            }
        }

        /** How a program with this data folder is started. */
        List<String> lend(Path data) {
            lendFile(packs, data);
            return java(CLASS_PATH, "-XX:SharedArchiveFile=" + archive);
        }
    }

    /**
     * Starts a program that is not on the class path, with a data folder that nothing is lent to.
     *
     * @param program what is started instead of java, {@code serve} included
     */
    public static ServerProcess startPackaged(List<String> program, Path data) throws IOException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--no-open", "--port", "0", "--data", data.toString()));
        return started(command, data);
    }

    /** Puts into a data folder what a start would else take long to make. */
    static void lend(Path data) throws IOException {
        lendModel(data.resolve("model"));
        lendEncodings(data.resolve("encodings"));
    }

    private static ServerProcess started(List<String> command, Path data) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(data.resolveSibling(data.getFileName() + ".log").toFile())
                .start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Rejoinder is ready at ")) {
                return new ServerProcess(process, line.substring("Rejoinder is ready at ".length()));
            }
        }
        throw new IOException("The server ended before it was ready; its messages are in " + data + ".log.");
    }

    /** Invites somebody as {@code invite} does; what comes after the host in the link. */
    public static String invite(Path data, String name, String role) {
        StringWriter out = new StringWriter();
        int code = Main.commandLine()
                .setOut(new PrintWriter(out))
                .execute("invite", name, "--role", role, "--data", data.toString());
        String link = out.toString().lines().reduce("", (before, line) -> line);
        if (code != Main.OK || !link.contains("/invitation#")) {
            throw new IllegalStateException(out.toString());
        }
        return link.substring(link.indexOf("/invitation#"));
    }

    // a program whose data folder holds the model's files checks them and unpacks nothing: 120 MB less to write at each
    // start
    private static void lendModel(Path folder) throws IOException {
        if (!Files.isDirectory(SharedModel.CACHE) || Files.exists(folder)) {
            return;
        }
        try (Stream<Path> unpacked = Files.walk(SharedModel.CACHE)) {
            for (Path file : unpacked.filter(Files::isRegularFile).toList()) {
                // files on their way to their place have other names
                if (!file.toString().endsWith(".part")) {
                    Path link = folder.resolve(SharedModel.CACHE.relativize(file));
                    Files.createDirectories(Objects.requireNonNull(link.getParent()));
                    Files.createSymbolicLink(link, file.toAbsolutePath());
                }
            }
        }
    }

    // a question that another test's program has read is not read again
    private static void lendEncodings(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(SharedModel.ENCODINGS);
            Files.createDirectories(Objects.requireNonNull(folder.getParent()));
            Files.createSymbolicLink(folder, SharedModel.ENCODINGS.toAbsolutePath());
        }
    }

    // the program puts another file in the link's place and never writes through it
    private static void lendFile(Path file, Path folder) {
        Path link = folder.resolve(file.getFileName());
        if (!Files.exists(link)) {
            try {
                Files.createDirectories(folder);
                Files.createSymbolicLink(link, file.toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where it answers. */
    public String url() {
        return url;
    }

    /** What it has had of the processor so far. */
    public Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The most memory that it has had so far, in megabytes; 0 where the system does not say. */
    long mostMemory() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** GET, as JSON. */
    public JsonNode get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path)).GET().build());
    }

    /** POST, PUT or DELETE with JSON. */
    public JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException(
                    request.method() + " " + request.uri() + ": " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** Asks again until the answer is as wanted. */
    public JsonNode until(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        for (int poll = 0; poll < MOST_POLLS; poll++) {
            JsonNode answer = get(path);
            if (wanted.test(answer)) {
                return answer;
            }
            // a pause between questions to another process; nothing is concluded from the time that passes
            process.waitFor(100, TimeUnit.MILLISECONDS);
        }
        throw new IOException(path + " never came to be as wanted; last: " + get(path));
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    /** Ends it as Ctrl+C does. */
    @Override
    public void close() {
        // a tracer does not hand signals on: ask the java process itself
        List<ProcessHandle> children = process.descendants().toList();
        children.forEach(ProcessHandle::destroy);
        if (children.isEmpty()) {
            process.destroy();
        }
        process.onExit().completeOnTimeout(process, 30, TimeUnit.SECONDS).join();
        if (process.isAlive()) {
            kill();
        }
    }
}
