package rejoinder.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads graded answers from a TSV file: UTF-8, one row per line, fields between tabs. Lines at the top that begin with {@code #} are remarks; the next line names the columns. Nothing is quoted: a quotation mark is a
 * character like any other, and so is a backslash unless a remark says that {@code \n stands for a line break}. Needed are {@code question}, {@code reference} (alternatives between {@code " ||| "}), {@code answer} and {@code score} (0 to 1);
 * {@code question_id} and {@code class} (or {@code label}) are used if they are there; by other columns rows can be chosen.
 */
public final class AnswerFile {
    private static final List<String> NEEDED = List.of("question", "reference", "answer", "score");
    private static final String LINE_BREAKS = "\\n stands for a line break";
    private static final String ALTERNATIVE = "\\s*\\|\\|\\|\\s*";

    private AnswerFile() {}

    /**
     * Reads the rows of a file that are meant.
     *
     * @throws AnswerFileException if it is not such a table; the message names the file and the line
     * @throws IOException if it cannot be read
     */
    static List<GradedAnswer> read(Path file, Selection selection) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader, selection);
        } catch (AnswerFileException e) {
            throw new AnswerFileException(file + ": " + e.getMessage());
        } catch (CharacterCodingException e) {
            throw new AnswerFileException(file + " is not UTF-8; convert it first.");
        }
    }

    /**
     * Reads the rows of a table that are meant.
     *
     * @throws AnswerFileException if it is not such a table; the message names the line
     * @throws IOException if it cannot be read
     */
    static List<GradedAnswer> read(Reader table, Selection selection) throws IOException {
        BufferedReader lines = new BufferedReader(table);
        int number = 1;
        boolean breaks = false;
        String header = lines.readLine();
        while (header != null && header.startsWith("#")) {
            number++;
            breaks |= header.contains(LINE_BREAKS);
            header = lines.readLine();
        }
        Map<String, Integer> columns = columns(header == null ? "" : header, number);
        List<GradedAnswer> answers = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String[] fields = (breaks ? line.replace("\\n", "\n") : line).split("\t", -1);
            int at = number;
            if (!line.isBlank() && selection.takes(name -> column(fields, columns, name, at))) {
                answers.add(row(fields, columns, number));
            }
        }
        return answers;
    }

    private static Map<String, Integer> columns(String header, int number) {
        String[] names = header.replace("\uFEFF", "").split("\t", -1);
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            columns.putIfAbsent(names[i].strip(), i);
        }
        if (!columns.keySet().containsAll(Set.copyOf(NEEDED))) {
            List<String> missing =
                    NEEDED.stream().filter(name -> !columns.containsKey(name)).toList();
            throw new AnswerFileException("Line " + number + " must name the columns " + String.join(", ", NEEDED)
                    + " with tabs between them; it lacks " + String.join(", ", missing) + ".");
        }
        return columns;
    }

    private static GradedAnswer row(String[] fields, Map<String, Integer> columns, int number) {
        String question = field(fields, columns, "question", number);
        List<String> references = Stream.of(
                        field(fields, columns, "reference", number).split(ALTERNATIVE))
                .filter(reference -> !reference.isBlank())
                .toList();
        if (references.isEmpty()) {
            throw new AnswerFileException("Line " + number + " has no reference answer.");
        }
        String text = field(fields, columns, "score", number).strip();
        double score = GradedAnswer.score(text)
                .orElseThrow(() -> new AnswerFileException(
                        "Line " + number + " has the score '" + text + "'; a score is a number from 0 to 1."));
        String id = columns.containsKey("question_id") ? field(fields, columns, "question_id", number) : question;
        return new GradedAnswer(
                id,
                question,
                references,
                field(fields, columns, "answer", number),
                score,
                kind(fields, columns, number));
    }

    private static String column(String[] fields, Map<String, Integer> columns, String name, int number) {
        String known = name.equals("class") && !columns.containsKey(name) ? "label" : name;
        if (!columns.containsKey(known)) {
            throw new AnswerFileException("There is no column " + name + " to choose by; there are "
                    + String.join(", ", new TreeSet<>(columns.keySet())) + ".");
        }
        return field(fields, columns, known, number);
    }

    private static String kind(String[] fields, Map<String, Integer> columns, int number) {
        for (String name : List.of("class", "label")) {
            if (columns.containsKey(name)) {
                return field(fields, columns, name, number).strip().toLowerCase(Locale.ROOT);
            }
        }
        return "";
    }

    private static String field(String[] fields, Map<String, Integer> columns, String name, int number) {
        int index = columns.getOrDefault(name, fields.length);
        if (index >= fields.length) {
            throw new AnswerFileException(
                    "Line " + number + " has " + fields.length + " fields; the column " + name + " is missing there.");
        }
        return fields[index];
    }
}
