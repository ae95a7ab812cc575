package rejoinder.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.pack.ImportedDocument;
import rejoinder.pack.ImportedQuestion;

/** One import before anything of it is written: what was understood, and what the person made of it. Safe to use from several threads. */
public final class Preview {
    private final String id;
    private final List<Source> sources;
    private final List<ImportedDocument> documents = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private List<QuestionId> gone = List.of();
    private int nextKey;
    private int tried;
    private boolean closed;

    Preview(String id, List<Source> sources) {
        this.id = id;
        this.sources = List.copyOf(sources);
    }

    /**
     * A file that was handed over.
     *
     * @param name as the person knows it
     * @param file where its bytes lie meanwhile
     */
    public record Source(String name, Path file) {}

    /** What becomes of a question. */
    public enum Choice {
        /** It becomes a question of its own. */
        ADD,
        /** It takes the place of the one in the bank. */
        UPDATE,
        /** It stays out. */
        SKIP
    }

    /**
     * A question of an import.
     *
     * @param key names it in this import
     * @param file index of its document
     * @param question as it would be kept
     * @param found hash of its words in the file
     * @param whole the question of a pack with all that it has; empty for other formats
     * @param topic title of its topic
     * @param choice what becomes of it
     * @param edited whether the person changed it here
     * @param letter whether answers to it can be marked
     * @param known the question of the bank that it stands for
     */
    public record Item(
            int key,
            int file,
            ImportedQuestion question,
            String found,
            Optional<Question> whole,
            String topic,
            Choice choice,
            boolean edited,
            Letter letter,
            Optional<Known> known) {
        Item with(ImportedQuestion other) {
            return new Item(key, file, other, found, whole, topic, choice, true, Letters.withoutGrader(other), known);
        }

        /** The same in another topic. */
        public Item inTopic(String title) {
            return new Item(key, file, question, found, whole, title, choice, edited, letter, known);
        }

        /** The same with something else to become of it. */
        public Item choosing(Choice other) {
            return new Item(key, file, question, found, whole, topic, other, edited, letter, known);
        }

        Item lettered(Letter other) {
            return new Item(key, file, question, found, whole, topic, choice, edited, other, known);
        }

        Item standingFor(Known other, Choice then) {
            return new Item(key, file, question, found, whole, topic, then, edited, letter, Optional.of(other));
        }

        /** Whether a person should look at it before it is imported. */
        public boolean needsLook() {
            return !question.warnings().isEmpty()
                    || !question.hasAnswer()
                    || known.filter(same -> same.kind() != Known.Kind.SAME).isPresent();
        }
    }

    /** Names it. */
    public String id() {
        return id;
    }

    /** The files that were handed over. */
    public List<Source> sources() {
        return sources;
    }

    /** What was read, one per file, those of an archive each by themselves. */
    public synchronized List<ImportedDocument> documents() {
        return List.copyOf(documents);
    }

    /** All questions, in the order of the files. */
    public synchronized List<Item> items() {
        return List.copyOf(items);
    }

    /** Questions of earlier imports of these files that are no longer in them. */
    public synchronized List<QuestionId> gone() {
        return gone;
    }

    /** How many questions have their letter. */
    public synchronized int tried() {
        return tried;
    }

    /** A question by its key. */
    public synchronized Item item(int key) {
        return items.get(place(key));
    }

