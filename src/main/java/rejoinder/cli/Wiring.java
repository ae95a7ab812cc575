package rejoinder.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import rejoinder.account.Account;
import rejoinder.account.Accounts;
import rejoinder.account.IdentityProvider;
import rejoinder.account.Passwords;
import rejoinder.account.ProviderSignIn;
import rejoinder.api.PlanJson;
import rejoinder.api.Rendering;
import rejoinder.api.Restoring;
import rejoinder.api.Server;
import rejoinder.api.ServerSettings;
import rejoinder.api.WebRoot;
import rejoinder.bank.ItemBank;
import rejoinder.bank.QuestionId;
import rejoinder.classroom.ClassroomUseCases;
import rejoinder.embed.CachingEmbedder;
import rejoinder.embed.MeaningStore;
import rejoinder.embed.MiniLmEmbedder;
import rejoinder.embed.ModelException;
import rejoinder.embed.OtherModel;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.grader.AlignmentGrader;
import rejoinder.grader.Calibration;
import rejoinder.grader.GradingPolicy;
import rejoinder.intake.Editing;
import rejoinder.intake.Importing;
import rejoinder.intake.Trial;
import rejoinder.openid.OpenIdClient;
import rejoinder.openid.OpenIdProvider;
import rejoinder.pack.FileChange;
import rejoinder.pack.LoadedPacks;
import rejoinder.pack.Markup;
import rejoinder.pack.OwnPacks;
import rejoinder.pack.PackFolder;
import rejoinder.pack.SharedPacks;
import rejoinder.plan.CandidateId;
import rejoinder.plan.DailyStudy;
import rejoinder.plan.Hints;
import rejoinder.plan.Likeness;
import rejoinder.plan.LikenessByWords;
import rejoinder.plan.Studying;
import rejoinder.session.AcceptedWording;
import rejoinder.session.Regrading;
import rejoinder.session.SessionClock;
import rejoinder.session.SessionStore;
import rejoinder.session.StoreException;
import rejoinder.store.ArchivedPacks;
import rejoinder.store.Backups;
import rejoinder.store.DataFolder;
import rejoinder.store.Database;
import rejoinder.store.LiveRestore;
import rejoinder.text.Embedder;
import rejoinder.text.InverseDocumentFrequency;
import rejoinder.text.KeptMeanings;
import rejoinder.text.Meanings;

/** Puts the rooms together: the only place that builds their parts with {@code new}, and the only reader of clock and entropy. */
final class Wiring {
    private static final SecureRandom ENTROPY = new SecureRandom();
    private static final int TOKEN_BYTES = 16;
    private static final Duration SLOWEST_BODY = Duration.ofSeconds(20);

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

    private static byte[] salt() {
        byte[] bytes = new byte[TOKEN_BYTES];
        ENTROPY.nextBytes(bytes);
        return bytes;
    }

    /** Who may sign in to the data of a database. */
    static Accounts accounts(Database database, InstantSource clock) {
        return new Accounts(database.accounts(), new Passwords(Wiring::salt), clock, Wiring::token, database::forget);
    }

    /** What the people of a database show each other. */
    private static ClassroomUseCases classroomUseCases(
            Accounts accounts, UseCases useCases, Database database, InstantSource clock) {
        return ClassroomUseCases.of(
                new ClassroomUseCases.Stores(database.shares(), database.classes(), database.sessions()),
                accounts,
                useCases.interviewer(),
                useCases.corrections(),
                clock,
                Wiring::token);
    }

