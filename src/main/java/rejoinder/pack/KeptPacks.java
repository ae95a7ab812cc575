package rejoinder.pack;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import rejoinder.bank.Difficulty;
import rejoinder.bank.FollowUp;
import rejoinder.bank.ItemBank;
import rejoinder.bank.KeyPoint;
import rejoinder.bank.Misconception;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.bank.ReferenceAnswer;
import rejoinder.bank.Source;
import rejoinder.bank.Statement;
import rejoinder.bank.Topic;

/**
 * Packs as they were parsed once, kept in a file: parsing the shipped bank takes most of the processor time before the first page. The file begins with a key
 * over everything that the result depends on, and ends with a checksum; one that has another key, or is damaged, is parsed and written again.
 */
final class KeptPacks {
    private static final int CHECKSUM_BYTES = Long.BYTES;

    private KeptPacks() {}

    /**
     * Reads the file, or parses and then writes it.
     *
     * @param file is only written if its folder is there
     * @param key of the content and of the program that parses it
     */
    static LoadedPacks of(Path file, String key, Supplier<LoadedPacks> parse) {
        Optional<LoadedPacks> kept = read(file, key);
        if (kept.isPresent()) {
            return kept.get();
        }
        LoadedPacks parsed = parse.get();
        keep(parsed, file, key);
        return parsed;
    }

