package rejoinder.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.Topic;

/**
 * The packs in the data folder, on top of the shipped ones. A topic that is in both is read from the data folder: the first change of a question copies its pack
 * there, so that a newer program does not undo the change. Files are written whole or not at all, and what an edit does not touch keeps its bytes.
 */
public final class OwnPacks {
    /** Largest file that is written, in bytes; a reader takes somewhat more. */
    public static final int LARGEST = SourceText.LARGEST_BYTES - 100_000;

    private static final String PACK = ".md";
    private static final String STATEMENTS = ".statements.tsv";

    private final LoadedPacks base;
    private final Path folder;
    private final Optional<PackMirror> mirror;
    private volatile LoadedPacks all;
    private volatile Map<String, Path> files = Map.of();

    /**
     * Reads the folder; one that is not there is empty.
     *
     * @param base the packs below
     */
    public OwnPacks(LoadedPacks base, Path folder) {
        this(base, folder, Optional.empty());
    }

    /**
     * Likewise, after the folder was made a copy of what several servers share.
     *
     * @param shared where they keep it; empty if this server has its packs to itself
     */
    public OwnPacks(LoadedPacks base, Path folder, Optional<SharedPacks> shared) {
        this.base = base;
        this.folder = folder;
        this.all = base;
        this.mirror = shared.map(kept -> new PackMirror(folder, kept));
        follow();
        read();
    }

    /** Whether several servers ask what is kept here, and change it. */
    public boolean isShared() {
        return mirror.isPresent();
    }