    private int place(int key) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).key() == key) {
                return i;
            }
        }
        throw new ImportRefused(
                ImportRefused.Reason.GONE, "There is no such question in this import; look at the list again.");
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void close() {
        closed = true;
    }

    /** Puts what was read of one document behind the others, or in place of what was read of it before. */
    synchronized void read(int file, ImportedDocument document) {
        if (file < documents.size()) {
            documents.set(file, document);
            items.removeIf(item -> item.file() == file);
        } else {
            documents.add(document);
        }
        int at = 0;
        while (at < items.size() && items.get(at).file() < file) {
            at++;
        }
        List<Item> found = new ArrayList<>();
        for (int i = 0; i < document.questions().size(); i++) {
            ImportedQuestion question = document.questions().get(i);
            int place = i;
            found.add(new Item(
                    nextKey++,
                    file,
                    question,
                    Fingerprint.of(question),
                    document.pack().map(pack -> pack.questions().get(place)),
                    ImportWriter.topicOf(document, question),
                    question.hasAnswer() || document.withAnswer() == 0 ? Choice.ADD : Choice.SKIP,
                    false,
                    Letters.withoutGrader(question),
                    Optional.empty()));
        }
        items.addAll(at, found);
    }

    /** Changes every question. */
    public synchronized void each(UnaryOperator<Item> change) {
        items.replaceAll(change);
    }

    synchronized void gone(List<QuestionId> ids) {
        gone = List.copyOf(ids);
    }

    synchronized void tried(int count) {
        tried = count;
    }

    /** Changes a question. */
    public synchronized Item change(int key, UnaryOperator<Item> change) {
        int at = place(key);
        Item changed = change.apply(items.get(at));
        items.set(at, changed);
        return changed;
    }

    /** Changes a question if it still is what it was. */
    synchronized void ifStill(Item was, UnaryOperator<Item> change) {
        for (int i = 0; i < items.size(); i++) {
            Item now = items.get(i);
            if (now.key() == was.key() && now.question().equals(was.question())) {
                items.set(i, change.apply(now));
                return;
            }
        }
    }

    /** Changes the words of a question; what does not fit in one line is joined into one. */
    public Item reword(int key, UnaryOperator<ImportedQuestion> change) {
        return change(key, item -> {
            ImportedQuestion other = change.apply(item.question());
            return item.question().equals(other)
                    ? item
                    : item.with(other)
                            .choosing(
                                    item.choice() == Choice.SKIP && item.known().isEmpty()
                                            ? Choice.ADD
                                            : item.choice());
        });
    }

    /** Whether a question is the first of its file. */
    public synchronized boolean isFirst(Item item) {
        return isFirst(place(item.key()));
    }

    private boolean isFirst(int at) {
        return at == 0 || items.get(at - 1).file() != items.get(at).file();
    }

    /** Joins a question to the one before it: its words become the end of that one's answer. */
    public synchronized Item merge(int key) {
        int at = place(key);
        if (isFirst(at)) {
            throw new ImportRefused(
                    ImportRefused.Reason.NOT_NOW,
                    "There is no question before this one in the file; merge the next one.");
        }
        Item above = items.get(at - 1);
        ImportedQuestion below = items.get(at).question();
        String prompt = below.prompt().isBlank() ? "" : "**" + below.prompt() + "**";
        Item joined = above.with(above.question()
                        .withAnswer(joined(above.question().answer(), prompt, below.context(), below.answer())))
                .choosing(above.choice() == Choice.SKIP ? Choice.ADD : above.choice());
        items.set(at - 1, joined);
        items.remove(at);
        return joined;
    }

    private static String joined(String... parts) {
        return String.join(
                "\n\n", List.of(parts).stream().filter(part -> !part.isBlank()).toList());
    }

    /**
     * Makes two questions of one: a line of the answer becomes the second one's question.
     *
     * @param line of the answer, 0 is the first
     */
    public synchronized Item split(int key, int line) {
        int at = place(key);
        Item whole = items.get(at);
        List<String> lines = whole.question().answer().lines().toList();
        if (line < 0 || line >= lines.size() || lines.get(line).isBlank()) {
            throw new ImportRefused(
                    ImportRefused.Reason.NOT_NOW, "The answer has no words on that line; choose one that it has.");
        }
        ImportedQuestion first = whole.question()
                .withAnswer(String.join("\n", lines.subList(0, line)).strip());
        String prompt = Cleaner.prompt(Wording.prompt(lines.get(line).strip()));
        ImportedQuestion second = new ImportedQuestion(
                whole.question().section(),
                prompt,
                String.join("\n", lines.subList(line + 1, lines.size())).strip(),
                whole.question().line());
        items.set(at, whole.with(first));
        Item added = new Item(
                nextKey++,
                whole.file(),
                second,
                Fingerprint.of(second),
                Optional.empty(),
                whole.topic(),
                Choice.ADD,
                true,
                Letters.withoutGrader(second),
                Optional.empty());
        items.add(at + 1, added);
        return added;
    }
}
