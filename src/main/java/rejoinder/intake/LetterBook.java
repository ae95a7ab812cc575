package rejoinder.intake;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.bank.Question;

/**
 * The letters of the bank's questions. Those that come along with key points were tried before they were shipped; all others are tried here once for each revision,
 * and what came of it is kept in a file.
 */
public final class LetterBook {
    private static final Logger LOG = LoggerFactory.getLogger(LetterBook.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Path file;
    private final Predicate<String> own;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    /** A letter of one revision of a question. */
    record Entry(String revision, String letter, String reason) {}

    /**
     * Reads the file; one that is not there or cannot be read is empty, because its letters can be found again.
     *
     * @param own whether a topic is one of the person's own
     */
    LetterBook(Path file, Predicate<String> own) {
        this.file = file;
        this.own = own;
        if (Files.isRegularFile(file)) {
            try {
                entries.putAll(MAPPER.readValue(Files.readAllBytes(file), new TypeReference<Map<String, Entry>>() {}));
            } catch (IOException e) {
                LOG.warn("The letters in {} cannot be read and are found anew.", file, e);
            }
        }
    }

    /** Whether answers to a question can be marked, as far as that is known. */
    public Letter of(Question question) {
        if (question.selfGraded()) {
            return new Letter(Letter.Kind.C, "There is no reference answer; you mark your answer yourself.");
        }
        if (!own.test(question.id().topic()) && !question.keyPoints().isEmpty()) {
            return new Letter(Letter.Kind.A, "It comes along with key points that were tried.");
        }
        Entry entry = entries.get(question.id().toString());
        if (entry != null && entry.revision().equals(question.revision())) {
            return new Letter(Letter.Kind.valueOf(entry.letter()), entry.reason());
        }
        return question.keyPoints().isEmpty()
                ? Letters.withoutGrader(Letters.imported(question))
                : new Letter(Letter.Kind.OPEN, "Not tried yet.");
    }

    /** Whether an interview may draw it if only questions are wanted that can be marked. */
    public boolean canBeMarked(Question question) {
        return of(question).letter() != Letter.Kind.C;
    }

    boolean isOpen(Question question) {
        return of(question).letter() == Letter.Kind.OPEN;
    }

    void put(Question question, Letter letter) {
        if (letter.letter() != Letter.Kind.OPEN) {
            entries.put(
                    question.id().toString(),
                    new Entry(question.revision(), letter.letter().name(), letter.reason()));
        }
    }

    /** Writes the file. */
    synchronized void save() {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Path beside = file.resolveSibling(file.getFileName() + ".tmp");
            Files.write(beside, MAPPER.writeValueAsBytes(entries));
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The letters cannot be kept in {}; they are found anew after the next start.", file, e);
        }
    }
}
