package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Today's round over HTTP. */
class PlanTest {
    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode plan() {
        RunningServer.Answer answer = server.get("/api/plan");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> texts(JsonNode list, String field) {
        List<String> texts = new ArrayList<>();
        list.forEach(entry -> texts.add(entry.get(field).asText()));
        return texts;
    }

    /** Answers questions of the first topic, one text each. */
    private void answer(String... texts) {
        String[] ids = new String[texts.length];
        for (int i = 0; i < texts.length; i++) {
            ids[i] = "topic-0/question-" + i;
        }
        JsonNode session = server.startPicked("interview", ids);
        for (int i = 0; i < texts.length; i++) {
            server.type(session, i, texts[i]);
        }
        server.finish(session);
    }

    @Test
    void beforeTheFirstAnswerEverythingIsNewAndEveryTopicIsUntouched() {
        JsonNode plan = plan();

        assertThat(plan.get("topics")).isEmpty();
        assertThat(texts(plan.get("untouched"), "id")).containsExactly("topic-0", "topic-1", "talk");
        assertThat(texts(plan.get("untouched"), "word")).containsOnly("not answered yet");
        assertThat(plan.get("untouched").get(0).get("mid").isNull()).isTrue();
        assertThat(plan.get("items")).isNotEmpty();
        assertThat(texts(plan.get("items"), "reason"))
                .allSatisfy(reason -> assertThat(reason).startsWith("New to you: of the "));
        assertThat(plan.get("due").intValue()).isZero();
        assertThat(plan.get("unseen").intValue()).isEqualTo(8);
    }

    @Test
    void progressCountsAnswersByDayAndNamesThePointsNeverMadeAndTheTimeTaken() {
        answer("gate", "gate", "gate bell");
        server.clock.forward(Duration.ofDays(1));
        answer("gate", "nothing");

        JsonNode progress = server.get("/api/progress").json();

        assertThat(progress.get("days").findValuesAsText("answers")).containsExactly("3", "2");
        assertThat(texts(progress.get("neverMade"), "point")).containsExactly("bell", "bell");
        assertThat(progress.at("/neverMade/0/answers").intValue()).isEqualTo(2);
        assertThat(progress.get("times")).hasSize(3);
        assertThat(progress.at("/times/0/averageMillis").longValue()).isEqualTo(61_000);
    }

    @Test
    void threeAnswersInATopicGiveItANumberWithItsBounds() {
        answer("gate", "gate", "nothing");
        server.clock.forward(Duration.ofHours(1));

        JsonNode plan = plan();

        assertThat(texts(plan.get("topics"), "id")).containsExactly("topic-0");
        JsonNode topic = plan.get("topics").get(0);
        assertThat(topic.get("answers").intValue()).isEqualTo(3);
        assertThat(topic.get("low").intValue()).isBetween(1, topic.get("mid").intValue() - 1);
        assertThat(topic.get("high").intValue()).isBetween(topic.get("mid").intValue() + 1, 99);
        assertThat(topic.get("mid").intValue()).isBetween(40, 59);
        assertThat(topic.get("word").textValue()).isEqualTo("partly");
        assertThat(texts(plan.get("untouched"), "id")).containsExactly("topic-1", "talk");
        assertThat(texts(plan.get("items"), "reason"))
                .first()
                .isEqualTo("Today you scored 0 of 100, so it comes back first; you missed “It opens the gate” once.");
        assertThat(plan.get("failed").intValue()).isEqualTo(1);
        assertThat(plan.get("minutes").intValue()).isPositive();
        JsonNode item = plan.get("items").get(0);
        assertThat(item.get("topic").get("title").textValue()).isEqualTo("Topic 0");
        assertThat(item.get("prompt").textValue()).startsWith("What does question-");
    }

    @Test
    void twoAnswersGiveNoNumberAndSaySo() {
        answer("gate", "nothing");

        JsonNode topic = plan().get("topics").get(0);

        assertThat(topic.get("word").textValue()).isEqualTo("not enough answers yet (2 of 3)");
        assertThat(topic.get("low").isNull()).isTrue();
    }

    @Test
    void theRoundStaysTheSameAllDayAndCanBePractised() {
        answer("gate", "gate", "nothing");
        JsonNode plan = plan();
        server.clock.forward(Duration.ofHours(10));

        assertThat(plan().get("items")).isEqualTo(plan.get("items"));

        List<String> ids = texts(plan.get("items"), "id");
        JsonNode session = server.startPicked("practice", ids.toArray(String[]::new));
        assertThat(texts(session.get("questions"), "id")).containsExactlyElementsOf(ids);
    }
}
