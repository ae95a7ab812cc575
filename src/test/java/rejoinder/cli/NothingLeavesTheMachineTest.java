package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program under a tracer of system calls and looks at every address that it talks to. */
@Tag("model")
class NothingLeavesTheMachineTest {
    private static final Pattern ADDRESS =
            Pattern.compile("inet_addr\\(\"([^\"]+)\"\\)|inet_pton\\(AF_INET6, \"([^\"]+)\"");
    private static final Pattern LOOPBACK = Pattern.compile("127\\..*|::1|::ffff:127\\..*|0\\.0\\.0\\.0|::");

    @TempDir
    private Path folder;

    @Test
    void aWholeInterviewTalksToNobodyButThisMachine() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), () -> {
            System.err.println("Skipped: strace is not installed, so the addresses cannot be looked at.");
            return "strace is not installed";
        });
        Path trace = folder.resolve("trace");
        List<String> strace = List.of(
                "/usr/bin/strace",
                "-f",
                "--seccomp-bpf",
                "-qq",
                "-e",
                "trace=connect,sendto,sendmsg",
                "-o",
                trace.toString());
        try (ServerProcess server = ServerProcess.start(strace, folder.resolve("data"))) {
            server.until(
                    "/api/health",
                    health -> health.path("model").path("state").asText().equals("ready"));
            JsonNode session = server.send(
                    "POST",
                    "/api/sessions",
                    "{\"mode\":\"interview\",\"topics\":[],\"questions\":2,\"pace\":{\"kind\":\"untimed\"}}");
            String path = "/api/sessions/" + session.path("id").asText();
            server.send(
                    "PUT",
                    path + "/drafts/0",
                    "{\"basedOn\":0,\"text\":\"It depends.\",\"flagged\":false,\"confidence\":\"unsaid\",\"spentMillis\":1,\"writeLock\":\""
                            + session.path("writeLock").asText() + "\"}");
            server.send("POST", path + "/submit", "");
            server.until(path, now -> now.path("state").asText().equals("graded"));
        }
        TreeSet<String> addresses = new TreeSet<>();
        Matcher found = ADDRESS.matcher(Files.readString(trace));
        while (found.find()) {
            addresses.add(found.group(1) != null ? found.group(1) : found.group(2));
        }
        assertThat(addresses).allMatch(address -> LOOPBACK.matcher(address).matches());
        assertThat(trace).isNotEmptyFile();
    }
}
