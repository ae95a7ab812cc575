package rejoinder.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A PostgreSQL server of the tests' own, in a temporary folder; it never runs as root, which PostgreSQL refuses. */
public final class PostgresServer {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final String ADMIN = "rejoinder";
    private static final int MOST_POLLS = 600;
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private static Optional<PostgresServer> running = Optional.empty();

    private final Path programs;
    private final Path folder;
    private final int port;
    private final Set<String> made = new HashSet<>();
    private Process process;

    private PostgresServer(Path programs, Path folder) throws IOException {
        this.programs = programs;
        this.folder = folder;
        hand(folder);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        // with a small log, which a small disk has room for
        run(asUser("initdb", "-D", data(), "-A", "trust", "-U", ADMIN, "-E", "UTF8", "--no-sync", "--wal-segsize=1"));
        this.process = started();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    }

    /** The server that the tests of this process share; without a server to be had the test is skipped with the reason. */
    public static synchronized PostgresServer get() {
        if (running.isEmpty()) {
            running = Optional.of(another());
        }
        return running.orElseThrow();
    }

    /** One that no other test knows, to be killed. */
    static PostgresServer another() {
        try {
            return in(Files.createTempDirectory(Path.of("/tmp"), "rejoinder-postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One whose data lies in this folder, which is emptied at the end. */
    static PostgresServer in(Path folder) {
        Optional<Path> programs = programs();
        assumeTrue(
                programs.isPresent(),
                "There is no PostgreSQL server on this machine (apt-get install postgresql), so nothing of it is tested.");
        try {
            return new PostgresServer(programs.orElseThrow(), folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives a folder to the user that the server runs as. */
    static void hand(Path folder) throws IOException {
        if (isRoot()) {
            run(List.of("chown", "postgres", folder.toString()));
        }
    }

    private static Optional<Path> programs() {
        if (!Files.isDirectory(DEBIAN)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(DEBIAN)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Path::compareTo);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a database of its own, empty. */
    public String newDatabase() {
        String name = "test_" + DATABASES.incrementAndGet();
        execute("postgres", "create database " + name);
        return url(name);
    }

    /** The address of a database with tables and without rows, which the tests of one class use one after the other: making one takes a second. */
    public synchronized String emptied(String name) {
        if (made.add(name)) {
            execute("postgres", "create database " + name);
        } else {
            execute(
                    name,
                    "truncate question_revision, session, note, setting, accepted_wording, drill, review_change,"
                            + " review_gone, account, invitation, classroom, lease, password_try, pack_file cascade");
        }
        return url(name);
    }

    String url(String name) {
        return "postgresql://" + ADMIN + "@127.0.0.1:" + port + "/" + name;
    }

    /** Runs a statement in one of its databases. */
    void execute(String database, String sql) {
        try (Connection connection = connect(url(database));
                Statement work = connection.createStatement()) {
            work.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection beside the program's. */
    static Connection connect(String url) throws SQLException {
        return DriverManager.getConnection("jdbc:" + url.replaceFirst("//[^@]*@", "//"), ADMIN, "");
    }

    /** What all its processes have had of the processors so far. */
    public Duration processorTime() {
        return processorTime(process.toHandle());
    }

    /** What a process and those that it has started have had of the processors so far. */
    public static Duration processorTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .flatMap(one -> one.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Kills every process of it, as a power cut would. */
    void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().join());
    }

    /** Starts it again on what is there. */
    void startAgain() throws IOException {
        process = started();
    }

    private Process started() throws IOException {
        Process begun = new ProcessBuilder(asUser(
                        "postgres",
                        "-D",
                        data(),
                        "-p",
                        Integer.toString(port),
                        "-k",
                        folder.toString(),
                        "-c",
                        "listen_addresses=127.0.0.1",
                        // a power cut is not tested here, and other tests wait for the disk
                        "-c",
                        "fsync=off"))
                .redirectErrorStream(true)
                .redirectOutput(
                        folder.resolveSibling(folder.getFileName() + ".log").toFile())
                .start();
        for (int poll = 0; poll < MOST_POLLS && begun.isAlive(); poll++) {
            try {
                connect(url("postgres")).close();
                return begun;
            } catch (SQLException e) {
                waitFor(begun, 100);
            }
        }
        throw new IOException("PostgreSQL did not start; see " + folder + ".log");
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    private List<String> asUser(String program, String... arguments) {
        List<String> command = new ArrayList<>(isRoot() ? List.of("runuser", "-u", "postgres", "--") : List.of());
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static boolean isRoot() {
        return System.getProperty("user.name", "").equals("root");
    }

    /** Runs a program to its end; an error says what it said. */
    static void run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        waitFor(process, 60_000);
        if (process.exitValue() != 0) {
            throw new IOException(command + " ended with " + process.exitValue() + ": " + said);
        }
    }

    private static void waitFor(Process process, long millis) {
        try {
            process.waitFor(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    private void end() {
        kill();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // what is left lies in the temporary folder
            process.destroyForcibly();
        }
    }
}
