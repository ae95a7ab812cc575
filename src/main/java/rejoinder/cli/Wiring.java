package rejoinder.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.api.PlanJson;
import rejoinder.api.Rendering;
import rejoinder.api.Server;
import rejoinder.api.ServerSettings;
import rejoinder.api.WebRoot;
import rejoinder.bank.ItemBank;
import rejoinder.embed.CachingEmbedder;
import rejoinder.embed.MiniLmEmbedder;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.Markup;
import rejoinder.pack.PackFolder;
import rejoinder.plan.CandidateId;
import rejoinder.plan.DailyStudy;
import rejoinder.plan.Hints;
import rejoinder.plan.Likeness;
import rejoinder.plan.LikenessByMeaning;
import rejoinder.plan.LikenessByWords;
import rejoinder.session.DrillLine;
import rejoinder.session.Interviewer;
import rejoinder.session.Regrading;
import rejoinder.session.SessionSummary;
import rejoinder.session.Studying;
import rejoinder.store.Database;
import rejoinder.text.Embedder;
import rejoinder.text.InverseDocumentFrequency;

/** Puts the rooms together: the only place where a wing is built with {@code new}, and the only reader of clock and entropy. */
final class Wiring {
    private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);
    private static final SecureRandom ENTROPY = new SecureRandom();
    private static final int TOKEN_BYTES = 16;

    /** How often it is looked whether memory can be fitted to more answers, in rounds of a second. */
    private static final int FIT_EVERY = 600;

    /** How many texts of the bank are encoded in a round, which takes a tenth of a second or two. */
    private static final int TEXTS_A_ROUND = 50;

    private Wiring() {}

    /** The time. */
    static InstantSource clock() {
        return InstantSource.system();
    }

    /** A name that nobody can guess: 22 letters, digits, hyphens and underscores. */
    static String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        ENTROPY.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A seed for a draw that names none. */
    static long seed() {
        // whole numbers that JavaScript can show
        return ENTROPY.nextLong() >>> 11;
    }

    /** The packs of a folder, or those that ship with Rejoinder. */
    static LoadedPacks packs(Optional<Path> folder) {
        return folder.map(PackFolder::read).orElseGet(PackFolder::shipped);
    }

    /** The sentence model for grading, unpacked into the data folder; every text is encoded once. */
    static Embedder embedder(Path data) {
        return new CachingEmbedder(model(data).forComparing(), CachingEmbedder.DEFAULT_PIECES);
    }

    /** The sentence model for linking, which looks at the last layer alone. */
    static Embedder linkingEmbedder(Path data) {
        return new CachingEmbedder(model(data), CachingEmbedder.DEFAULT_PIECES);
    }

    private static MiniLmEmbedder model(Path data) {
        return MiniLmEmbedder.open(data.resolve("model"));
    }

    /** The product's grader. */
    static Grader grader(Embedder embedder) {
        return grader(embedder, Calibration.shipped());
    }

    /** The product's grader with another curve. */
    static Grader grader(Embedder embedder, Calibration curve) {
        return new AlignmentGrader(embedder, GradingPolicy.standard(), InverseDocumentFrequency.shipped(), curve);
    }

    /** What to practise today, from the answers in the data folder. */
    static PlanJson plan(ItemBank bank, Path data) {
        try (Database database = Database.open(data)) {
            LikenessByWords likeness = new LikenessByWords(bank);
            Studying studying = studying(bank, database, () -> likeness, clock());
            DailyStudy today = studying.today(CandidateId.LOCAL);
            return PlanJson.of(today, studying.fit(CandidateId.LOCAL, today), Markup::text);
        }
    }

    /** Does work with the use cases over the data in a folder and the product's grader, which takes a second or two to load. */
    static void practising(ItemBank bank, Path data, BiConsumer<Interviewer, Studying> work) {
        GraderState ready = new GraderState.Ready(grader(embedder(data)));
        try (Database database = Database.open(data)) {
            LikenessByWords likeness = new LikenessByWords(bank);
            work.accept(
                    new Interviewer(
                            bank, database.sessions(), database.candidates(), () -> ready, clock(), Wiring::token),
                    studying(bank, database, () -> likeness, clock()));
        }
    }

    /**
     * What grading the past anew came to.
     *
     * @param stamp of today's grader
     * @param sessions the oldest first, those in progress left out
     */
    record Regrade(GraderStamp stamp, List<Regrading.Regraded> sessions) {}

    /** Grades the sessions in the data folder anew, and keeps the new grades if it is told to. */
    static Regrade regrade(ItemBank bank, Path data, boolean write, ObjIntConsumer<Integer> listener) {
        try (Database database = Database.open(data)) {
            Grader grader = grader(embedder(data));
            Regrading regrading = new Regrading(database.sessions(), grader, new Hints(bank), clock());
            List<SessionSummary> history = database.sessions().history(CandidateId.LOCAL);
            List<Regrading.Regraded> sessions = new ArrayList<>();
            for (int i = history.size() - 1; i >= 0; i--) {
                regrading.regrade(CandidateId.LOCAL, history.get(i).id(), write).ifPresent(sessions::add);
                listener.accept(history.size() - i, history.size());
            }
            return new Regrade(grader.stamp(), sessions);
        }
    }

    private static Studying studying(
            ItemBank bank, Database database, Supplier<Likeness> likeness, InstantSource clock) {
        return new Studying(
                bank,
                database.reviews(),
                DrillLine.log(database.sessions()),
                database.candidates(),
                likeness,
                clock,
                ZoneId.systemDefault());
    }

    /**
     * Starts everything: the packs and the data side by side, then the server, the sentence model in the background.
     *
     * @param reading reads the packs, in a thread of its own
     * @param clock the time
     * @param tell shows one line to the user
     */
    static Running serve(
            Supplier<LoadedPacks> reading,
            Path data,
            String host,
            int port,
            boolean checkHost,
            Optional<Path> web,
            InstantSource clock,
            Consumer<String> tell) {
        CompletableFuture<LoadedPacks> read = CompletableFuture.supplyAsync(reading);
        Database database = Database.open(data);
        LoadedPacks packs;
        try {
            packs = read.join();
        } catch (CompletionException e) {
            database.close();
            throw e.getCause() instanceof RuntimeException why ? why : e;
        }
        AtomicReference<GraderState> grading = new AtomicReference<>(new GraderState.Loading());
        Interviewer interviewer = new Interviewer(
                packs.bank(), database.sessions(), database.candidates(), grading::get, clock, Wiring::token);
        AtomicReference<Likeness> likeness = new AtomicReference<>(new LikenessByWords(packs.bank()));
        AtomicReference<@Nullable LikenessByMeaning> meaning = new AtomicReference<>();
        Studying studying = studying(packs.bank(), database, likeness::get, clock);
        // a long history is read while the server starts; whoever asks for it meanwhile waits for that reading
        ExecutorService reader = Executors.newSingleThreadExecutor(task -> daemon(task, "reading"));
        reader.execute(() -> attempt(() -> studying.today(CandidateId.LOCAL).round()));
        ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "grading"));
        AtomicBoolean due = new AtomicBoolean();
        Server server = new Server(new ServerSettings(
                interviewer,
                database.candidates(),
                database.reviews(),
                studying,
                new Rendering(Markup::html, Markup::inline, Markup::text),
                () -> {
                    // asked for often; one round in the queue serves all who wait
                    if (due.compareAndSet(false, true)) {
                        worker.execute(() -> {
                            due.set(false);
                            attempt(interviewer::gradeOwed);
                        });
                    }
                },
                Wiring::seed,
                clock,
                ZoneId.systemDefault(),
                host,
                port,
                checkHost,
                web.<WebRoot>map(WebRoot.Folder::new).orElseGet(WebRoot.OnClassPath::new),
                Version.text(),
                packs.problems().size()));
        try {
            server.start();
        } catch (RuntimeException e) {
            worker.shutdown();
            reader.shutdown();
            Running.await(reader);
            database.close();
            throw e;
        }
        worker.execute(() -> grading.set(load(data, tell, embedder -> meaning.set(new LikenessByMeaning(embedder)))));
        AtomicLong round = new AtomicLong();
        ScheduledFuture<?> rounds = worker.scheduleWithFixedDelay(
                () -> attempt(() -> {
                    interviewer.closeOverdue();
                    interviewer.gradeOwed();
                    // one question a turn: whatever is handed in meanwhile comes first
                    interviewer.warmUp();
                    // a few texts at a time, so that no answer waits long for its grade
                    Optional.ofNullable(meaning.get())
                            .filter(model -> model.learn(packs.bank(), TEXTS_A_ROUND))
                            .ifPresent(likeness::set);
                    if (round.incrementAndGet() % FIT_EVERY == 1) {
                        // takes a second or two, in which answers would wait for their grades
                        reader.execute(() -> attempt(() -> studying.fitIfDue(CandidateId.LOCAL)));
                    }
                }),
                0,
                1,
                TimeUnit.SECONDS);
        Running running = new Running(server, reader, worker, rounds, grading, database);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        return running;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private static GraderState load(Path data, Consumer<String> tell, Consumer<Embedder> loaded) {
        try {
            Embedder embedder = embedder(data);
            GraderState ready = new GraderState.Ready(grader(embedder));
            loaded.accept(embedder);
            return ready;
        } catch (RuntimeException | LinkageError e) {
            String reason = e instanceof RuntimeException failure ? Failure.sentence(failure) : e.toString();
            tell.accept("Answers are kept, but cannot be graded: " + reason);
            return new GraderState.Broken(reason);
        }
    }

    // an executor drops a repeated task that throws, so what nobody foresaw is told and tried again a second later
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("Background work failed and is tried again.", e);
        }
    }
}
