package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A large import into the program as it is started, with 256 MB of memory. */
@Tag("model")
class LargeImportTest {
    private static final int MANY = 10_000;

    @TempDir
    private Path folder;

    // asked without a pause, the server would be busy with saying that it is well
    private static boolean isDone(CompletableFuture<JsonNode> preview) throws InterruptedException, ExecutionException {
        try {
            preview.get(100, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    /** Seconds of processor, which a busy machine does not change much; what the program does as it starts is among them. */
    @Test
    void tenThousandQuestionsAreShownWithinTwentySecondsWhileTheServerAnswers()
            throws IOException, InterruptedException, ExecutionException {
        StringBuilder text = new StringBuilder("# Boats\\n\\n");
        for (int i = 0; i < MANY; i++) {
            text.append("## What is part ").append(i).append(" for?\\n\\nIt holds part ");
            text.append(i + 1).append(" of the boat in its place.\\n\\n");
        }
        try (ServerProcess server = ServerProcess.start(List.of(), folder.resolve("data"))) {
            Duration before = server.processorTime();
            CompletableFuture<JsonNode> preview = CompletableFuture.supplyAsync(() -> {
                try {
                    return server.send("POST", "/api/import/preview", "{\"text\":\"" + text + "\"}");
                } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (!isDone(preview)) {
                assertThat(server.get("/api/health").isObject()).isTrue();
            }

            assertThat(preview.get().get("questions").intValue()).isEqualTo(MANY);
            assertThat(server.processorTime().minus(before)).isLessThan(Duration.ofSeconds(20));
            JsonNode committed = server.send(
                    "POST", "/api/import/" + preview.get().get("id").textValue() + "/commit", "{\"removeGone\":false}");
            assertThat(committed.get("added").intValue()).isEqualTo(MANY);
            assertThat(server.get("/api/bank?words=9999").get("listed").intValue())
                    .isPositive();
        }
    }
}
