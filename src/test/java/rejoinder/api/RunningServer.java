package rejoinder.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import rejoinder.account.Accounts;
import rejoinder.account.ProviderSignIn;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;
import rejoinder.classroom.ClassroomUseCases;
import rejoinder.grade.GraderState;
import rejoinder.intake.Editing;
import rejoinder.intake.Importing;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.OwnPacks;
import rejoinder.plan.CandidateId;
import rejoinder.plan.Likeness;
import rejoinder.plan.LikenessByWords;
import rejoinder.plan.ReviewLog;
import rejoinder.plan.Studying;
import rejoinder.session.CandidateStore;
import rejoinder.session.InMemoryCandidateStore;
import rejoinder.session.InMemorySessionStore;
import rejoinder.session.Interviewer;
import rejoinder.session.SessionStore;
import rejoinder.session.StoreException;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;
import rejoinder.session.TestUseCases;
import rejoinder.store.Database;
import rejoinder.store.LiveRestore;

/** A real server on a port of its own, with a store in memory, a clock that a test moves and a grader by plain words. */
final class RunningServer implements AutoCloseable {
    final TestClock clock;
    private static final Duration SLOWEST_BODY = Duration.ofSeconds(5);

    private final Stores stores;
    private final Set<String> allowedHosts;
    private final Set<String> trustedProxies;
    final AtomicReference<GraderState> grading = new AtomicReference<>(new GraderState.Ready(new TestGrader()));
    final AtomicReference<Optional<String>> trouble = new AtomicReference<>(Optional.empty());
    final AtomicReference<List<String>> warnings = new AtomicReference<>(List.of());
    final AtomicReference<Likeness> likeness = new AtomicReference<>(new LikenessByWords(bank()));
    final AtomicInteger gradingDue = new AtomicInteger();
    private final AtomicInteger links = new AtomicInteger();
    final Set<QuestionId> answered = new HashSet<>();
    final TestUseCases useCases;
    final Interviewer interviewer;
    final Studying studying;
    final OwnPacks packs;
    final Importing importing;
    final Editing editing;
    final Server server;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningServer() {
        this(new WebRoot.OnClassPath());
    }

    RunningServer(WebRoot webRoot) {
        this(webRoot, Stores.inMemory());
    }

    RunningServer(WebRoot webRoot, Stores stores) {
        this(webRoot, stores, Set.of(), Set.of());
    }

    /** One that answers to more names than those of this machine. */
    RunningServer(Set<String> allowedHosts, Set<String> trustedProxies) {
        this(new WebRoot.OnClassPath(), Stores.inMemory(), allowedHosts, trustedProxies);
    }

    private RunningServer(WebRoot webRoot, Stores stores, Set<String> allowedHosts, Set<String> trustedProxies) {
        this(webRoot, stores, allowedHosts, trustedProxies, new TestClock());
    }