    private static Optional<LoadedPacks> read(Path file, String key) {
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            byte[] all = Files.readAllBytes(file);
            int length = all.length - CHECKSUM_BYTES;
            if (length < 0 || ByteBuffer.wrap(all, length, CHECKSUM_BYTES).getLong() != checksum(all, length)) {
                return Optional.empty();
            }
            Reading reading = new Reading(ByteBuffer.wrap(all, 0, length));
            return reading.text().equals(key) ? Optional.of(reading.packs()) : Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            // parsed again; and no logger, because the start sets logging up in another thread meanwhile
            return Optional.empty();
        }
    }

    private static void keep(LoadedPacks packs, Path file, String key) {
        Path folder = file.toAbsolutePath().getParent();
        try {
            if (folder == null || !Files.isDirectory(folder)) {
                return;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(bytes)) {
                Writing writing = new Writing(out);
                writing.text(key);
                writing.packs(packs);
                byte[] written = bytes.toByteArray();
                out.writeLong(checksum(written, written.length));
            }
            Path half = Files.createTempFile(folder, "packs", ".part");
            try {
                Files.write(half, bytes.toByteArray());
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException unwritable) {
            // a folder that cannot be written is told by the database; the packs are parsed at the next start, too
        }
    }

    private static long checksum(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }

    /** Writes one thing. */
    private interface Put<T> {
        void put(T thing) throws IOException;
    }

    /** Writes everything; a text or statement that comes again is a number. */
    private static final class Writing {
        private final DataOutputStream out;
        private final Map<String, Integer> texts = new HashMap<>();
        private final Map<Statement, Integer> statements = new HashMap<>();
        private final Map<QuestionId, Integer> ids = new HashMap<>();

        Writing(DataOutputStream out) {
            this.out = out;
        }

        void packs(LoadedPacks packs) throws IOException {
            list(packs.bank().topics(), topic -> {
                text(topic.id());
                text(topic.title());
                out.writeInt(topic.order());
                text(topic.summary());
            });
            list(packs.bank().questions(), this::question);
            list(List.copyOf(packs.places().entrySet()), entry -> {
                id(entry.getKey());
                text(entry.getValue().file());
                lines(entry.getValue().lines());
            });
            list(packs.statements(), row -> {
                id(row.question());
                statement(row.statement());
                text(row.kind());
                text(row.twin());
                text(row.part());
            });
            list(packs.problems(), problem -> {
                text(problem.file());
                out.writeInt(problem.line());
                text(problem.message());
            });
        }

        private void question(Question question) throws IOException {
            id(question.id());
            text(question.prompt());
            text(question.context());
            text(question.difficulty().name());
            out.writeLong(question.suggestedTime().toMillis());
            list(question.tags(), this::text);
            list(question.referenceAnswers(), reference -> {
                text(reference.label());
                text(reference.text());
            });
            list(question.keyPoints(), this::point);
            list(question.misconceptions(), wrong -> {
                text(wrong.keyPointId());
                text(wrong.statement());
                text(wrong.why());
                list(wrong.trueNeighbours(), this::text);
            });
            text(question.followUp().prompt());
            text(question.followUp().reference());
            list(question.followUp().keyPoints(), this::point);
            list(question.sources(), source -> {
                text(source.title());
                text(source.url());
            });
            list(question.statements(), this::statement);
            out.writeBoolean(question.selfGraded());
            list(question.proposed(), this::point);
        }

        private void point(KeyPoint point) throws IOException {
            text(point.id());
            out.writeInt(point.weight());
            out.writeBoolean(point.bonus());
            text(point.statement());
            list(point.acceptedWordings(), this::text);
            text(point.shortForm());
            text(point.ask());
            list(point.outputs(), this::text);
        }

        private void lines(QuestionLines lines) throws IOException {
            out.writeInt(lines.heading());
            list(lines.references(), out::writeInt);
            list(lines.keyPoints(), out::writeInt);
            list(lines.misconceptions(), out::writeInt);
            list(lines.allowed(), allowed -> {
                out.writeInt(allowed.line());
                text(allowed.rule());
                text(allowed.part());
                text(allowed.reason());
            });
        }

        private void statement(Statement statement) throws IOException {
            once(statement, statements, () -> {
                text(statement.keyPointId());
                text(statement.text());
                out.writeBoolean(statement.isTrue());
            });
        }

        private void id(QuestionId id) throws IOException {
            once(id, ids, () -> {
                text(id.topic());
                text(id.slug());
            });
        }

        private void text(String text) throws IOException {
            once(text, texts, () -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(bytes.length);
                out.write(bytes);
            });
        }

        private <T> void once(T thing, Map<T, Integer> seen, Written first) throws IOException {
            Integer number = seen.get(thing);
            out.writeInt(number == null ? -1 : number);
            if (number == null) {
                first.write();
                seen.put(thing, seen.size());
            }
        }

        private <T> void list(List<T> things, Put<? super T> put) throws IOException {
            out.writeInt(things.size());
            for (T thing : things) {
                put.put(thing);
            }
        }
    }

    /** Writes what stands for one thing. */
    private interface Written {
        void write() throws IOException;
    }

    /** Reads what {@link Writing} wrote. */
    private static final class Reading {
        private final ByteBuffer in;
        private final List<String> texts = new ArrayList<>();
        private final List<Statement> statements = new ArrayList<>();
        private final List<QuestionId> ids = new ArrayList<>();

        Reading(ByteBuffer in) {
            this.in = in;
        }

        LoadedPacks packs() {
            List<Topic> topics = list(() -> new Topic(text(), text(), in.getInt(), text()));
            List<Question> questions = list(this::question);
            Map<QuestionId, LoadedPacks.Place> places = new LinkedHashMap<>();
            for (int left = in.getInt(); left > 0; left--) {
                places.put(id(), new LoadedPacks.Place(text(), lines()));
            }
            List<StatementRow> rows = list(() -> new StatementRow(id(), statement(), text(), text(), text()));
            List<PackProblem> problems = list(() -> new PackProblem(text(), in.getInt(), text()));
            return new LoadedPacks(new ItemBank(topics, questions), places, rows, problems);
        }

        private Question question() {
            return new Question(
                    id(),
                    text(),
                    text(),
                    Difficulty.valueOf(text()),
                    Duration.ofMillis(in.getLong()),
                    list(this::text),
                    list(() -> new ReferenceAnswer(text(), text())),
                    list(this::point),
                    list(() -> new Misconception(text(), text(), text(), list(this::text))),
                    new FollowUp(text(), text(), list(this::point)),
                    list(() -> new Source(text(), text())),
                    list(this::statement),
                    in.get() != 0,
                    list(this::point));
        }

        private KeyPoint point() {
            return new KeyPoint(
                    text(), in.getInt(), in.get() != 0, text(), list(this::text), text(), text(), list(this::text));
        }

        private QuestionLines lines() {
            return new QuestionLines(
                    in.getInt(),
                    list(in::getInt),
                    list(in::getInt),
                    list(in::getInt),
                    list(() -> new AllowedShortfall(in.getInt(), text(), text(), text())));
        }

        private Statement statement() {
            return once(statements, () -> new Statement(text(), text(), in.get() != 0));
        }

        private QuestionId id() {
            return once(ids, () -> new QuestionId(text(), text()));
        }

        private String text() {
            return once(texts, () -> {
                byte[] bytes = new byte[in.getInt()];
                in.get(bytes);
                return new String(bytes, StandardCharsets.UTF_8);
            });
        }

        private <T> T once(List<T> seen, Supplier<T> first) {
            int number = in.getInt();
            if (number >= 0) {
                return seen.get(number);
            }
            T thing = first.get();
            seen.add(thing);
            return thing;
        }

        private <T> List<T> list(Supplier<T> take) {
            int size = in.getInt();
            List<T> things = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                things.add(take.get());
            }
            return things;
        }
    }
}
