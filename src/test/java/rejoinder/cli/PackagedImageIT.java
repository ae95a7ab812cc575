package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app image that {@code mvn -Ppackage package} has made, as it is and moved elsewhere. */
class PackagedImageIT {
    private static final Path IMAGE = Path.of("target/image").toAbsolutePath();

    @TempDir
    private Path folder;

    private static String launcher(Path image) {
        return image.resolve("bin/rejoinder").toString();
    }

    @Test
    void anInterviewIsHeldAndGraded() throws IOException, InterruptedException {
        try (ServerProcess server =
                ServerProcess.startPackaged(List.of(launcher(IMAGE), "serve"), folder.resolve("data"))) {
            server.until(
                    "/api/health",
                    health -> health.path("model").path("state").asText().equals("ready"));
            JsonNode session = server.send(
                    "POST",
                    "/api/sessions",
                    "{\"mode\":\"interview\",\"topics\":[],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}");
            String path = "/api/sessions/" + session.path("id").asText();
            server.send(
                    "PUT",
                    path + "/drafts/0",
                    "{\"basedOn\":0,\"text\":\"It depends.\",\"flagged\":false,\"confidence\":\"unsaid\",\"spentMillis\":1,\"writeLock\":\""
                            + session.path("writeLock").asText() + "\"}");
            server.send("POST", path + "/submit", "");
            JsonNode graded =
                    server.until(path, now -> now.path("state").asText().equals("graded"));
            assertThat(graded.path("questions")).hasSize(1);
            assertThat(graded.toString()).contains("It depends.");
        }
    }

    @Test
    void theArchiveIsUsedWhereverTheImageLies() throws IOException, InterruptedException {
        Path moved = folder.resolve("a place with spaces");
        copy(IMAGE, moved);
        Path loaded = folder.resolve("loaded");
        ProcessBuilder program = new ProcessBuilder(launcher(moved), "--version");
        // an archive that cannot be used ends the program, then
        program.environment().put("REJOINDER_JAVA_OPTIONS", "-Xshare:on -Xlog:class+load:file=" + loaded);
        Process process = program.redirectErrorStream(true).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .startsWith("rejoinder ");
        assertThat(process.waitFor()).isZero();
        assertThat(Files.readString(loaded)).containsPattern("rejoinder\\.cli\\.Main source: shared objects file");
    }

    @Test
    void theImageTakesLessThanTwoHundredMebibytes() throws IOException {
        try (Stream<Path> files = Files.walk(IMAGE)) {
            long bytes = files.filter(Files::isRegularFile)
                    .mapToLong(PackagedImageIT::size)
                    .sum();
            assertThat(bytes).isLessThan(200L << 20);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("cp", "-rp", from.toString(), to.toString())
                        .inheritIO()
                        .start()
                        .waitFor())
                .isZero();
    }
}
