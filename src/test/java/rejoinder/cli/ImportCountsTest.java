package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private final Map<String, Integer> expected = new TreeMap<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
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
        assertThat(totals.path("questions").asInt()).isEqualTo(HEADINGS + MARKED + ROWS + UNANSWERED);
        assertThat(totals.path("referenceAnswers").asInt()).isEqualTo(HEADINGS + MARKED + ROWS);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
