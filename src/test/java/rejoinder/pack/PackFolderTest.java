package rejoinder.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.bank.Topic;

class PackFolderTest {
    private final Path folder;

    PackFolderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static String pack(String topic, int order, String... ids) {
        StringBuilder text = new StringBuilder("---\ntopic: " + topic + "\ntitle: T\norder: " + order + "\n---\n");
        for (String id : ids) {
            text.append("\n## What is ")
                    .append(id)
                    .append("?\n\n```yaml\nid: ")
                    .append(id)
                    .append("\ndifficulty: middle\nminutes: 3\n```\n\n### Reference answer\n\nSo it is.\n");
        }
        return text.toString();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void packsBecomeOneBankInOutlineOrder() throws IOException {
        write("a.md", pack("sails", 2, "jib", "main"));
        write("b.md", pack("knots", 1, "bowline"));
        write("README.md", "No pack.");
        write("notes.txt", "No pack.");
        LoadedPacks loaded = PackFolder.read(folder);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.bank().topics().stream().map(Topic::id)).containsExactly("knots", "sails");
        assertThat(loaded.bank().questions("sails")).hasSize(2);
    }

    @Test
    void packsInsideAJarAreRead() throws IOException {
        Path jar = folder.resolve("packs.jar");
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of("create", "true"))) {
            Files.writeString(files.getPath("knots.md"), pack("knots", 1, "bowline"));
            assertThat(PackFolder.read(files.getPath("/")).bank().questions()).hasSize(1);
        }
    }

    @Test
    void aTopicThatTwoFilesClaimIsThatOfTheFirst() throws IOException {
        write("a.md", pack("knots", 1, "bowline"));
        write("b.md", pack("knots", 2, "hitch"));
        LoadedPacks loaded = PackFolder.read(folder);
        assertThat(loaded.bank().questions())
                .singleElement()
                .matches(question -> question.id().slug().equals("bowline"));
        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).endsWith("b.md");
            assertThat(problem.message()).contains("already that of").contains("a.md");
        });
    }

    @Test
    void aFolderInPlaceOfAFileIsAProblem() throws IOException {
        Files.createDirectory(folder.resolve("knots.md"));
        problem("knots.md", 1, "This is a folder");
    }

    @Test
    void aHugeFileIsRefusedWithoutReadingItAll() throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve("huge.md"))) {
            byte[] megabyte = "0123456789abcdef".repeat(65_536).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 50; i++) {
                out.write(megabyte);
            }
        }
        problem("huge.md", 1, "larger than 2 MiB");
    }

    @Test
    void aFileOfExactlyTwoMebibytesIsRead() throws IOException {
        String start = pack("knots", 1, "bowline");
        String padding = "x".repeat(2 * 1024 * 1024 - start.length() - 3);
        write("knots.md", start.replaceFirst("\n", "\n# " + padding + "\n"));
        assertThat(PackFolder.read(folder).bank().questions()).hasSize(1);
    }

    @Test
    void theLineOfTheFirstByteThatIsNoTextIsTold() throws IOException {
        byte[] bytes = pack("knots", 1, "bowline").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 4] = (byte) 0xE9;
        Files.write(folder.resolve("knots.md"), bytes);
        problem("knots.md", 17, "not valid UTF-8");
    }

    @Test
    void aCharacterCutOffAtTheEndOfTheFileIsNoText() throws IOException {
        byte[] bytes = (pack("knots", 1, "bowline") + "é").getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("knots.md"), java.util.Arrays.copyOf(bytes, bytes.length - 1));
        problem("knots.md", 18, "not valid UTF-8");
    }

    @Test
    void aNulCharacterIsAProblem() throws IOException {
        write("knots.md", pack("knots", 1, "bowline").replace("So it is.", "So\0it is."));
        problem("knots.md", 17, "NUL");
    }

    @Test
    void anEmptyFileIsAProblem() throws IOException {
        write("knots.md", "");
        problem("knots.md", 1, "The file is empty");
    }

    @Test
    void aFolderWithoutPacksIsAProblem() throws IOException {
        write("README.md", "No pack.");
        problem("", 1, "There is no pack");
    }

    @Test
    void aFolderThatIsNotThereIsAProblem() {
        assertThat(PackFolder.read(folder.resolve("nowhere")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("no such folder"));
    }

    @Test
    void aFileInPlaceOfAFolderIsAProblem() throws IOException {
        write("knots.md", pack("knots", 1, "bowline"));
        assertThat(PackFolder.read(folder.resolve("knots.md")).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("This is a file"));
    }

    @Test
    void theShippedBankIsOnTheClassPath() {
        assumeTrue(Files.exists(Path.of("content/python")), "no pack has been written yet");
        assertThat(PackFolder.shipped().bank().topics()).isNotEmpty();
    }

    private void problem(String name, int line, String says) {
        LoadedPacks loaded = PackFolder.read(folder);
        assertThat(loaded.bank().questions()).isEmpty();
        assertThat(loaded.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo(folder.resolve(name).toString().replaceAll("/$", ""));
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.message()).contains(says);
        });
    }
}
