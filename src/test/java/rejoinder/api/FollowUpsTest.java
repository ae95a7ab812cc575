package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import rejoinder.grade.GraderState;

/** An interview that asks one more question after each answer. */
class FollowUpsTest {
    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private RunningServer.Answer begin(String mode, String more) {
        return server.post(
                "/api/sessions",
                "{\"mode\":\"" + mode
                        + "\",\"topics\":[],\"picked\":[\"topic-0/question-0\",\"topic-0/question-1\"],\"questions\":2,"
                        + "\"pace\":{\"kind\":\"timed\",\"seconds\":600}" + more + "}");
    }

    private JsonNode interview() {
        return begin("interview", ",\"followUps\":true").json();
    }

    private JsonNode handIn(JsonNode session, int place, String text) {
        server.type(session, place, text);
        return server.post(RunningServer.path(session) + "/questions/" + place + "/settle", "")
                .json()
                .at("/questions/" + place);
    }

    private RunningServer.Answer say(JsonNode session, int place, String point, String text) {
        return server.post(
                RunningServer.path(session) + "/questions/" + place + "/drills",
                "{\"point\":\"" + point + "\",\"text\":\"" + text + "\"}");
    }

    @Test
    void afterAnAnswerItAsksOneMoreQuestionAndSaysNothingOfMarks() {
        JsonNode session = interview();

        JsonNode asked = handIn(session, 0, "gate");

        assertThat(asked.at("/asking/marked").booleanValue()).isTrue();
        assertThat(asked.at("/asking/ask").textValue()).isNotEmpty();
        assertThat(asked.get("outcome").textValue()).isEqualTo("handed-in");
        assertThat(asked.has("score") || asked.has("grade") || asked.has("references"))
                .isFalse();
        assertThat(server.get(RunningServer.path(session) + "/questions/0/practice")
                        .json()
                        .get("drills"))
                .isEmpty();
    }

    @Test
    void theSameAnswerGetsTheSameFollowUp() {
        assertThat(handIn(interview(), 0, "bell").get("asking"))
                .isEqualTo(handIn(interview(), 0, "bell").get("asking"));
    }

    @Test
    void theAnswerToAFollowUpIsMarkedApartOnceTheInterviewIsOver() {
        JsonNode session = interview();
        handIn(session, 0, "gate");

        RunningServer.Answer kept = say(session, 0, "bell", "bell");

        assertThat(kept.status()).isEqualTo(204);
        assertThat(server.get(RunningServer.path(session))
                        .json()
                        .at("/questions/0/said")
                        .textValue())
                .isEqualTo("bell");
        JsonNode over = server.finish(session);
        assertThat(over.at("/questions/0/lines/0/text").textValue()).isEqualTo("bell");
        assertThat(over.at("/questions/0/lines/0/percent").intValue()).isEqualTo(100);
        assertThat(over.at("/questions/0/score/percent").intValue()).isEqualTo(75);
        assertThat(over.at("/questions/1/lines")).isEmpty();
    }

    @Test
    void whileItGoesOnNoMarkCanBeCorrectedAndNoOtherWordsTried() {
        JsonNode session = interview();
        handIn(session, 0, "gate");
        String place = RunningServer.path(session) + "/questions/0";

        assertThat(server.post(place + "/try", "{\"text\":\"gate bell\"}").status())
                .isEqualTo(409);
        assertThat(server.post(place + "/corrections", "{\"point\":\"bell\",\"credit\":1}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void anAnswerThatIsHandedInCannotBeChangedAfterItsFollowUpWasAsked() {
        JsonNode session = interview();
        handIn(session, 0, "gate");

        assertThat(server.type(session, 0, 1, "gate bell").status()).isEqualTo(409);
        assertThat(server.finish(session).at("/questions/0/answer/text").textValue())
                .isEqualTo("gate");
    }

    @Test
    void whileThereIsNoGraderTheFollowUpWaitsAndTheAnswerIsSafe() {
        server.grading.set(new GraderState.Loading());
        JsonNode session = interview();

        JsonNode asked = handIn(session, 0, "gate");

        assertThat(asked.get("asking").isNull()).isTrue();
        assertThat(asked.at("/answer/text").textValue()).isEqualTo("gate");
    }

    @Test
    void followUpsAreOffUnlessAskedForAndPracticeRefusesThem() {
        JsonNode session = begin("interview", "").json();
        assertThat(session.get("followUps").booleanValue()).isFalse();
        assertThat(server.post(RunningServer.path(session) + "/questions/0/settle", "")
                        .status())
                .isEqualTo(409);
        assertThat(begin("practice", ",\"followUps\":true").status()).isEqualTo(400);
        interview();
        assertThat(server.get("/api/home").json().at("/setup/followUps").booleanValue())
                .isFalse();
    }
}
