package rejoinder.pack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;
import rejoinder.text.ShippedFile;

/** Questions of the bank that ships which became part of another one: tables of graded answers may still name them. */
public final class MergedQuestions {
    private static final String TABLE = "merged-questions.tsv";
    private static final Map<QuestionId, QuestionId> NOW = read();

    private MergedQuestions() {}

    /** The question of an id, or else the one that it was merged into; empty if the bank has neither. */
    public static Optional<Question> find(ItemBank bank, QuestionId id) {
        return bank.question(id).or(() -> Optional.ofNullable(NOW.get(id)).flatMap(bank::question));
    }

    private static Map<QuestionId, QuestionId> read() {
        try (BufferedReader in = ShippedFile.open(MergedQuestions.class, TABLE)) {
            return in.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .collect(Collectors.toUnmodifiableMap(row -> id(row[0]), row -> id(row[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of merged questions cannot be read.", e);
        }
    }

    private static QuestionId id(String text) {
        return QuestionId.parse(text)
                .orElseThrow(() -> new IllegalStateException(TABLE + " names '" + text + "', which is not an id."));
    }
}