    /**
     * Reads what other servers have changed meanwhile.
     *
     * @return whether there was anything
     */
    public synchronized boolean follow() {
        try {
            boolean changed = mirror.isPresent() && mirror.get().follow();
            if (changed) {
                read();
            }
            return changed;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The packs that all servers share cannot be copied into " + folder
                            + "; make room there or change its permissions.",
                    e);
        }
    }

    /** Everything that can be asked. */
    public LoadedPacks all() {
        return all;
    }

    /** Where the own packs lie. */
    public Path folder() {
        return folder;
    }

    /** Whether a topic is read from the data folder. */
    public boolean isOwn(String topic) {
        return files.containsKey(topic);
    }

    /**
     * A question to be kept.
     *
     * @param instead the slug of the question whose place it takes; of its own id if it is new
     * @param topic that it belongs to; a new one is put behind all others
     */
    public record Put(String instead, Topic topic, Question question) {}

    /**
     * What a change would do to the files; nothing is written.
     *
     * @param puts questions that are new or take the place of others
     * @param removed questions that go
     * @throws IllegalArgumentException if a pack cannot hold a text; the message says which and why
     * @throws IOException if a file cannot be read
     */
    public synchronized List<FileChange> planned(List<Put> puts, Set<QuestionId> removed) throws IOException {
        Map<String, List<Put>> byTopic = new LinkedHashMap<>();
        puts.forEach(put -> byTopic.computeIfAbsent(put.topic().id(), any -> new ArrayList<>())
                .add(put));
        removed.forEach(id -> byTopic.computeIfAbsent(id.topic(), any -> new ArrayList<>()));
        int order = all.bank().topics().stream().mapToInt(Topic::order).max().orElse(0);
        List<FileChange> changes = new ArrayList<>();
        for (Map.Entry<String, List<Put>> entry : byTopic.entrySet()) {
            String id = entry.getKey();
            Optional<Topic> known = all.bank().topic(id);
            if (known.isEmpty() && entry.getValue().isEmpty()) {
                continue;
            }
            Topic asked = known.orElseGet(() -> entry.getValue().get(0).topic());
            Topic topic = known.isPresent() ? asked : new Topic(id, asked.title(), ++order, asked.summary());
            changes.addAll(topicChange(topic, entry.getValue(), removed));
        }
        return changes;
    }

    private List<FileChange> topicChange(Topic topic, List<Put> puts, Set<QuestionId> removed) throws IOException {
        Optional<Path> own = Optional.ofNullable(files.get(topic.id()));
        Optional<String> before = own.isPresent() ? Optional.of(Files.readString(own.get())) : Optional.empty();
        Optional<String> below = baseFile(topic.id());
        Optional<String> copied = before.isEmpty() ? copy(topic, below) : Optional.empty();
        String name = own.map(file -> folder.relativize(file).toString())
                .orElseGet(() -> below.map(OwnPacks::fileName)
                        .orElseGet(() -> String.format(Locale.ROOT, "%02d-%s.md", topic.order(), topic.id())));
        Optional<String> start = before.isPresent() ? before : copied;
        PackText text = start.map(PackText::of).orElseGet(() -> PackText.of(topic));
        Map<String, Question> expected = new LinkedHashMap<>();
        all.bank()
                .questions(topic.id())
                .forEach(question -> expected.put(question.id().slug(), question));
        removed.stream().filter(id -> id.topic().equals(topic.id())).forEach(id -> {
            text.remove(id.slug());
            expected.remove(id.slug());
        });
        for (Put put : puts) {
            text.put(put.instead(), put.question());
            expected.remove(put.instead());
            expected.put(put.question().id().slug(), put.question());
        }
        String markdown = text.markdown();
        check(topic, markdown, start.orElse(""), expected);
        List<FileChange> changes = new ArrayList<>();
        boolean gone = text.isEmpty() && base.bank().topic(topic.id()).isEmpty();
        changes.add(new FileChange(name, before, gone ? Optional.empty() : Optional.of(markdown)));
        statements(name, own, below, puts, removed).ifPresent(changes::add);
        return changes;
    }

    /** The text that a topic has below; one that is in no file is written out. */
    private Optional<String> copy(Topic topic, Optional<String> file) throws IOException {
        if (base.bank().topic(topic.id()).isEmpty()) {
            return Optional.empty();
        }
        Optional<String> text = file.isPresent() ? text(file.get()) : Optional.empty();
        return text.or(() -> Optional.of(PackWriter.write(topic, base.bank().questions(topic.id()))));
    }

    private static void check(Topic topic, String markdown, String before, Map<String, Question> expected) {
        if (markdown.getBytes(StandardCharsets.UTF_8).length > SourceText.LARGEST_BYTES) {
            throw new IllegalArgumentException("The topic '" + topic.title()
                    + "' would have more text than a pack holds (2 MiB); put some of it into another topic.");
        }
        ParsedPack parsed = PackParser.parse(markdown, topic.id() + PACK);
        Set<String> known = before.isEmpty()
                ? Set.of()
                : PackParser.parse(before, topic.id() + PACK).problems().stream()
                        .map(PackProblem::message)
                        .collect(Collectors.toSet());
        parsed.problems().stream()
                .filter(problem -> !known.contains(problem.message()))
                .findFirst()
                .ifPresent(problem -> {
                    throw new IllegalArgumentException(problem.message());
                });
        for (Question question : parsed.questions()) {
            Question wanted = expected.remove(question.id().slug());
            if (wanted == null || !wanted.withStatements(List.of()).equals(question)) {
                throw new IllegalArgumentException("Some text of '" + question.prompt()
                        + "' would be read differently; look for an open code fence or a `##` heading in it.");
            }
        }
        if (!expected.isEmpty()) {
            throw new IllegalArgumentException("Some text of '"
                    + expected.values().iterator().next().prompt()
                    + "' would be read differently; look for an open code fence or a `##` heading in it.");
        }
    }

    /** Statements stay with the points that they speak of; those of a point that is gone or says something else go with it. */
    private Optional<FileChange> statements(
            String name, Optional<Path> own, Optional<String> below, List<Put> puts, Set<QuestionId> removed)
            throws IOException {
        String file = beside(name);
        Optional<String> before = own.isPresent() && Files.exists(folder.resolve(file))
                ? Optional.of(Files.readString(folder.resolve(file)))
                : Optional.empty();
        Optional<String> start = own.isPresent() || below.isEmpty() ? before : text(beside(below.get()));
        if (start.isEmpty()) {
            return Optional.empty();
        }
        Map<QuestionId, Question> changed = new HashMap<>();
        puts.forEach(put -> changed.put(put.question().id(), put.question()));
        String after = start.get()
                .lines()
                .filter(line -> staysTrue(line, changed, removed))
                .collect(Collectors.joining("\n", "", "\n"));
        return before.equals(Optional.of(after))
                ? Optional.empty()
                : Optional.of(new FileChange(file, before, Optional.of(after)));
    }

    private boolean staysTrue(String line, Map<QuestionId, Question> changed, Set<QuestionId> removed) {
        String[] fields = line.split("\t", -1);
        Optional<QuestionId> id = QuestionId.parse(fields[0]);
        if (id.isEmpty() || fields.length < 2) {
            return true;
        }
        if (removed.contains(id.get())) {
            return false;
        }
        Question after = changed.get(id.get());
        return after == null
                || point(after, fields[1])
                        .equals(all.bank().question(id.get()).flatMap(question -> point(question, fields[1])));
    }

    private static Optional<String> point(Question question, String point) {
        return question.keyPoints().stream()
                .filter(one -> one.id().equals(point))
                .map(KeyPoint::statement)
                .findFirst();
    }

    private static String beside(String pack) {
        return pack.substring(0, pack.length() - PACK.length()) + STATEMENTS;
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private Optional<String> baseFile(String topic) {
        return base.bank().questions(topic).stream()
                .flatMap(question -> Optional.ofNullable(base.places().get(question.id())).stream())
                .map(LoadedPacks.Place::file)
                .findFirst();
    }

    /** The text of a file of the packs below, on the disk or in the program. */
    private static Optional<String> text(String file) throws IOException {
        Path path = Path.of(file);
        if (Files.isRegularFile(path)) {
            return Optional.of(Files.readString(path));
        }
        String resource = file.startsWith("/") ? file.substring(1) : file;
        try (InputStream in = OwnPacks.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** What is wrong with a question, in the words of {@code check}; empty if it can be kept. */
    public List<String> problems(Question question) {
        Topic topic = new Topic(question.id().topic(), "T", 1, "");
        PackText text = PackText.of(topic);
        text.put(question.id().slug(), question);
        ParsedPack parsed = PackParser.parse(text.markdown(), "question");
        if (!parsed.problems().isEmpty()) {
            return parsed.problems().stream().map(PackProblem::message).toList();
        }
        return parsed.questions().equals(List.of(question.withStatements(List.of())))
                ? List.of()
                : List.of(
                        "Some text would be read differently; look for a code fence that is not closed or a line that begins with `##`.");
    }

    /** Names what a question says, all of it. */
    public static String mark(Question question) {
        return Integer.toHexString(PackWriter.section(question).hashCode());
    }

    /** The files that the questions come from, each with its text: the own ones as they lie there, the others as they would be copied. */
    public synchronized Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Topic topic : all.bank().topics()) {
            Optional<Path> own = Optional.ofNullable(files.get(topic.id()));
            Optional<String> below = baseFile(topic.id());
            String name = own.map(file -> folder.relativize(file).toString())
                    .orElseGet(() -> below.map(OwnPacks::fileName)
                            .orElseGet(() -> String.format(Locale.ROOT, "%02d-%s.md", topic.order(), topic.id())));
            Optional<String> text = own.isPresent()
                    ? Optional.of(Files.readString(own.get()))
                    : below.isPresent() ? text(below.get()) : Optional.empty();
            text.ifPresent(markdown -> texts.put(name, markdown));
            Optional<String> statements = own.isPresent()
                    ? readIfThere(folder.resolve(beside(name)))
                    : below.isPresent() ? text(beside(below.get())) : Optional.empty();
            statements.ifPresent(rows -> texts.put(beside(name), rows));
        }
        return texts;
    }

    /** The files of the folder itself by their names in it, with what earlier imports wrote; letters and half-written files are left out. */
    public synchronized Map<String, String> ownFiles() throws IOException {
        return PackMirror.files(folder);
    }

    private static Optional<String> readIfThere(Path file) throws IOException {
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /**
     * Writes a change and reads the folder again.
     *
     * @throws SharedPacks.ChangedElsewhere if another server was faster; the folder holds its change then
     */
    public synchronized void write(List<FileChange> changes) throws IOException {
        if (mirror.isPresent()) {
            try {
                mirror.get().share(changes);
            } catch (SharedPacks.ChangedElsewhere e) {
                follow();
                throw e;
            }
        }
        writeFiles(changes);
        if (mirror.isPresent()) {
            mirror.get().isWritten();
        }
    }

    private void writeFiles(List<FileChange> changes) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        changes.forEach(change -> change.after().ifPresent(text -> texts.put(change.name(), text)));
        try {
            WholeFiles.write(folder, texts);
            for (FileChange change : changes) {
                if (change.after().isEmpty()) {
                    Files.deleteIfExists(folder.resolve(change.name()));
                }
            }
        } finally {
            read();
        }
    }

    /** Whether the files are still as a change left them. */
    public synchronized boolean isStill(List<FileChange> changes) throws IOException {
        for (FileChange change : changes) {
            Path file = folder.resolve(change.name());
            Optional<String> now = Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
            if (!now.equals(change.after())) {
                return false;
            }
        }
        return true;
    }

    /** Reads the folder again. */
    public synchronized void read() {
        LoadedPacks own = holdsPacks()
                ? PackFolder.read(folder)
                : new LoadedPacks(new ItemBank(List.of(), List.of()), Map.of(), List.of(), List.of());
        Map<String, Path> found = new HashMap<>();
        own.places().forEach((id, place) -> found.put(id.topic(), Path.of(place.file())));
        files = Map.copyOf(found);
        all = over(own);
    }

    private boolean holdsPacks() {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.anyMatch(path -> path.toString().endsWith(PACK));
        } catch (IOException e) {
            return true; // what is wrong is said when the folder is read
        }
    }

    private LoadedPacks over(LoadedPacks own) {
        Set<String> topics = own.bank().topics().stream().map(Topic::id).collect(Collectors.toSet());
        Map<QuestionId, LoadedPacks.Place> places = new HashMap<>(own.places());
        base.places().forEach((id, place) -> {
            if (!topics.contains(id.topic())) {
                places.put(id, place);
            }
        });
        return new LoadedPacks(
                new ItemBank(
                        Stream.concat(
                                        base.bank().topics().stream().filter(topic -> !topics.contains(topic.id())),
                                        own.bank().topics().stream())
                                .toList(),
                        Stream.concat(
                                        base.bank().questions().stream()
                                                .filter(question -> !topics.contains(
                                                        question.id().topic())),
                                        own.bank().questions().stream())
                                .toList()),
                places,
                Stream.concat(
                                base.statements().stream()
                                        .filter(row ->
                                                !topics.contains(row.question().topic())),
                                own.statements().stream())
                        .toList(),
                Stream.concat(base.problems().stream(), own.problems().stream()).toList());
    }
}
