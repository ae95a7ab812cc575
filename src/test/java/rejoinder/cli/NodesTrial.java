package rejoinder.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import rejoinder.account.Accounts;
import rejoinder.account.Invitation;
import rejoinder.account.Role;
import rejoinder.account.Secrets;
import rejoinder.plan.CandidateId;
import rejoinder.session.Session;
import rejoinder.session.SessionId;
import rejoinder.store.Database;
import rejoinder.store.PostgresServer;

/**
 * Several servers, each a process of its own, behind nginx on one PostgreSQL database; candidates who type through nginx, and servers that are killed meanwhile.
 *
 * <p>{@code CANDIDATES=200 SECONDS=300 KILL_EVERY=20 mvn -q -Pbench test-compile exec:exec -Dbench=rejoinder.cli.NodesTrial}. How many saves one server or three
 * take: {@code NODES=3 SAVE_EVERY_MILLIS=0 KILL_EVERY=0 CANDIDATES=50 SECONDS=30}. One server on SQLite: {@code DATABASE=sqlite NODES=1 KILL_EVERY=0}. With
 * {@code GRADES=0} it ends before the answers are graded.
 */
final class NodesTrial implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int QUESTIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String ANSWER =
            " The lock is let go when its transaction ends, and whoever waits for it goes on.";

    /** Address of the database; empty for the SQLite file of the one server. */
    private final Optional<String> url;

    private final Path folder;
    private final List<Node> nodes = new ArrayList<>();
    private final Process nginx;
    private final String proxy;
    private final Database database;
    private final List<Typist> typists = new ArrayList<>();
    private final AtomicLong acknowledgedSaves = new AtomicLong();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** Starts the servers side by side, and nginx before them; signs the candidates in. */
    NodesTrial(int servers, int candidates) throws IOException {
        this(servers, candidates, Optional.of(PostgresServer.get().newDatabase()));
    }

    private NodesTrial(int servers, int candidates, Optional<String> url) throws IOException {
        this.url = url;
        folder = Files.createTempDirectory("rejoinder-nodes");
        for (int n = 0; n < servers; n++) {
            nodes.add(new Node(folder.resolve("node-" + n), freePort()));
        }
        CompletableFuture.allOf(nodes.stream()
                        .map(node -> CompletableFuture.runAsync(node::start, threads))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        int port = freePort();
        proxy = "http://127.0.0.1:" + port;
        nginx = nginx(port);
        database = url.map(Database::open).orElseGet(() -> Database.open(nodes.get(0).data));
        for (int n = 0; n < candidates; n++) {
            typists.add(new Typist("Candidate " + n, Role.CANDIDATE));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** One of the servers. */
    final class Node {
        private final Path data;
        private final int port;
        private volatile Optional<ServerProcess> process = Optional.empty();

        Node(Path data, int port) {
            this.data = data;
            this.port = port;
        }

        boolean isUp() {
            return process.isPresent();
        }

        void start() {
            try {
                List<String> options = new ArrayList<>(
                        List.of("--port", Integer.toString(port), "--users", "local", "--trust-proxy", "127.0.0.1"));
                url.ifPresent(address -> options.addAll(List.of("--database", address)));
                process = Optional.of(ServerProcess.start(List.of(), data, options.toArray(String[]::new)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void kill() {
            Optional<ServerProcess> running = process;
            process = Optional.empty();
            running.ifPresent(ServerProcess::kill);
        }
    }

    /** A server by its number, from 0. */
    Node node(int n) {
        return nodes.get(n);
    }

    private Process nginx(int port) throws IOException {
        StringBuilder servers = new StringBuilder();
        nodes.forEach(
                node -> servers.append("server 127.0.0.1:").append(node.port).append(" max_fails=1 fail_timeout=1s; "));
        Path config = folder.resolve("nginx.conf");
        Files.writeString(config, """
                daemon off;
                worker_processes 1;
                worker_rlimit_nofile 20000;
                pid FOLDER/nginx.pid;
                error_log FOLDER/error.log crit;
                events { worker_connections 10000; }
                http {
                  access_log off;
                  client_body_temp_path FOLDER/body;
                  proxy_temp_path FOLDER/proxy;
                  fastcgi_temp_path FOLDER/fastcgi;
                  uwsgi_temp_path FOLDER/uwsgi;
                  scgi_temp_path FOLDER/scgi;
                  upstream rejoinder { SERVERS }
                  upstream imports { hash $cookie_rejoinder consistent; SERVERS }
                  server {
                    listen 127.0.0.1:PORT;
                    proxy_set_header X-Forwarded-Host $http_host;
                    proxy_set_header X-Forwarded-Proto $scheme;
                    proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                    proxy_connect_timeout 1s;
                    location / { proxy_pass http://rejoinder; }
                    location /api/import/ { proxy_pass http://imports; }
                  }
                }
                """.replace("FOLDER", folder.toString())
                .replace("PORT", Integer.toString(port))
                .replace("SERVERS", servers));
        return new ProcessBuilder(
                        "nginx", "-p", folder.toString(), "-c", config.toString(), "-e", folder + "/first.log")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.log").toFile())
                .start();
    }

    /** A candidate who types, and sends each text until it is acknowledged. */
    private final class Typist {
        private final CandidateId candidate;
        private final String token = Wiring.token();
        private final long[] revisions = new long[QUESTIONS];
        private final String[] acknowledged = new String[QUESTIONS];
        private final List<Long> millis = new ArrayList<>();
        private String session = "";
        private String writeLock = "";

        Typist(String name, Role role) {
            Instant now = Wiring.clock().instant();
            String invitation = Wiring.token();
            database.accounts()
                    .invite(new Invitation(invitation, name, role, now, now.plus(Accounts.INVITATION), false, ""));
            candidate = database.accounts()
                    .accept(invitation, new CandidateId(Wiring.token()), "nobody signs in with it", now)
                    .orElseThrow()
                    .id();
            database.accounts().signIn(Secrets.id(token), candidate, now);
        }

        void begin() {
            JsonNode begun = until(
                    "POST",
                    "/api/sessions",
                    "{\"mode\":\"interview\",\"topics\":[],\"questions\":" + QUESTIONS
                            + ",\"pace\":{\"kind\":\"untimed\"}}",
                    "Idempotency-Key",
                    Wiring.token());
            session = begun.get("id").textValue();
            writeLock = begun.get("writeLock").textValue();
        }

        void type(int save) {
            int place = save % QUESTIONS;
            String text = "Save " + save + "." + ANSWER.repeat(1 + save % 5);
            long from = System.nanoTime();
            String body = JSON.valueToTree(Map.of(
                            "basedOn",
                            revisions[place],
                            "text",
                            text,
                            "flagged",
                            false,
                            "confidence",
                            "unsaid",
                            "spentMillis",
                            save,
                            "writeLock",
                            writeLock))
                    .toString();
            JsonNode saved = until("PUT", "/api/sessions/" + session + "/drafts/" + place, body);
            revisions[place] = saved.get("revision").longValue();
            acknowledged[place] = text;
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
            acknowledgedSaves.incrementAndGet();
        }

        void submit() {
            until("POST", "/api/sessions/" + session + "/submit", "");
        }

        boolean isGraded() {
            return stored() instanceof Session.Graded;
        }

        private Session stored() {
            return database.sessions().find(candidate, new SessionId(session)).orElseThrow();
        }

        int lost() {
            return (int) IntStream.range(0, QUESTIONS)
                    .filter(place -> acknowledged[place] != null
                            && !acknowledged[place].equals(stored().result(place)
                                    .orElseThrow()
                                    .attempt()
                                    .text()))
                    .count();
        }

        int gradedTwice() {
            int reviews = database.reviews().reviews(candidate).size();
            return database.sessions()
                            .earlier(candidate, new SessionId(session))
                            .size()
                    + Math.abs(reviews - QUESTIONS);
        }

        private HttpRequest.Builder request(String base, String path) {
            return HttpRequest.newBuilder(URI.create(base + path))
                    .timeout(Duration.ofSeconds(15))
                    .header("Cookie", "rejoinder=" + token)
                    .header("Rejoinder-Form", Accounts.formToken(token))
                    .header("Content-Type", "application/json");
        }

        /** How one of the servers answers. */
        int status(Node node, String path) throws IOException, InterruptedException {
            HttpRequest request =
                    request("http://127.0.0.1:" + node.port, path).GET().build();
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }

        /** Sends it again, as a page does, until a server has done it. */
        private JsonNode until(String method, String path, String body, String... headers) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            String last = "";
            while (System.nanoTime() < end) {
                HttpRequest.Builder request = request(proxy, path).method(method, BodyPublishers.ofString(body));
                if (headers.length > 0) {
                    request.headers(headers);
                }
                try {
                    HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
                    last = response.statusCode() + " " + response.body();
                    if (response.statusCode() < 300) {
                        return JSON.readTree(response.body());
                    }
                    if (response.statusCode() < 500) {
                        throw new IllegalStateException(method + " " + path + ": " + last);
                    }
                } catch (IOException e) {
                    last = e.toString();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("Interrupted.", e);
                }
                pause(50);
            }
            throw new IllegalStateException(method + " " + path + " was not done within " + PATIENCE + ": " + last);
        }
    }

    private static void pause(long millis) {
        try {
            if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("Nobody counts it down.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    /** Work of one candidate. */
    private interface Work {
        void of(Typist typist);
    }

    private void each(Work work) throws Exception {
        List<Callable<Boolean>> all = new ArrayList<>();
        for (Typist typist : typists) {
            all.add(() -> {
                work.of(typist);
                return true;
            });
        }
        for (Future<Boolean> one : threads.invokeAll(all)) {
            one.get();
        }
    }

    /**
     * A reviewer imports a question through nginx, step by step.
     *
     * @return how many servers have its files while it is under way, and know its question afterwards
     */
    List<Integer> importOne() throws IOException, InterruptedException {
        Typist reviewer = new Typist("Reviewer", Role.REVIEWER);
        JsonNode preview = reviewer.until(
                "POST",
                "/api/import/preview",
                JSON.valueToTree(
                                Map.of(
                                        "name",
                                        "gates.md",
                                        "text",
                                        "# Gates\n\n## What does a gate do?\n\nIt opens and it shuts, as somebody pushes it.\n"))
                        .toString());
        String path = "/api/import/" + preview.get("id").textValue();
        String item = path + "/items/" + preview.get("items").get(0).get("key").intValue();
        int looked = 0;
        while (looked < 2 * nodes.size()) {
            reviewer.until("GET", item, "");
            looked++;
        }
        int having = 0;
        for (Node node : nodes) {
            having += reviewer.status(node, path) == 200 ? 1 : 0;
        }
        reviewer.until("PUT", item, "{\"prompt\":\"What does a garden gate do?\"}");
        JsonNode done = reviewer.until("POST", path + "/commit", "{\"removeGone\":false}");
        String question = "/api/bank/questions/" + done.get("questions").get(0).textValue();
        int knowing = 0;
        for (Node node : nodes) {
            long end = System.nanoTime() + PATIENCE.toNanos();
            int status = reviewer.status(node, question);
            while (status != 200 && System.nanoTime() < end) {
                pause(100);
                status = reviewer.status(node, question);
            }
            knowing += status == 200 ? 1 : 0;
        }
        return List.of(having, knowing);
    }

    /** Everybody begins a session. */
    void begin() throws Exception {
        each(Typist::begin);
    }

    /** Everybody saves these, one after the other. */
    void type(int from, int to) throws Exception {
        each(typist -> {
            for (int save = from; save < to; save++) {
                typist.type(save);
            }
        });
    }

    /** Everybody saves this often, from now on for some time. */
    Future<?> typeFor(Duration time, Duration every) {
        long end = System.nanoTime() + time.toNanos();
        return threads.submit(() -> {
            each(typist -> {
                for (int save = 0; System.nanoTime() < end; save++) {
                    long next = System.nanoTime() + every.toNanos();
                    typist.type(save);
                    pause(Math.max(0, TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime())));
                }
            });
            return Optional.empty();
        });
    }

    /** Everybody hands in. */
    void submit() throws Exception {
        each(Typist::submit);
    }

    /** How many sessions are graded. */
    int graded() {
        return (int) typists.stream().filter(Typist::isGraded).count();
    }

    /** Waits until all sessions are graded. */
    void awaitGrades() {
        long end = System.nanoTime() + 5 * PATIENCE.toNanos();
        while (graded() < typists.size()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(graded() + " of " + typists.size() + " sessions are graded.");
            }
            pause(100);
        }
    }

    /** Answers that are other than what was acknowledged last. */
    int lost() {
        return typists.stream().mapToInt(Typist::lost).sum();
    }

    /** Answers that were graded more than once, or not at all. */
    int gradedTwice() {
        return typists.stream().mapToInt(Typist::gradedTwice).sum();
    }

    /** How long each save took until it was acknowledged, the quickest first. */
    List<Long> millis() {
        List<Long> all = new ArrayList<>();
        typists.forEach(typist -> all.addAll(typist.millis));
        Collections.sort(all);
        return all;
    }

    /** What the servers, PostgreSQL, nginx and the candidates of this process have had of the processors so far. */
    private List<Duration> processorTimes() {
        Duration servers = nodes.stream()
                .flatMap(node -> node.process.stream())
                .map(ServerProcess::processorTime)
                .reduce(Duration.ZERO, Duration::plus);
        return List.of(
                servers,
                url.isPresent() ? PostgresServer.get().processorTime() : Duration.ZERO,
                PostgresServer.processorTime(nginx.toHandle()),
                ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        database.close();
        nginx.destroy();
        nginx.onExit().join();
        nodes.forEach(Node::kill);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int setting(String name, int otherwise) {
        return Optional.ofNullable(System.getenv(name)).map(Integer::parseInt).orElse(otherwise);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Runs the trial and prints its figures. */
    public static void main(String[] args) throws Exception {
        int candidates = setting("CANDIDATES", 200);
        Duration time = Duration.ofSeconds(setting("SECONDS", 300));
        int every = setting("KILL_EVERY", 20);
        Duration saves = Duration.ofMillis(setting("SAVE_EVERY_MILLIS", 1000));
        int servers = setting("NODES", 3);
        boolean sqlite = "sqlite".equals(System.getenv("DATABASE"));
        if (sqlite && (servers != 1 || every > 0)) {
            throw new IllegalArgumentException(
                    "On SQLite there is one server that is not killed: NODES=1 KILL_EVERY=0.");
        }
        try (NodesTrial trial =
                sqlite ? new NodesTrial(servers, candidates, Optional.empty()) : new NodesTrial(servers, candidates)) {
            trial.begin();
            Future<?> typing = trial.typeFor(time, saves);
            // a server's first saves cost more, because its code is still being compiled
            long warm = System.nanoTime() + time.toNanos() / 3;
            List<Duration> before = List.of();
            long savedBefore = 0;
            int kills = 0;
            long next = System.nanoTime() + TimeUnit.SECONDS.toNanos(every);
            while (!typing.isDone()) {
                if (before.isEmpty() && System.nanoTime() >= warm) {
                    before = trial.processorTimes();
                    savedBefore = trial.acknowledgedSaves.get();
                }
                // one that is still starting is waited for: somebody has to be there
                if (every > 0
                        && System.nanoTime() >= next
                        && trial.nodes.stream().allMatch(Node::isUp)) {
                    Node node = trial.node(kills++ % servers);
                    node.kill();
                    trial.threads.execute(node::start);
                    next = System.nanoTime() + TimeUnit.SECONDS.toNanos(every);
                }
                pause(20);
            }
            typing.get();
            List<Duration> after = trial.processorTimes();
            List<Long> millis = trial.millis();
            say("%d servers, %d candidates for %d s, %d kills", servers, candidates, time.toSeconds(), kills);
            say(
                    "saves acknowledged: %d, %.0f a second; after a median of %d ms, 99 %% %d ms, longest %d ms",
                    millis.size(),
                    (double) millis.size() / time.toSeconds(),
                    millis.get(millis.size() / 2),
                    millis.get(millis.size() * 99 / 100),
                    millis.get(millis.size() - 1));
            if (every == 0) {
                List<Double> each = new ArrayList<>();
                for (int n = 0; n < before.size(); n++) {
                    each.add((double) after.get(n).minus(before.get(n)).toMillis() / (millis.size() - savedBefore));
                }
                say(
                        "processor time of 1,000 saves after the first third: servers %.2f s, database %.2f s, nginx %.2f s, candidates %.2f s",
                        each.toArray());
            }
            trial.nodes.forEach(node -> node.process.ifPresent(
                    server -> say("a server took up to %d MB of memory so far", server.mostMemory())));
            trial.submit();
            if (every > 0) {
                while (trial.graded() < candidates / 2) {
                    pause(100);
                }
                trial.node(kills % servers).kill();
            }
            if (setting("GRADES", 1) == 0) {
                say("saves lost: %d", trial.lost());
                return;
            }
            trial.awaitGrades();
            say(
                    "saves lost: %d; sessions graded: %d, answers graded twice or never: %d",
                    trial.lost(), trial.graded(), trial.gradedTwice());
        }
    }
}
