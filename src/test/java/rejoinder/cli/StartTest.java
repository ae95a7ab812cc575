package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.openid.TestProvider;
import rejoinder.store.PostgresServer;

/** What a server finds out about its surroundings, in a process of its own. */
@Tag("model")
class StartTest {
    private final Path folder;
    private final TestProvider provider = new TestProvider(InstantSource.system());

    StartTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private ServerProcess start() throws IOException {
        return ServerProcess.start(List.of(), folder.resolve("data"), provider.options(folder));
    }

    private String told() throws IOException {
        return Files.readString(folder.resolve("data.log"));
    }

    @Test
    void aProviderThatIsDownStopsNoStartAndIsSaidUntilItAnswers() throws Exception {
        provider.describing = 503;
        try (ServerProcess server = start()) {
            String sentence = provider.issuer()
                    + "/.well-known/openid-configuration answered 503. So nobody can sign in; check the provider."
                    + " It is asked again every minute.";
            assertThat(told()).contains(sentence);
            JsonNode health = server.get("/api/health");
            assertThat(health.get("status").textValue()).isEqualTo("degraded");
            assertThat(health.get("warnings")).hasSize(1);
            assertThat(health.at("/warnings/0").textValue()).isEqualTo(sentence);
            assertThat(server.get("/api/health/ready").get("status").textValue())
                    .as("whoever is signed in goes on")
                    .isEqualTo("ready");
            provider.describing = 200;
            server.send("POST", "/api/sign-in/provider", "{}");
            assertThat(server.get("/api/health").get("warnings")).isEmpty();
        }
    }

    @Test
    void anIssuerThatCallsItselfOtherwiseStopsTheStartWithOneSentence() throws Exception {
        provider.metadata = said -> {
            Map<String, Object> other = new HashMap<>(said);
            other.put("issuer", "https://accounts.example");
            return other;
        };
        assertThatThrownBy(() -> start().close()).isInstanceOf(IOException.class);
        assertThat(told())
                .contains(
                        "The provider at " + provider.issuer()
                                + " calls itself https://accounts.example; give that as --oidc-issuer if it is the provider that you mean.")
                .doesNotContain("\tat ");
    }

    @Test
    void twoServersOfOneDatabaseGoByOneClockAndAskTheSameQuestions() throws Exception {
        String database = PostgresServer.get().newDatabase();
        try (ServerProcess here = ServerProcess.start(List.of(), folder.resolve("one"), "--database", database);
                ServerProcess ahead =
                        ServerProcess.startAhead(Duration.ofDays(1), folder.resolve("two"), "--database", database)) {
            String sentence =
                    "The clock of this server is 24 hours ahead of the database's, which counts now; set both by a time server.";
            assertThat(Files.readString(folder.resolve("two.log"))).contains(sentence);
            assertThat(ahead.get("/api/health").at("/warnings/0").textValue()).isEqualTo(sentence);
            assertThat(here.get("/api/health").get("warnings")).isEmpty();
            JsonNode begun = here.send(
                    "POST",
                    "/api/sessions",
                    "{\"mode\":\"interview\",\"topics\":[],\"questions\":1,\"pace\":{\"kind\":\"timed\",\"seconds\":3600}}");
            JsonNode seen = ahead.get("/api/sessions/" + begun.get("id").textValue());
            assertThat(seen.get("state").textValue())
                    .as("nobody's interview is ended")
                    .isEqualTo("in-progress")
                    .isEqualTo(begun.get("state").textValue());

            String path = "/api/bank/questions/python-basics/memory-management";
            JsonNode opened = here.get(path);
            ObjectNode question = opened.get("question").deepCopy();
            question.put("prompt", "What do all servers ask?");
            here.send("PUT", path, "{\"basedOn\":" + opened.get("mark") + ",\"question\":" + question + "}");
            ahead.until(path, answer -> answer.at("/question/prompt").asText().equals("What do all servers ask?"));
        }
    }
}
