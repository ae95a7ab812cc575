package rejoinder.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Topic;
import rejoinder.pack.FileChange;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;
import rejoinder.pack.OwnPacks;
import rejoinder.pack.PackParser;
import rejoinder.pack.SharedPacks;

/** The use cases of an import into the data folder: read and look, mend, write, take back. Nothing is written before {@link #commit}. */
public final class Importing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Importing.class);

    /** Most questions of one import. */
    public static final int MOST_QUESTIONS = 50_000;

    /** Most characters that the questions of one import may have together: they wait in memory for the person. */
    private static final long MOST_TEXT = 30_000_000;

    private static final int MOST_PREVIEWS = 3;
    private static final int AT_A_TIME = 10;
    private static final int MOST_NEIGHBOURS = 500;
    private static final Duration KEPT_FOR = Duration.ofHours(2);

    private final OwnPacks packs;
    private final ImportLog log;
    private final Path uploads;
    private final Around around;
    private final LetterBook letters;
    private final Map<String, Preview> previews = new LinkedHashMap<>();
    private final Map<String, Instant> touched = new HashMap<>();
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "letters");
        thread.setDaemon(true);
        return thread;
    });

    private final ScheduledFuture<?> everyFewSeconds;

    /**
     * What an import cannot work out for itself.
     *
     * @param trial the grader, as soon as there is one
     * @param alike the question of the bank that asks nearly the same as a text, by its meaning
     * @param answered whether a question was answered
     * @param changed told that the packs have changed
     * @param clock the time
     * @param tokens unguessable names
     */
    public record Around(
            Supplier<Optional<Trial>> trial,
            Alike alike,
            Predicate<Set<QuestionId>> answered,
            Runnable changed,
            InstantSource clock,
            Supplier<String> tokens) {}

    /** Finds the question of the bank that asks nearly the same. */
    @FunctionalInterface
    public interface Alike {
        /** It; empty if there is none, or if that cannot be said now. */
        Optional<QuestionId> to(String prompt);
    }

    /**
     * Over the packs of a person's own.
     *
     * @param uploads where files lie until their import is over; emptied
     */
    public Importing(OwnPacks packs, Path uploads, Around around) {
        this.packs = packs;
        this.log = new ImportLog(packs.folder());
        this.uploads = uploads;
        this.around = around;
        this.letters = new LetterBook(packs.folder().resolve(".letters.json"), packs::isOwn);
        forget(uploads);
        takeBackHalf();
        everyFewSeconds = worker.scheduleWithFixedDelay(this::lettersOfBank, 5, 5, TimeUnit.SECONDS);
    }

    /** The letters of the bank's questions. */
    public LetterBook letters() {
        return letters;
    }

    /** Tries questions of the bank that have no letter yet, a few at a time, so that nobody waits behind them. */
    private void lettersOfBank() {
        Optional<Trial> trial = around.trial().get();
        if (trial.isEmpty()) {
            return;
        }
        ItemBank bank = packs.all().bank();
        List<Question> open = bank.questions().stream()
                .filter(letters::isOpen)
                .limit(AT_A_TIME)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        // with the others of their topics, whose references are tried against them
        Set<String> topics = new HashSet<>();
        open.forEach(question -> topics.add(question.id().topic()));
        List<Question> tried = Stream.concat(
                        open.stream(),
                        bank.questions().stream()
                                .filter(question ->
                                        topics.contains(question.id().topic()) && !open.contains(question))
                                .limit(MOST_NEIGHBOURS))
                .toList();
        try {
            new Letters(trial).of(tried.stream().map(Letters::imported).toList(), tried, (i, letter) -> {
                letters.put(tried.get(i), letter);
                return i + 1 < open.size();
            });
            letters.save();
        } catch (RuntimeException e) {
            LOG.error("The letters of the bank could not be found.", e);
        }
    }

    /** An import that the program was ended in. */
    private void takeBackHalf() {
        for (ImportRecord half : log.all()) {
            if (half.state().equals(ImportRecord.BEGUN)) {
                try {
                    keep(half.in(ImportRecord.UNDONE), backwards(half));
                } catch (IOException | SharedPacks.ChangedElsewhere e) {
                    LOG.error(
                            "A half-finished import could not be taken back; its packs are in {}.", packs.folder(), e);
                }
            }
        }
    }

    /** A folder of its own for the files of an import. */
    public Path room() throws IOException {
        Files.createDirectories(uploads);
        return Files.createTempDirectory(uploads, "import");
    }

    /**
     * Reads files, and begins to look for letters and near-duplicates in the background.
     *
     * @throws ImportRefused if it is too much
     */
    public Preview read(List<Preview.Source> sources) {
        Preview preview = new Preview(around.tokens().get(), sources);
        int file = 0;
        long text = 0;
        int questions = 0;
        for (Preview.Source source : sources) {
            if (sources.size() > 1 && Intake.isSkipped(source.name())) {
                continue;
            }
            for (ImportedDocument document : new Intake().read(source.name(), source.file())) {
                questions += document.questions().size();
                text += document.questions().stream()
                        .mapToLong(question -> question.prompt().length()
                                + question.context().length()
                                + question.answer().length()
                                + question.original().length())
                        .sum();
                if (questions > MOST_QUESTIONS) {
                    throw tooLarge("These files hold more than 50,000 questions; import them in parts.");
                }
                if (text > MOST_TEXT) {
                    throw tooLarge("These questions have more than 30 million characters; import them in parts.");
                }
                preview.read(file++, document);
            }
        }
        if (file == 0) {
            throw new ImportRefused(
                    ImportRefused.Reason.UNREADABLE,
                    "Nothing here can hold questions: pictures, hidden files and the like are left out.");
        }
        compare(preview);
        keep(preview);
        return preview;
    }

    private static ImportRefused tooLarge(String message) {
        return new ImportRefused(ImportRefused.Reason.TOO_LARGE, message);
    }

    private synchronized void keep(Preview preview) {
        Instant now = around.clock().instant();
        Instant old = now.minus(KEPT_FOR);
        for (String id : List.copyOf(previews.keySet())) {
            if (touched.getOrDefault(id, now).isBefore(old) || previews.size() >= MOST_PREVIEWS) {
                drop(id);
            }
        }
        previews.put(preview.id(), preview);
        touched.put(preview.id(), now);
        worker.execute(() -> letters(preview));
    }

    /** A preview that still waits. */
    public synchronized Preview preview(String id) {
        Preview preview = previews.get(id);
        if (preview == null) {
            throw new ImportRefused(
                    ImportRefused.Reason.GONE,
                    "This import is over or has waited too long; nothing of it is lost but the changes made here, so choose the files again.");
        }
        touched.put(id, around.clock().instant());
        return preview;
    }

    /** Throws a preview away. */
    public synchronized void drop(String id) {
        Preview preview = previews.remove(id);
        touched.remove(id);
        if (preview != null) {
            preview.close();
            preview.sources().stream()
                    .map(source -> source.file().getParent())
                    .distinct()
                    .forEach(Importing::forget);
        }
    }

    private static void forget(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("Files of an import could not be deleted from {}.", folder, e);
        }
    }

    /** Reads one document in another way; what was changed in it is lost. */
    public void readAs(Preview preview, int file, String how) {
        ImportedDocument before = preview.documents().get(file);
        String archive = before.file().contains("!")
                ? before.file().substring(0, before.file().indexOf('!'))
                : before.file();
        Preview.Source source = preview.sources().stream()
                .filter(one -> one.name().equals(before.file()))
                .findFirst()
                .or(() -> preview.sources().stream()
                        .filter(one -> one.name().equals(archive))
                        .findFirst())
                .orElseThrow();
        new Intake(Optional.empty(), Optional.of(how))
                .read(source.name(), source.file()).stream()
                        .filter(document -> document.file().equals(before.file()))
                        .findFirst()
                        .ifPresent(document -> preview.read(file, document));
        compare(preview);
        worker.execute(() -> letters(preview));
    }

    /** Puts every question into one topic, or back where the files have it. */
    public void topic(Preview preview, Optional<String> title) {
        preview.each(item -> item.inTopic(
                title.orElseGet(() -> ImportWriter.topicOf(preview.documents().get(item.file()), item.question()))));
    }

    /**
     * The lines of the file that a question was read from, or what was read where the file has no lines that a person could read.
     *
     * @param line of the first
     */
    public record Original(int line, String text) {}

    /** Where a question comes from. */
    public Original original(Preview preview, Preview.Item item) {
        ImportedDocument document = preview.documents().get(item.file());
        int next = preview.items().stream()
                .filter(other -> other.file() == item.file())
                .mapToInt(other -> other.question().line())
                .filter(line -> line > item.question().line())
                .min()
                .orElse(Integer.MAX_VALUE);
        return new SourceLines(preview.sources())
                .of(document, item.question().line(), next)
                .map(text -> new Original(item.question().line(), text))
                .orElseGet(() -> new Original(
                        item.question().line(),
                        item.question().original().isEmpty()
                                ? item.question().answer()
                                : item.question().original()));
    }

    /** Tries a question that was changed again. */
    public void tryAgain(Preview preview, Preview.Item item) {
        worker.execute(() -> letters(preview, List.of(item)));
    }

    private void letters(Preview preview) {
        List<Preview.Item> items = preview.items();
        preview.tried(0);
        alike(preview, items);
        letters(preview, items);
    }

    private void letters(Preview preview, List<Preview.Item> items) {
        try {
            Optional<Trial> trial = around.trial().get();
            Slugs slugs = new Slugs();
            List<Question> asked = new ArrayList<>();
            for (Preview.Item item : items) {
                asked.add(asked(item, "import", slugs));
            }
            new Letters(trial).of(items.stream().map(Preview.Item::question).toList(), asked, (i, letter) -> {
                preview.ifStill(items.get(i), item -> item.lettered(letter));
                if (items.size() > 1) {
                    preview.tried(i + 1);
                }
                return !preview.isClosed();
            });
        } catch (RuntimeException e) {
            LOG.error("The letters of an import could not be found.", e);
        }
    }

    private void alike(Preview preview, List<Preview.Item> items) {
        for (Preview.Item item : items) {
            if (preview.isClosed()) {
                return;
            }
            if (item.known().isEmpty() && item.question().context().isBlank()) {
                around.alike()
                        .to(item.question().prompt())
                        .ifPresent(id -> preview.ifStill(
                                item,
                                now -> now.known().isPresent()
                                        ? now
                                        : now.standingFor(new Known(id, Known.Kind.ALIKE, false), now.choice())));
            }
        }
    }

    private static Question asked(Preview.Item item, String topic, Slugs slugs) {
        if (item.whole().isPresent()) {
            return whole(item.whole().get(), item.question(), topic);
        }
        return ImportWriter.question(item.question(), topic, slugs);
    }

    /** The question of a pack, with what the person changed here. */
    private static Question whole(Question full, ImportedQuestion shown, String topic) {
        String first = full.referenceAnswers().isEmpty()
                ? ""
                : full.referenceAnswers().get(0).text();
        List<ReferenceAnswer> references = new ArrayList<>(full.referenceAnswers());
        if (!shown.answer().equals(first)) {
            ReferenceAnswer changed = new ReferenceAnswer("", shown.answer());
            if (references.isEmpty()) {
                references.add(changed);
            } else {
                references.set(0, changed);
            }
        }
        return new Question(
                new QuestionId(topic, full.id().slug()),
                shown.prompt(),
                full.context(),
                full.difficulty(),
                full.suggestedTime(),
                full.tags(),
                references,
                full.keyPoints(),
                full.misconceptions(),
                full.followUp(),
                full.sources(),
                List.of(),
                references.isEmpty(),
                full.proposed());
    }

    /** Finds out which questions the bank has already: those of earlier imports of the same files, and those that ask the same in the same words. */
    private void compare(Preview preview) {
        ItemBank bank = packs.all().bank();
        Set<String> sources = new HashSet<>();
        preview.documents().forEach(document -> sources.add(document.file()));
        EarlierImports earlier = new EarlierImports(log.all(), sources, bank);
        Map<String, QuestionId> bySame = new HashMap<>();
        bank.questions()
                .forEach(question ->
                        bySame.putIfAbsent(Fingerprint.words(question.prompt(), question.context()), question.id()));
        Map<Integer, Known> known = earlier.match(preview.items(), preview.documents());
        preview.each(item -> {
            Known same = known.get(item.key());
            if (same == null) {
                QuestionId there = bySame.get(Fingerprint.words(
                        item.question().prompt(), item.question().context()));
                return there == null
                        ? item
                        : item.standingFor(new Known(there, Known.Kind.DUPLICATE, false), Preview.Choice.SKIP);
            }
            return item.standingFor(
                    same,
                    same.kind() == Known.Kind.SAME || same.edited() ? Preview.Choice.SKIP : Preview.Choice.UPDATE);
        });
        preview.gone(earlier.gone());
    }

    /**
     * What was written.
     *
     * @param id names the import, to take it back
     * @param questions ids of the questions that are new or changed, in the order of the files
     * @param added how many are new
     * @param updated how many took the place of an earlier one
     * @param removed how many were taken out
     * @param topics titles of their topics by id
     */
    public record Committed(
            String id, List<QuestionId> questions, int added, int updated, int removed, Map<String, String> topics) {}

    /**
     * Writes what is wanted into the packs, whole or not at all.
     *
     * @param removeGone whether questions go that the files no longer hold
     */
    public synchronized Committed commit(String id, boolean removeGone) {
        Preview preview = preview(id);
        ItemBank bank = packs.all().bank();
        Plan plan = new Plan(
                bank,
                new ProposedPoints(
                        preview.items().stream().map(Preview.Item::question).toList()));
        preview.items().forEach(item -> plan.add(item, preview.documents().get(item.file())));
        Set<QuestionId> removed = removeGone ? Set.copyOf(preview.gone()) : Set.of();
        if (plan.puts.isEmpty() && removed.isEmpty()) {
            throw new ImportRefused(
                    ImportRefused.Reason.NOT_NOW, "No question is chosen, so there is nothing to import.");
        }
        List<FileChange> changes = plan(plan.puts, removed);
        ImportRecord record = new ImportRecord(
                id,
                around.clock().millis(),
                ImportRecord.BEGUN,
                preview.documents().stream().map(ImportedDocument::file).toList(),
                plan.written,
                changes.stream()
                        .map(change -> new ImportRecord.WrittenFile(
                                change.name(),
                                change.before().orElse(null),
                                change.after().orElse(null)))
                        .toList());
        try {
            if (!packs.isShared()) {
                // an end in the middle is taken back at the next start; what is shared is kept all at once
                log.write(record);
            }
            keep(record.in(ImportRecord.DONE), changes);
        } catch (SharedPacks.ChangedElsewhere e) {
            throw changedElsewhere(e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The packs cannot be written into " + packs.folder()
                            + "; make room there or change its permissions.",
                    e);
        }
        plan.letters.forEach((question, letter) -> letters.put(question, letter));
        letters.save();
        drop(id);
        around.changed().run();
        return committed(record, removed.size());
    }

    private void keep(ImportRecord record, List<FileChange> changes) throws IOException {
        if (packs.isShared()) {
            packs.write(Stream.concat(changes.stream(), Stream.of(log.change(record)))
                    .toList());
        } else {
            packs.write(changes);
            log.write(record);
        }
    }

    private ImportRefused changedElsewhere(SharedPacks.ChangedElsewhere why) {
        around.changed().run();
        return new ImportRefused(ImportRefused.Reason.NOT_NOW, String.valueOf(why.getMessage()));
    }

    private List<FileChange> plan(List<OwnPacks.Put> puts, Set<QuestionId> removed) {
        try {
            return packs.planned(puts, removed);
        } catch (IllegalArgumentException e) {
            throw new ImportRefused(
                    ImportRefused.Reason.UNREADABLE, e.getMessage() + " Nothing was written; fix it or leave it out.");
        } catch (IOException e) {
            throw new UncheckedIOException("The packs in " + packs.folder() + " cannot be read.", e);
        }
    }

    private Committed committed(ImportRecord record, int removed) {
        ItemBank bank = packs.all().bank();
        List<QuestionId> ids = record.questions().stream()
                .flatMap(written -> QuestionId.parse(written.id()).stream())
                .toList();
        Map<String, String> topics = new LinkedHashMap<>();
        ids.forEach(one -> topics.put(
                one.topic(), bank.topic(one.topic()).map(Topic::title).orElse(one.topic())));
        int added = (int)
                record.questions().stream().filter(ImportRecord.Written::added).count();
        return new Committed(record.id(), ids, added, ids.size() - added, removed, topics);
    }

    /** What an import becomes in the packs. */
    private static final class Plan {
        private final ItemBank bank;
        private final ProposedPoints points;
        private final Map<String, String> idOfTitle = new HashMap<>();
        private final Map<String, String> titles = new HashMap<>();
        private final Map<String, Slugs> slugs = new HashMap<>();
        private final Map<String, Integer> sizes = new HashMap<>();
        private final Map<String, Integer> bytes = new HashMap<>();
        private final Slugs topics = new Slugs();
        private final List<OwnPacks.Put> puts = new ArrayList<>();
        private final List<ImportRecord.Written> written = new ArrayList<>();
        private final Map<Question, Letter> letters = new LinkedHashMap<>();

        Plan(ItemBank bank, ProposedPoints points) {
            this.bank = bank;
            this.points = points;
            bank.topics().forEach(topic -> {
                idOfTitle.putIfAbsent(topic.title().toLowerCase(Locale.ROOT), topic.id());
                topics.take(topic.id());
            });
        }

        void add(Preview.Item item, ImportedDocument document) {
            if (item.choice() == Preview.Choice.SKIP) {
                return;
            }
            boolean update =
                    item.choice() == Preview.Choice.UPDATE && item.known().isPresent();
            Question made;
            String instead;
            Topic topic;
            if (update) {
                QuestionId id = item.known().get().id();
                Question there = bank.question(id).orElseThrow();
                topic = bank.topic(id.topic()).orElseThrow();
                made = updated(there, made(item, id.topic(), new Slugs()), id);
                instead = id.slug();
            } else {
                topic = topic(item.topic(), size(item));
                Slugs taken = slugs.computeIfAbsent(topic.id(), this::taken);
                made = item.whole().isPresent()
                        ? fresh(made(item, topic.id(), taken), taken)
                        : made(item, topic.id(), taken);
                instead = made.id().slug();
            }
            puts.add(new OwnPacks.Put(instead, topic, made));
            letters.put(made, item.letter());
            written.add(new ImportRecord.Written(
                    made.id().toString(), document.file(), made.revision(), item.found(), item.edited(), !update));
        }

        private Question made(Preview.Item item, String topic, Slugs taken) {
            Question asked = asked(item, topic, taken);
            return item.whole().isPresent() ? asked : ImportWriter.proposing(asked, points.of(item.question()));
        }

        private static int size(Preview.Item item) {
            return item.question().answer().length()
                    + item.question().context().length()
                    + item.question().prompt().length()
                    + 200;
        }

        private Slugs taken(String topic) {
            Slugs taken = new Slugs();
            bank.questions(topic).forEach(question -> taken.take(question.id().slug()));
            return taken;
        }

        private static Question fresh(Question question, Slugs taken) {
            String slug = taken.free(question.id().slug(), question.prompt() + question.context());
            return question.named(new QuestionId(question.id().topic(), slug));
        }

        /** The topic of a title; one that is full goes on under the same title with a number. */
        private Topic topic(String title, int size) {
            String wanted = title;
            for (int part = 2; ; part++) {
                String id = idOf(wanted);
                int questions =
                        sizes.computeIfAbsent(id, one -> bank.questions(one).size());
                int length = bytes.getOrDefault(id, 0);
                if (questions < PackParser.MOST_QUESTIONS && length + size < OwnPacks.LARGEST / 2) {
                    sizes.put(id, questions + 1);
                    bytes.put(id, length + size);
                    String called = wanted;
                    return bank.topic(id).orElseGet(() -> new Topic(id, titles.getOrDefault(id, called), 0, ""));
                }
                wanted = title + " (" + part + ")";
            }
        }

        private String idOf(String title) {
            return idOfTitle.computeIfAbsent(title.toLowerCase(Locale.ROOT), any -> {
                String id = topics.of(title, "");
                titles.put(id, title);
                return id;
            });
        }

        /** The words of the file with what only the bank has: difficulty, time, points that a person accepted. */
        private static Question updated(Question there, Question file, QuestionId id) {
            boolean sameAnswer = there.referenceAnswers().equals(file.referenceAnswers());
            return new Question(
                    id,
                    file.prompt(),
                    file.context(),
                    there.difficulty(),
                    there.suggestedTime(),
                    there.tags().isEmpty() ? file.tags() : there.tags(),
                    file.referenceAnswers(),
                    sameAnswer ? there.keyPoints() : file.keyPoints(),
                    sameAnswer ? there.misconceptions() : List.of(),
                    file.followUp().isEmpty() ? there.followUp() : file.followUp(),
                    file.sources().isEmpty() ? there.sources() : file.sources(),
                    List.of(),
                    file.selfGraded(),
                    sameAnswer ? there.proposed() : file.proposed());
        }
    }

    /**
     * An import of the past.
     *
     * @param at when it was
     * @param sources files that it read
     * @param questions how many it wrote
     * @param why why it cannot be taken back; empty if it can
     */
    public record Past(String id, Instant at, List<String> sources, int questions, String why) {}

    /**
     * The imports that were not taken back.
     *
     * @param found how many there are
     * @param newest the newest of them, the newest first
     */
    public record PastImports(int found, List<Past> newest) {}

    /** The newest imports that were not taken back, no more than so many. */
    public synchronized PastImports past(int most) {
        List<ImportRecord> kept = log.all().stream()
                .filter(one -> !one.state().equals(ImportRecord.UNDONE))
                .toList();
        List<Past> newest = new ArrayList<>();
        for (int i = kept.size() - 1; i >= 0 && newest.size() < most; i--) {
            ImportRecord one = kept.get(i);
            newest.add(new Past(
                    one.id(),
                    Instant.ofEpochMilli(one.at()),
                    one.sources(),
                    one.questions().size(),
                    whyNot(one)));
        }
        return new PastImports(kept.size(), newest);
    }

    private String whyNot(ImportRecord one) {
        try {
            if (!packs.isStill(changes(one))) {
                return "Its questions were changed since, and taking it back would lose that; delete them one by one.";
            }
        } catch (IOException e) {
            return "Its packs cannot be read; check the data folder.";
        }
        Set<QuestionId> ids = new HashSet<>();
        one.questions().forEach(written -> QuestionId.parse(written.id()).ifPresent(ids::add));
        return around.answered().test(ids)
                ? "One of its questions was answered, and your answer stays with it; delete the others one by one."
                : "";
    }

    private static List<FileChange> changes(ImportRecord record) {
        return record.files().stream()
                .map(file -> new FileChange(
                        file.name(), Optional.ofNullable(file.before()), Optional.ofNullable(file.after())))
                .toList();
    }

    private static List<FileChange> backwards(ImportRecord record) {
        return changes(record).stream()
                .map(change -> new FileChange(change.name(), change.after(), change.before()))
                .toList();
    }

    /** Takes an import back: the packs are as they were before it. */
    public synchronized void undo(String id) {
        ImportRecord record = log.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ImportRefused(
                        ImportRefused.Reason.GONE, "There is no such import; look at the list of imports again."));
        String why = record.state().equals(ImportRecord.UNDONE) ? "It was taken back already." : whyNot(record);
        if (!why.isEmpty()) {
            throw new ImportRefused(ImportRefused.Reason.NOT_NOW, why);
        }
        try {
            keep(record.in(ImportRecord.UNDONE), backwards(record));
        } catch (SharedPacks.ChangedElsewhere e) {
            throw changedElsewhere(e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The packs in " + packs.folder() + " cannot be written; change its permissions.", e);
        }
        around.changed().run();
    }

    @Override
    public synchronized void close() {
        List.copyOf(previews.keySet()).forEach(this::drop);
        everyFewSeconds.cancel(true);
        worker.shutdownNow();
    }
}