    /** One whose stores, accounts among them, have the same clock. */
    RunningServer(
            WebRoot webRoot, Stores stores, Set<String> allowedHosts, Set<String> trustedProxies, TestClock clock) {
        this.clock = clock;
        this.allowedHosts = allowedHosts;
        this.trustedProxies = trustedProxies;
        this.stores = stores;
        AtomicInteger tokens = new AtomicInteger();
        useCases = TestUseCases.of(
                bank(),
                stores.sessions(),
                stores.candidates(),
                grading::get,
                clock,
                () -> "token-" + tokens.incrementAndGet());
        interviewer = useCases.interviewer();
        studying = new Studying(
                bank(), stores.reviews(), stores.sessions(), stores.candidates(), likeness::get, clock, ZoneOffset.UTC);
        Path data = temporaryFolder();
        packs = new OwnPacks(new LoadedPacks(bank(), Map.of(), List.of(), List.of()), data.resolve("packs"));
        importing = new Importing(
                packs,
                data.resolve("uploads"),
                new Importing.Around(
                        () -> Objects.requireNonNull(grading.get())
                                .ready()
                                .map(grader -> (question, answer) ->
                                        grader.grade(question, answer).score().value()),
                        prompt -> Optional.empty(),
                        ids -> answered.stream().anyMatch(ids::contains),
                        this::renew,
                        clock,
                        () -> "import-" + tokens.incrementAndGet()));
        editing = new Editing(packs, this::renew);
        server = new Server(settings(webRoot, 0));
        server.start();
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("rejoinder-server");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("There is no room for the packs of a test.", e);
        }
    }

    /** The bank has changed. */
    private void renew() {
        server.renew(settings(new WebRoot.OnClassPath(), 0));
    }

    private Optional<ClassroomUseCases> classroomUseCases() {
        return stores.accounts()
                .flatMap(accounts -> stores.shown()
                        .map(shown -> ClassroomUseCases.of(
                                shown,
                                accounts,
                                interviewer,
                                useCases.corrections(),
                                clock,
                                () -> "together-" + links.incrementAndGet())));
    }

    ServerSettings settings(WebRoot webRoot, int port) {
        return new ServerSettings(
                stores.accounts(),
                stores.provider(),
                classroomUseCases(),
                packs.all().bank(),
                grading::get,
                trouble::get,
                warnings::get,
                interviewer,
                useCases.practice(),
                useCases.corrections(),
                useCases.archive(),
                stores.rows(),
                stores.accounts().isEmpty() ? "the folder of the data" : "",
                stores.restoring(),
                stores.candidates(),
                stores.reviews(),
                studying,
                importing,
                editing,
                new Rendering(text -> "<p>" + text + "</p>", text -> "<b>" + text + "</b>", text -> text),
                gradingDue::incrementAndGet,
                () -> 7,
                clock,
                ZoneOffset.UTC,
                "127.0.0.1",
                port,
                allowedHosts,
                trustedProxies,
                SLOWEST_BODY,
                webRoot,
                "1.2.3",
                Map.of("rejoinder.test.figure", () -> 7),
                4);
    }

    /** What memory keeps has no archive: each is treated as empty. */
    private static final Restoring NOTHING_KEPT = new Restoring() {
        @Override
        public Found look(Path archive, CandidateId candidate) {
            if (!archive.toFile().isFile() || archive.toFile().length() < 10) {
                throw new Refused("This is no archive.", new IOException());
            }
            return new Found("0", 0, 0, Optional.empty(), 0, 0, 0);
        }

        @Override
        public void restore(Path archive, CandidateId candidate) {
            look(archive, candidate);
        }
    };

    private record RestoringInto(Database database, Path folder) implements Restoring {
        @Override
        public Found look(Path archive, CandidateId candidate) {
            try {
                LiveRestore.Look look = LiveRestore.look(archive, database, folder, candidate);
                return new Found(
                        look.version(),
                        look.archived().sessions(),
                        look.archived().answers(),
                        look.packs(),
                        look.here().sessions(),
                        look.here().answers(),
                        look.packsHere());
            } catch (StoreException e) {
                throw new Refused(String.valueOf(e.getMessage()), e);
            }
        }

        @Override
        public void restore(Path archive, CandidateId candidate) {
            LiveRestore.restore(archive, database, folder, candidate, Instant.parse("2026-03-04T05:06:07Z"));
        }
    }

    /** Where everything is kept. */
    record Stores(
            Optional<Accounts> accounts,
            Optional<ProviderSignIn> provider,
            Optional<ClassroomUseCases.Stores> shown,
            SessionStore sessions,
            ReviewLog reviews,
            CandidateStore candidates,
            Function<CandidateId, SortedMap<String, String>> rows,
            Restoring restoring) {
        static Stores inMemory() {
            InMemorySessionStore sessions = new InMemorySessionStore();
            return new Stores(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    sessions,
                    sessions,
                    new InMemoryCandidateStore(),
                    candidate -> new TreeMap<>(),
                    NOTHING_KEPT);
        }

        static Stores of(Database database) {
            return of(database, Optional.empty(), Optional.empty(), NOTHING_KEPT);
        }

        static Stores of(Database database, Accounts accounts) {
            return of(
                    database,
                    Optional.of(accounts),
                    Optional.of(
                            new ClassroomUseCases.Stores(database.shares(), database.classes(), database.sessions())),
                    NOTHING_KEPT);
        }

        /** The same, where somebody else vouches for people. */
        Stores with(ProviderSignIn vouching) {
            return new Stores(accounts, Optional.of(vouching), shown, sessions, reviews, candidates, rows, restoring);
        }

        /** With archives restored into the folder that the database lies in. */
        static Stores of(Database database, Path folder) {
            return of(database, Optional.empty(), Optional.empty(), new RestoringInto(database, folder));
        }

        private static Stores of(
                Database database,
                Optional<Accounts> accounts,
                Optional<ClassroomUseCases.Stores> shown,
                Restoring restoring) {
            return new Stores(
                    accounts,
                    Optional.empty(),
                    shown,
                    database.sessions(),
                    database.reviews(),
                    database.candidates(),
                    database::rows,
                    restoring);
        }
    }

    /** Two topics with five and two questions, and one with a question that has no reference answer. */
    static ItemBank bank() {
        ItemBank some = TestBank.bank(5, 2);
        List<Topic> topics = new ArrayList<>(some.topics());
        topics.add(new Topic("talk", "Talk", 9, "What only you can judge."));
        List<Question> questions = new ArrayList<>(some.questions());
        questions.add(TestBank.selfGraded("talk", "yourself"));
        return new ItemBank(topics, questions);
    }

    /** An answer of the server. */
    @SuppressWarnings("ArrayRecordComponent") // never written to
    record Answer(int status, Map<String, List<String>> headers, byte[] body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> String.join(", ", entry.getValue()))
                    .findFirst()
                    .orElse("");
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        JsonNode json() {
            try {
                return Json.MAPPER.readTree(body);
            } catch (IOException e) {
                throw new UncheckedIOException("No JSON: " + text(), e);
            }
        }
    }

    Answer get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String body, String... headers) {
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    Answer put(String path, String body, String... headers) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofString(body), headers);
    }

    Answer put(String path, byte[] body) {
        return send("PUT", path, HttpRequest.BodyPublishers.ofByteArray(body));
    }

    Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    /** What the server sends back for these very bytes; for requests that no client library would send. */
    String raw(String request) {
        return raw(request, false);
    }

    /** The same from a sender that says no more after these bytes, whatever it promised. */
    String brokenOff(String request) {
        return raw(request, true);
    }

    private String raw(String request, boolean breakOff) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            if (breakOff) {
                socket.shutdownOutput();
            }
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            socket.getInputStream().transferTo(answer);
            return answer.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("No answer.", e);
        }
    }

    /** A request line and headers by hand, with a connection that closes after the answer. */
    String raw(String method, String target, String host, String... headers) {
        StringBuilder request = new StringBuilder(method + " " + target + " HTTP/1.1\r\nConnection: close\r\n");
        if (!host.isEmpty()) {
            request.append("Host: ").append(host).append("\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return raw(request.append("\r\n").toString());
    }

    /** Starts an interview of so many questions out of every topic; ten minutes. */
    JsonNode start(int questions) {
        return start("interview", questions, "\"timed\",\"seconds\":600");
    }

    JsonNode start(String mode, int questions, String pace) {
        Answer answer = post(
                "/api/sessions",
                "{\"mode\":\"" + mode + "\",\"topics\":[{\"id\":\"topic-0\"}],\"questions\":" + questions
                        + ",\"pace\":{\"kind\":" + pace + "}}");
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.text());
        }
        return answer.json();
    }

    /** Starts a session of exactly these questions. */
    JsonNode startPicked(String mode, String... ids) {
        Answer answer = post(
                "/api/sessions",
                "{\"mode\":\"" + mode + "\",\"topics\":[],\"picked\":[\"" + String.join("\",\"", ids)
                        + "\"],\"questions\":" + ids.length + ",\"pace\":{\"kind\":\"untimed\"}}");
        if (answer.status() != 201) {
            throw new IllegalStateException(answer.text());
        }
        return answer.json();
    }

    /** Saves the first draft of a place. */
    Answer type(JsonNode session, int place, String text) {
        return type(session, place, 0, text);
    }

    Answer type(JsonNode session, int place, long basedOn, String text) {
        return put(
                draft(session, place),
                draftBody(basedOn, text, session.get("writeLock").textValue()));
    }

    static String draft(JsonNode session, int place) {
        return path(session) + "/drafts/" + place;
    }

    static String path(JsonNode session) {
        return "/api/sessions/" + session.get("id").textValue();
    }

    static String draftBody(long basedOn, String text, String writeLock) {
        return Json.pretty(Map.of(
                "basedOn",
                basedOn,
                "text",
                text,
                "flagged",
                false,
                "confidence",
                "rather",
                "spentMillis",
                61_000,
                "writeLock",
                writeLock));
    }

    /** Hands in and grades. */
    JsonNode finish(JsonNode session) {
        post(path(session) + "/submit", "");
        useCases.owed().gradeAll();
        return get(path(session)).json();
    }

    @Override
    public void close() {
        server.stop();
        importing.close();
    }
}
