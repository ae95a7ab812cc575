package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which questions of its topics an interview draws. */
class DrawingTest {
    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RunningServer.Answer begin(int questions, String only) {
        return server.post(
                "/api/sessions",
                "{\"mode\":\"interview\",\"topics\":[],\"questions\":" + questions + ",\"pace\":{\"kind\":\"untimed\"}"
                        + only + "}");
    }

    @Test
    void onlyTheDifficultiesThatAreWantedAreDrawn() {
        JsonNode juniors = begin(1, ",\"difficulties\":[\"junior\"]").json();
        assertThat(juniors.at("/questions/0/id").textValue()).isEqualTo("talk/yourself");
        JsonNode others = begin(7, ",\"difficulties\":[\"middle\",\"senior\"]").json();
        assertThat(others.get("questions").findValuesAsText("difficulty")).containsOnly("middle");
        assertThat(begin(1, ",\"difficulties\":[\"hard\"]").status()).isEqualTo(400);
    }

    @Test
    void onlyQuestionsWithTheTagAreDrawn() {
        JsonNode tagged = begin(7, ",\"tag\":\"other tag\"").json();
        assertThat(tagged.get("questions").findValuesAsText("letter")).doesNotContain("C");
        assertThat(begin(1, ",\"tag\":\"no such tag\"").status()).isEqualTo(422);
    }

    @Test
    void whoWantsMoreThanThereIsHearsWhatWasCounted() {
        RunningServer.Answer refused =
                begin(2, ",\"difficulties\":[\"senior\",\"junior\"],\"tag\":\"\",\"onlyMarked\":false");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("detail").textValue())
                .contains("1 question")
                .endsWith(" This counts only those for junior or senior level.");
        assertThat(begin(9, "").json().get("detail").textValue()).doesNotContain("Counted");
    }

    @Test
    void theNextInterviewIsOfferedWithTheSameWishes() {
        assertThat(server.get("/api/home").json().get("difficulties")).isEmpty();
        begin(1, ",\"difficulties\":[\"senior\",\"middle\"],\"tag\":\"tag\"");
        JsonNode home = server.get("/api/home").json();
        assertThat(home.at("/difficulties/0").textValue()).isEqualTo("middle");
        assertThat(home.at("/difficulties/1").textValue()).isEqualTo("senior");
        assertThat(home.get("tag").textValue()).isEqualTo("tag");
        begin(1, "");
        assertThat(server.get("/api/home").json().get("tag").textValue()).isEmpty();
    }
}
