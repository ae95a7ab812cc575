package rejoinder.browser;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import rejoinder.cli.ServerProcess;

/** The program, which can be ended and started again at the same address on the same data. */
final class Program implements AutoCloseable {
    /** What {@code mvn package} has made. */
    static final Path JAR = Path.of("target", "rejoinder.jar");

    private final Path data;
    private final List<String> options;
    private ServerProcess process;

    private Program(Path data, List<String> options, ServerProcess process) {
        this.data = data;
        this.options = options;
        this.process = process;
    }

    /**
     * Starts it on a free port.
     *
     * @param data its data folder
     * @param options further options of {@code serve}
     */
    static Program start(Path data, String... options) throws IOException {
        return new Program(data, List.of(options), ServerProcess.start(List.of(), data, options));
    }

    /**
     * Starts the jar that {@code mvn package} has made. It cannot be started again.
     *
     * @param data its data folder
     * @param options further options of {@code serve}
     */
    static Program startJar(Path data, String... options) throws IOException {
        List<String> serve =
                Stream.concat(jar("serve").stream(), Stream.of(options)).toList();
        return new Program(data, List.of(options), ServerProcess.startPackaged(serve, data));
    }

    /** A command that runs the jar that {@code mvn package} has made. */
    static List<String> jar(String... words) {
        return Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-jar",
                                JAR.toString()),
                        Stream.of(words))
                .toList();
    }

    /** Where it answers, without a slash at the end. */
    String url() {
        return process.url();
    }

    /** Ends it as Ctrl+C does. */
    void stop() {
        process.close();
    }

    /** Ends it at once, as a power cut would. */
    void kill() {
        process.kill();
    }

    /** Starts it after its end, where it was. */
    void again() throws IOException {
        process = ServerProcess.start(List.of(), data, sameOptions());
    }

    /** Starts it after its end, where it was, at a later time. */
    void againLater(Duration later) throws IOException {
        process = ServerProcess.startAhead(later, data, sameOptions());
    }

    private String[] sameOptions() {
        List<String> same = new ArrayList<>(options);
        Stream.of("--port", Integer.toString(URI.create(url()).getPort())).forEach(same::add);
        return same.toArray(String[]::new);
    }

    /** Invites somebody; the address of the page where the invitation is accepted. */
    String invite(String name, String role) {
        return ServerProcess.invite(data, name, role);
    }

    /** Waits until answers can be graded. */
    void awaitGrader() throws IOException, InterruptedException {
        until("/api/health", health -> health.at("/model/state").asText().equals("ready"));
    }

    /** GET, as JSON. */
    JsonNode get(String path) throws IOException, InterruptedException {
        return process.get(path);
    }

    /** POST, PUT or DELETE with JSON. */
    JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        return process.send(method, path, body);
    }

    /** Asks again until the answer is as wanted. */
    JsonNode until(String path, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        return process.until(path, wanted);
    }

    @Override
    public void close() {
        process.close();
    }
}