    /** Everybody who may have data in a database: the candidate without sign-in, and all accounts. */
    private static List<CandidateId> everybody(Database database) {
        return Stream.concat(
                        Stream.of(CandidateId.LOCAL),
                        database.accounts().accounts().stream().map(Account::id))
                .toList();
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

    /** The same; the shipped ones are kept in a data folder as they were parsed once. */
    static LoadedPacks packs(Optional<Path> folder, Path data) {
        return folder.map(PackFolder::read).orElseGet(() -> PackFolder.shipped(data.resolve("packs.parsed")));
    }

    /** The packs in the data folder over others. */
    static OwnPacks ownPacks(LoadedPacks below, Path data) {
        return new OwnPacks(below, data.resolve(ArchivedPacks.FOLDER));
    }

    /**
     * Hands the packs of a data folder to the servers of a database; the folder stays as it is.
     *
     * @return how many files they are
     */
    static int sharePacks(Path data, String url) {
        LoadedPacks none = new LoadedPacks(new ItemBank(List.of(), List.of()), Map.of(), List.of(), List.of());
        OwnPacks own = ownPacks(none, data);
        try (Database database = Database.open(url)) {
            List<FileChange> files = own.ownFiles().entrySet().stream()
                    .map(file -> new FileChange(file.getKey(), Optional.empty(), Optional.of(file.getValue())))
                    .toList();
            if (!files.isEmpty()) {
                database.packs().ifPresent(shared -> shared.change(files));
            }
            return files.size();
        } catch (SharedPacks.ChangedElsewhere e) {
            throw new Failure("The database holds questions of its own already, so those in " + own.folder()
                    + " were not moved; import them.");
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The packs in " + own.folder() + " cannot be read; change their permissions.", e);
        }
    }

    /** The grader as an import tries it. */
    static Trial trial(Grader grader) {
        return (question, answer) -> grader.grade(question, answer).score().value();
    }

    private static Optional<QuestionId> alike(String prompt, ItemBank bank, Likeness likeness) {
        if (!likeness.byMeaning()) {
            return Optional.empty();
        }
        return likeness.asking(prompt, bank, likeness.nearDuplicateFrom()).entrySet().stream()
                .filter(entry -> bank.question(entry.getKey())
                        .filter(question -> question.context().isBlank())
                        .isPresent())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    /** The sentence model for grading, unpacked into the data folder; what answers are compared with is encoded once and kept there. */
    static Embedder embedder(Path data) {
        return new CachingEmbedder(model(data).forComparing(data.resolve("encodings")), CachingEmbedder.DEFAULT_PIECES);
    }

    /** The sentence model for linking, which looks at the last layer alone. */
    static Embedder linkingEmbedder(Path data) {
        return new CachingEmbedder(model(data), CachingEmbedder.DEFAULT_PIECES);
    }

    /** What tells one question from another: the shipped model, or another one of the person's own, in memory alone. */
    static Meanings meanings(Optional<Path> other, Embedder shipped, Path data) {
        return other.map(folder -> MeaningStore.of(OtherModel.open(folder, modelFolder(data))))
                .orElseGet(() -> MeaningStore.of(shipped));
    }

    /** The same, kept in the data folder; the shipped model stands in for another one that cannot be loaded. */
    private static KeptMeanings keptMeanings(Optional<Path> other, Embedder shipped, Path data, Consumer<String> tell) {
        Path kept = data.resolve("meanings");
        if (other.isPresent()) {
            try {
                return MeaningStore.of(OtherModel.open(other.get(), modelFolder(data)), kept);
            } catch (ModelException e) {
                tell.accept("Questions are compared by the shipped model instead. " + e.getMessage());
            }
        }
        return MeaningStore.of(shipped, kept);
    }

    private static Path modelFolder(Path data) {
        return data.resolve("model");
    }

    private static MiniLmEmbedder model(Path data) {
        Path folder = modelFolder(data);
        MiniLmEmbedder.tidy(folder, clock().instant());
        return MiniLmEmbedder.open(folder);
    }

    /** The product's grader. */
    static Grader grader(Embedder embedder) {
        return grader(embedder, Calibration.shipped());
    }

    /** The product's grader with another curve. */
    static Grader grader(Embedder embedder, Calibration curve) {
        return alignmentGrader(embedder, curve);
    }

    /** The same by its class: what verdicts are fitted on is no business of the contract. */
    static AlignmentGrader alignmentGrader(Embedder embedder, Calibration curve) {
        return new AlignmentGrader(embedder, GradingPolicy.standard(), InverseDocumentFrequency.shipped(), curve);
    }

    /** What to practise today, from the answers in the data folder. */
    static PlanJson plan(ItemBank bank, Path data) {
        try (Database database = Database.open(data)) {
            Studying studying =
                    useCases(bank, database, new GraderState.Loading()).studying();
            DailyStudy daily = studying.daily(CandidateId.LOCAL);
            return PlanJson.of(daily, studying.fit(CandidateId.LOCAL, daily), Markup::text);
        }
    }

    /** Does work with the use cases over the data in a folder and the product's grader, which takes a second or two to load. */
    static void practising(ItemBank bank, Path data, Consumer<UseCases> work) {
        GraderState ready = new GraderState.Ready(grader(embedder(data)));
        try (Database database = Database.open(data)) {
            work.accept(useCases(bank, database, ready));
        }
    }

    private static UseCases useCases(ItemBank bank, Database database, GraderState grading) {
        Likeness likeness = new LikenessByWords(bank);
        return useCases(bank, database, () -> grading, () -> likeness, clock());
    }

    private static UseCases useCases(
            ItemBank bank,
            Database database,
            Supplier<GraderState> grading,
            Supplier<Likeness> likeness,
            InstantSource clock) {
        return UseCases.of(
                bank,
                new UseCases.Stores(database.sessions(), database.candidates(), database.reviews(), database.leases()),
                new UseCases.Surroundings(grading, likeness, clock, ZoneId.systemDefault(), Wiring::token));
    }

    /**
     * What regrading the past came to.
     *
     * @param stamp of the current grader
     * @param sessions of one candidate after the other, the oldest first, those in progress left out
     * @param edited answers to questions that read otherwise today, with the words accepted since; empty if the new grades are kept
     */
    record Regrade(GraderStamp stamp, List<Regrading.Regraded> sessions, List<Regrading.Edited> edited) {}

    /** Regrades the sessions in the data folder, and keeps the new grades if it is told to. */
    static Regrade regrade(ItemBank bank, Path data, boolean write, ObjIntConsumer<Integer> listener) {
        try (Database database = Database.open(data)) {
            Grader grader = grader(embedder(data));
            Regrading regrading =
                    new Regrading(database.sessions(), grader, new Hints(bank), new SessionClock(clock()));
            List<SessionStore.Key> history = everybody(database).stream()
                    .flatMap(candidate -> database.sessions().history(candidate).stream()
                            .map(line -> new SessionStore.Key(candidate, line.id())))
                    .toList();
            List<Regrading.Regraded> sessions = new ArrayList<>();
            List<Regrading.Edited> edited = new ArrayList<>();
            for (int i = history.size() - 1; i >= 0; i--) {
                CandidateId candidate = history.get(i).candidate();
                regrading.regrade(candidate, history.get(i).id(), write).ifPresent(sessions::add);
                if (!write) {
                    List<AcceptedWording> wordings = database.candidates().wordings(candidate);
                    edited.addAll(regrading.edited(
                            candidate,
                            history.get(i).id(),
                            asked -> AcceptedWording.addedTo(
                                    bank.question(asked.id()).orElse(asked), wordings)));
                }
                listener.accept(history.size() - i, history.size());
            }
            return new Regrade(grader.stamp(), sessions, edited);
        }
    }

    /**
     * What a server is started with.
     *
     * @param data the data folder
     * @param host address to bind to
     * @param port port to bind to; 0 picks a free one
     * @param allowedHosts names that are answered to beside those of this machine
     * @param trustedProxies addresses of proxies that are trusted for the host name that was asked for
     * @param database address of a database to use instead of the data folder's
     * @param accounts whether people sign in; else whoever reaches the server is the one candidate
     * @param openId who vouches for them; empty if they have passwords here
     * @param backupEvery time between two backups; empty for none
     * @param backupsKept how many of them are kept
     * @param web a folder to read the pages from; empty for those that ship with Rejoinder
     * @param meaningModel a folder with the sentence model that compares questions; empty for the shipped one
     */
    record ServeOptions(
            Path data,
            String host,
            int port,
            Set<String> allowedHosts,
            Set<String> trustedProxies,
            Optional<String> database,
            boolean accounts,
            Optional<OpenId> openId,
            Optional<Duration> backupEvery,
            int backupsKept,
            Optional<Path> web,
            Optional<Path> meaningModel) {}

    /**
     * Signing in at an identity provider.
     *
     * @param client this server as the provider knows it
     * @param admitted who may come in without an invitation
     */
    record OpenId(OpenIdClient client, ProviderSignIn.Admitted admitted) {
        /** The use cases over a database. */
        private ProviderSignIn signIn(
                Accounts accounts, OpenIdProvider provider, Database database, InstantSource clock) {
            return new ProviderSignIn(accounts, database.accounts(), provider, admitted, clock, Wiring::token);
        }
    }

    /**
     * Starts everything: the packs and the data side by side, then the server, the sentence model in the background.
     *
     * @param reading reads the packs, in a thread of its own
     * @param machine the time by this machine's clock
     * @param tell shows one line to the user
     */
    static StartedServer serve(
            Supplier<LoadedPacks> reading, ServeOptions options, InstantSource machine, Consumer<String> tell) {
        CompletableFuture<LoadedPacks> read = CompletableFuture.supplyAsync(reading);
        Optional<OpenIdProvider> asked = options.openId().map(openId -> new OpenIdProvider(openId.client(), machine));
        CompletableFuture<Void> looked = CompletableFuture.runAsync(() -> asked.ifPresent(OpenIdProvider::look));
        DataFolder folder = DataFolder.lock(options.data());
        Database database;
        try {
            database = options.database().map(Database::open).orElseGet(() -> Database.open(options.data()));
        } catch (StoreException e) {
            folder.close();
            throw e;
        }
        SharedClock clock = new SharedClock(machine, database::time);
        OwnPacks own;
        try {
            LoadedPacks packs = read.join();
            clock.compare();
            own = new OwnPacks(packs, options.data().resolve(ArchivedPacks.FOLDER), database.packs());
            looked.join();
            asked.flatMap(OpenIdProvider::trouble).ifPresent(trouble -> {
                if (trouble.bySettings()) {
                    throw new Failure(trouble.sentence());
                }
                tell.accept(trouble.sentence());
            });
            clock.warning().ifPresent(tell);
        } catch (RuntimeException e) {
            database.close();
            folder.close();
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException why ? why : e;
        }
        LoadedModel model = new LoadedModel(own.all().bank(), options.data());
        Supplier<UseCases> onTheBank =
                () -> useCases(own.all().bank(), database, model::grading, model::likeness, clock);
        UseCases useCases = onTheBank.get();
        Optional<Accounts> accounts = options.accounts() ? Optional.of(accounts(database, clock)) : Optional.empty();
        // one for all banks: what it knows of the provider, and who tried recently, is no matter of the bank
        Optional<ProviderSignIn> provider = accounts.flatMap(all ->
                options.openId().flatMap(openId -> asked.map(there -> openId.signIn(all, there, database, clock))));
        Background background = new Background(useCases, model, database.leases(), () -> everybody(database));
        background.readHistory();
        // beside the rest of the start: it needs another processor, and little of Java
        background.load(() -> model.load(
                () -> embedder(options.data()),
                Wiring::grader,
                embedder -> keptMeanings(options.meaningModel(), embedder, options.data(), tell),
                tell));
        Renewal renewal = new Renewal();
        Importing importing = new Importing(
                own,
                options.data().resolve("uploads"),
                new Importing.Around(
                        () -> model.grading().ready().map(Wiring::trial),
                        prompt -> alike(prompt, own.all().bank(), model.likeness()),
                        ids -> AnsweredQuestions.anyOf(ids, useCases.archive(), everybody(database)),
                        renewal,
                        clock,
                        Wiring::token));
        Editing editing = new Editing(own, renewal);
        Standing standing = new Standing(
                accounts, provider, model, database, background, options, clock, own, importing, editing, renewal);
        Server server = new Server(standing.settings(useCases));
        renewal.becomes(() -> {
            model.use(own.all().bank());
            UseCases renewed = onTheBank.get();
            background.use(renewed);
            server.renew(standing.settings(renewed));
        });
        background.alsoDo(() -> {
            accounts.ifPresent(Accounts::tidy);
            if (own.follow()) {
                renewal.run();
            }
        });
        background.alsoDoBeside(() -> {
            clock.compare();
            provider.ifPresent(ProviderSignIn::look);
        });
        try {
            server.start();
        } catch (RuntimeException e) {
            importing.close();
            background.close();
            database.close();
            folder.close();
            throw e;
        }
        background.start();
        options.backupEvery()
                .ifPresent(every -> background.backUp(
                        () -> Backups.makeIfDue(options.data(), every, options.backupsKept(), clock.instant())));
        StartedServer running = new StartedServer(server, accounts, importing, background, database, folder);
        Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
        return running;
    }

    /** What stays when the bank changes, and with it the use cases. */
    private record Standing(
            Optional<Accounts> accounts,
            Optional<ProviderSignIn> provider,
            LoadedModel model,
            Database database,
            Background background,
            ServeOptions options,
            SharedClock clock,
            OwnPacks own,
            Importing importing,
            Editing editing,
            Runnable renewal) {
        private List<String> warnings() {
            return Stream.concat(
                            provider.flatMap(ProviderSignIn::trouble).map(IdentityProvider.Trouble::sentence).stream(),
                            clock.warning().stream())
                    .toList();
        }

        ServerSettings settings(UseCases useCases) {
            return new ServerSettings(
                    accounts,
                    provider,
                    accounts.map(all -> classroomUseCases(all, useCases, database, clock)),
                    own.all().bank(),
                    model::grading,
                    database::trouble,
                    this::warnings,
                    useCases.interviewer(),
                    useCases.practice(),
                    useCases.corrections(),
                    useCases.archive(),
                    candidate -> everything(candidate, database.rows(candidate), own),
                    accounts.isEmpty()
                                    && options.allowedHosts().isEmpty()
                                    && options.database().isEmpty()
                            ? options.data().toAbsolutePath().normalize().toString()
                            : "",
                    new Restored(database, own, options.data(), clock, renewal),
                    database.candidates(),
                    database.reviews(),
                    useCases.studying(),
                    importing,
                    editing,
                    new Rendering(Markup::html, Markup::inline, Markup::text),
                    background::gradeSoon,
                    Wiring::seed,
                    clock,
                    ZoneId.systemDefault(),
                    options.host(),
                    options.port(),
                    options.allowedHosts(),
                    options.trustedProxies(),
                    SLOWEST_BODY,
                    options.web().<WebRoot>map(WebRoot.Folder::new).orElseGet(WebRoot.OnClassPath::new),
                    Version.text(),
                    database.figures(),
                    own.all().problems().size());
        }
    }

    /** Everything of a candidate's for an archive, with the packs of their own; on a server with accounts the packs are everybody's. */
    private static SortedMap<String, String> everything(
            CandidateId candidate, SortedMap<String, String> rows, OwnPacks own) {
        if (!candidate.equals(CandidateId.LOCAL)) {
            return rows;
        }
        try {
            SortedMap<String, String> files = new TreeMap<>(ArchivedPacks.files(own.ownFiles()));
            files.putAll(rows);
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The packs in " + own.folder() + " cannot be read; change their permissions.", e);
        }
    }

    /** Archives put back into the data of a running server. */
    private record Restored(Database database, OwnPacks own, Path data, InstantSource clock, Runnable renewal)
            implements Restoring {
        @Override
        public Found look(Path archive, CandidateId candidate) {
            try {
                LiveRestore.Look look = LiveRestore.look(archive, database, data, candidate);
                return new Found(
                        look.version(),
                        look.archived().sessions(),
                        look.archived().answers(),
                        look.packs(),
                        look.here().sessions(),
                        look.here().answers(),
                        look.packsHere());
            } catch (StoreException e) {
                throw refused(archive, e);
            }
        }

        @Override
        public void restore(Path archive, CandidateId candidate) {
            try {
                LiveRestore.restore(archive, database, data, candidate, clock.instant());
            } catch (StoreException e) {
                throw refused(archive, e);
            } finally {
                own.read();
                renewal.run();
            }
        }

        // whoever sent the file has no use for the place where it lies meanwhile
        private static Refused refused(Path archive, StoreException e) {
            return new Refused(String.valueOf(e.getMessage()).replace(archive.toString(), "The file"), e);
        }
    }

    /** What is done when the bank has changed; known only once everything stands that depends on it. */
    private static final class Renewal implements Runnable {
        private volatile Runnable work = () -> {};

        void becomes(Runnable other) {
            work = other;
        }

        @Override
        public void run() {
            work.run();
        }
    }
}
