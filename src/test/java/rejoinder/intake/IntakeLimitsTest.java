package rejoinder.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rejoinder.pack.DocumentShape;
import rejoinder.pack.ImportedDocument;

/** What is too much, broken or hostile is refused with the file and the place, and takes nothing else with it. */
class IntakeLimitsTest {
    private static final String GOOD = "## What is a keel?\nA fin below the hull.\n## What is a rudder?\nIt steers.\n";

    @TempDir
    private Path folder;

    private static ImportedDocument read(Path file) {
        return new Intake().read(List.of(file)).get(0);
    }

    private ImportedDocument read(String name, String text) throws IOException {
        return read(Files.writeString(folder.resolve(name), text));
    }

    private Path zip(String name, int files, String text) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < files; i++) {
                out.putNextEntry(new ZipEntry("f" + i + ".md"));
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return file;
    }

    private static void refused(ImportedDocument document, int line, String says) {
        assertThat(document.shape()).isEqualTo(DocumentShape.UNKNOWN);
        assertThat(document.questions()).isEmpty();
        assertThat(document.warnings())
                .anyMatch(warning -> warning.line() == line && warning.message().contains(says));
    }

    private static String questions(int count) {
        StringBuilder text = new StringBuilder("# Boats\n\n");
        for (int i = 1; i <= count; i++) {
            text.append("### ")
                    .append(i)
                    .append(". What is part ")
                    .append(i)
                    .append(" for?\n\nIt holds part ")
                    .append(i + 1)
                    .append(" of [the boat](https://boats.example/")
                    .append(i)
                    .append("), which would fall off without it.\n\n- one\n- two\n\n```js\nvar x = ")
                    .append(i)
                    .append(";\n```\n\n[Back to top](#boats)\n\n");
        }
        return text.toString();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static double bytesAQuestion(int count) {
        String text = questions(count);
        long before = allocated();
        ImportedDocument document = new Intake().paste("large.md", text);
        double bytes = (double) (allocated() - before) / count;
        assertThat(document.questions()).hasSize(count);
        assertThat(document.withAnswer()).isEqualTo(count);
        return bytes;
    }

    /** Allocation counts the work and is the same on every machine; seconds would not be. */
    @Test
    void theWorkForAQuestionDoesNotGrowWithTheBank() {
        bytesAQuestion(200);
        double few = bytesAQuestion(1_000);
        double many = bytesAQuestion(10_000);
        System.getLogger("imports")
                .log(
                        System.Logger.Level.INFO,
                        String.format("%.0f kB a question of 1,000, %.0f kB of 10,000", few / 1_000, many / 1_000));
        assertThat(many).isLessThan(2 * few);
        assertThat(few).isLessThan(500_000);
    }

    @Test
    void questionsBeyondFiftyThousandAreLeftOutWithTheLineOfTheFirst() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 50_001; i++) {
            text.append("## Why ").append(i).append("?\nSo.\n");
        }
        ImportedDocument document = new Intake().paste("huge.md", text.toString());
        assertThat(document.questions()).hasSize(50_000);
        assertThat(document.warnings())
                .anyMatch(warning ->
                        warning.line() == 100_001 && warning.message().contains("at most 50,000"));
    }

    @Test
    void anArchiveOfTooManyFilesAndOneThatIsTooLargeAreRefused() throws IOException {
        List<ImportedDocument> read = new Intake().read(List.of(zip("many.zip", 10_001, "x")));
        assertThat(read)
                .anyMatch(document -> document.file().endsWith("many.zip")
                        && document.warnings().get(0).message().contains("more than 10,000 files"));
        Path large = folder.resolve("large.zip");
        try (RandomAccessFile out = new RandomAccessFile(large.toFile(), "rw")) {
            out.write(new byte[] {'P', 'K', 3, 4});
            out.setLength(201L * 1024 * 1024);
        }
        refused(read(large), 1, "larger than 200 MB");
        Path text = folder.resolve("large.md");
        try (RandomAccessFile out = new RandomAccessFile(text.toFile(), "rw")) {
            out.write("## What?\n".getBytes(StandardCharsets.UTF_8));
            out.setLength(21L * 1024 * 1024);
        }
        refused(read(text), 1, "larger than 20 MB");
    }

    @Test
    void anArchiveThatBreaksOffSaysSoByItsName() throws IOException {
        Path whole = zip("whole.zip", 3, GOOD.repeat(50));
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, 120));
        assertThat(new Intake().read(List.of(cut)))
                .anyMatch(document -> document.file().endsWith("cut.zip")
                        && document.warnings().stream()
                                .anyMatch(warning -> warning.message().matches(".*(is cut off|is broken).*")));
    }

    @Test
    void aBadFileOfAnArchiveIsNamedAndTheOthersComeIn() throws IOException {
        Path file = folder.resolve("mixed.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (String name : List.of("a.md", "b.pdf", "c.md", "d.md")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(
                        name.equals("b.pdf")
                                ? "%PDF-1.7".getBytes(StandardCharsets.UTF_8)
                                : name.equals("c.md")
                                        ? "## Wozu?\nF\u00fcr\n".getBytes(StandardCharsets.ISO_8859_1)
                                        : GOOD.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        List<ImportedDocument> documents = new Intake().read(List.of(file));
        assertThat(documents)
                .extracting(document -> document.questions().size())
                .containsExactly(2, 0, 0, 2);
        refused(documents.get(1), 1, "This is a PDF");
        refused(documents.get(2), 2, "not valid UTF-8");
        assertThat(documents.get(2).file()).endsWith("mixed.zip!c.md");
    }

    @Test
    void aBrokenDatabaseOfCardsIsSaidAndNotGuessed() throws IOException {
        Path deck = folder.resolve("cut.apkg");
        byte[] half = new byte[4096];
        System.arraycopy("SQLite format 3\0".getBytes(StandardCharsets.ISO_8859_1), 0, half, 0, 16);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(deck))) {
            out.putNextEntry(new ZipEntry("collection.anki2"));
            out.write(half);
        }
        refused(read(deck), 1, "database of this Anki package is broken");
    }

    @ParameterizedTest
    @CsvSource({"a.md", "a.txt", "a.csv", "a.json", "a.yaml", "a.html", "a.org", "a.gift"})
    void aLineOfMoreThanAMillionCharactersIsRefusedWithItsNumber(String name) throws IOException {
        refused(read(name, "\n\n" + "y".repeat(1_000_001) + "\n"), 3, "more than 1,000,000 characters");
    }

    @ParameterizedTest
    @CsvSource({"a.json", "a.jsonl", "a.yaml", "a.xml", "a.ipynb", "a.csv"})
    void whatIsNestedWithoutEndOrBrokenIsAnErrorAndNoCrash(String name) throws IOException {
        for (String text : List.of(
                "[".repeat(200_000),
                "{\"a\":".repeat(5_000),
                "<quiz>".repeat(20_000),
                "\"never closed,\nwhat?,so\n",
                "{\"cells\": [{\"cell_type\"")) {
            ImportedDocument document = read(name, text);
            assertThat(document.questions()).hasSizeLessThan(2);
            assertThat(document.warnings()).isNotEmpty();
        }
    }

    @Test
    void scriptsOfAPageDoNotComeIn() throws IOException {
        ImportedDocument page = read(
                "page.html",
                "<html><body><script>alert('x')</script><h2>What is a keel?</h2><p onclick=\"evil()\">A fin.<img src=x onerror=evil()></p>"
                        + "<h2>What is a rudder?</h2><p>It <a href=\"javascript:evil()\">steers</a>.</p></body></html>");
        assertThat(page.questions()).extracting(question -> question.answer()).containsExactly("A fin.", "It steers.");
        assertThat(page.questions().toString()).doesNotContain("evil").doesNotContain("alert");
    }
}
