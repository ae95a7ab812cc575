package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("model")
class JsonLogTest {
    /** Tests have a set-up of the log of their own. */
    private static final List<String> AS_SHIPPED =
            List.of("env", "JAVA_TOOL_OPTIONS=-Dlogback.configurationFile=logback.xml");

    @Test
    void withJsonLogsEachRequestIsALineWithItsId(@TempDir Path folder) throws Exception {
        Path json = Files.createDirectory(folder.resolve("json"));
        try (ServerProcess server = ServerProcess.start(AS_SHIPPED, json, "--log", "json")) {
            server.get("/api/health");
            server.get("/api/sessions");
        }
        List<JsonNode> requests = lines(folder.resolve("json.log"));
        assertThat(requests)
                .extracting(line -> line.get("formattedMessage").textValue().replaceAll("\\d+ ms$", "N ms"))
                .containsExactly("GET /api/health 200 N ms", "GET /api/sessions 200 N ms");
        assertThat(requests)
                .extracting(line -> line.at("/mdc/request").textValue())
                .allSatisfy(id -> assertThat(id).matches("[a-z0-9]+-\\d+"))
                .doesNotHaveDuplicates();
    }

    private static List<JsonNode> lines(Path log) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> lines = new ArrayList<>();
        // the Java machine says first what it was started with
        for (String line : Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("{"))
                .toList()) {
            JsonNode entry = mapper.readTree(line);
            if (entry.get("loggerName").textValue().equals("rejoinder.api.RequestLog")) {
                lines.add(entry);
            }
        }
        return lines;
    }
}
