package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Complaint 18: questions that an import loses or invents, or writes before one has seen what it found. */
class ImportCountsTest {
    private static final int HEADINGS = 57;
    private static final int MARKED = 23;
    private static final int ROWS = 31;
    private static final int UNANSWERED = 4;
    private static final int CSV_ROWS = 19;
    private static final int ANKI_LINES = 13;
    private static final int ANKI_NOTES = 17;
    private static final int ANSWERED = HEADINGS + MARKED + ROWS + CSV_ROWS + ANKI_LINES + ANKI_NOTES;

    private final Map<String, Integer> expected = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException, SQLException {
        document(
                "headings.md",
                HEADINGS,
                "# Containers\n\n"
                        + each(
                                HEADINGS,
                                "### %1$d. What does container %1$d keep?\n\nIt keeps the values of kind %1$d.\n\n```python\n# Is this a question?\nkeep(%1$d)\n```\n\n"));
        document(
                "marked.md",
                MARKED,
                each(MARKED, "**Q%1$d: How is valve %1$d opened?**\n\nA: It is turned %1$d times to the left.\n\n"));
        document(
                "table.md",
                ROWS,
                "| Question | Answer |\n|---|---|\n"
                        + each(ROWS, "| What is gear %1$d for? | It drives axle %1$d. |\n"));
        document("unanswered.md", UNANSWERED, "# Open\n\n" + each(UNANSWERED, "- What would you do in case %1$d?\n"));
        document(
                "rows.csv",
                CSV_ROWS,
                "question,answer\r\n"
                        + each(
                                CSV_ROWS,
                                "\"What, in short, is pulley %1$d for?\",\"It lifts load %1$d, slowly.\nThe rope runs over it.\"\r\n"));
        document(
                "notes.txt",
                ANKI_LINES,
                "#separator:tab\n#html:true\n"
                        + each(ANKI_LINES, "What is spring %1$d made of?\t<b>Steel</b> of kind %1$d.\n"));
        deck("deck.apkg", ANKI_NOTES);
    }

    /** What Anki exports: a database of notes in an archive. */
    private void deck(String name, int notes) throws IOException, SQLException {
        Path database = Files.createTempDirectory(folder, "deck").resolve("collection.anki2");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement sql = connection.createStatement()) {
            sql.executeUpdate("CREATE TABLE notes (id INTEGER PRIMARY KEY, flds TEXT, tags TEXT)");
            for (int note = 1; note <= notes; note++) {
                sql.executeUpdate("INSERT INTO notes VALUES (" + note + ", 'What does cam " + note
                        + " push?' || char(31) || 'It pushes rod " + note + ".', '')");
            }
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
            out.putNextEntry(new ZipEntry("collection.anki2"));
            Files.copy(database, out);
        }
        expected.put(name, notes);
    }

    private void document(String name, int questions, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        expected.put(name, questions);
    }

    private static String each(int count, String pattern) {
        return IntStream.rangeClosed(1, count).mapToObj(pattern::formatted).collect(Collectors.joining());
    }

    private JsonNode run(String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("import", "--json"));
        expected.keySet().forEach(name -> args.add(folder.resolve(name).toString()));
        args.addAll(List.of(more));
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        assertThat(line.execute(args.toArray(String[]::new))).isZero();
        return new ObjectMapper().readTree(out.toString());
    }

    private void assertCounted(JsonNode report) {
        Map<String, Integer> counted = new TreeMap<>();
        report.path("files")
                .forEach(file -> counted.put(
                        Path.of(file.path("file").asText()).getFileName().toString(),
                        file.path("questions").asInt()));
        assertThat(counted).isEqualTo(expected);
    }

    @Test
    @Tag("complaint-18")
    void everyQuestionIsCountedOnceAndNothingIsWrittenBeforeAFolderIsNamed() throws IOException {
        List<Path> before = files();
        JsonNode report = run();
        assertCounted(report);
        assertThat(report.path("written")).isEmpty();
        assertCounted(run("--into", folder.resolve("packs").toString(), "--dry-run"));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    @Tag("complaint-18")
    void whatWasCountedIsWhatCanBeAskedAfterwards() throws IOException {
        Path packs = folder.resolve("packs");
        assertCounted(run("--into", packs.toString()));
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out));
        assertThat(line.execute("check", packs.toString(), "--json")).isZero();
        JsonNode totals = new ObjectMapper().readTree(out.toString()).path("totals");
        assertThat(totals.path("questions").asInt()).isEqualTo(ANSWERED + UNANSWERED);
        assertThat(totals.path("referenceAnswers").asInt()).isEqualTo(ANSWERED);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
