package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import rejoinder.bank.Question;
import rejoinder.grade.Grade;
import rejoinder.grade.Grader;
import rejoinder.grade.GraderStamp;
import rejoinder.grade.GraderState;
import rejoinder.session.StoreException;
import rejoinder.session.TestGrader;

class ProblemTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void is(RunningServer.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("type").textValue()).isEqualTo("/problems/" + type);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").textValue()).isNotBlank();
        assertThat(problem.get("detail").textValue()).endsWith(".");
        assertThat(problem.get("instance").textValue()).startsWith("/");
        assertThat(answer.text()).doesNotContain("Exception", "\\tat ", "rejoinder.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/sessions/none",
                "/api/sessions/no%20id",
                "/api/sessions/none/kept",
                "/api/sessions/none/export.md",
                "/api/sessions/none/export.json"
            })
    void anUnknownSessionIsNotFound(String path) {
        is(server.get(path), 404, "no-such-session");
    }

    @Test
    void aPlaceThatIsNotInTheSessionIsNotFound() {
        JsonNode session = server.start(2);
        String writeLock = session.get("writeLock").textValue();
        for (String place : new String[] {"2", "99999", "-1", "x", "1e0", "99999999999999999999"}) {
            is(
                    server.put(
                            RunningServer.path(session) + "/drafts/" + place,
                            RunningServer.draftBody(0, "x", writeLock)),
                    404,
                    "no-such-question");
        }
        server.finish(session);
        is(
                server.post(RunningServer.path(session) + "/questions/2/corrections", "{\"point\":\"\",\"credit\":1}"),
                404,
                "no-such-question");
        is(
                server.post(
                        RunningServer.path(session) + "/questions/0/corrections", "{\"point\":\"moat\",\"credit\":1}"),
                404,
                "no-such-question");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/questions/topic-0/none/note",
                "/api/questions/topic-0/none/attempts",
                "/api/questions/TOPIC/x/note"
            })
    void anUnknownQuestionIsNotFound(String path) {
        is(server.get(path), 404, "no-such-question");
    }

    @Test
    void topicsThatAreTooSmallAreSaidWithWhatThereIs() {
        RunningServer.Answer answer = server.post(
                "/api/sessions",
                "{\"mode\":\"interview\",\"topics\":[{\"id\":\"topic-1\"}],\"questions\":5,\"pace\":{\"kind\":\"untimed\"}}");
        is(answer, 422, "too-few-questions");
        assertThat(answer.json().get("available").intValue()).isEqualTo(2);
        assertThat(answer.json().get("detail").textValue()).contains("Topic 1 has 2 questions");
    }

    @Test
    void aTopicOrPickedQuestionThatTheBankDoesNotHaveIsNotFound() {
        is(
                server.post(
                        "/api/sessions",
                        "{\"mode\":\"interview\",\"topics\":[{\"id\":\"cooking\"}],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}"),
                404,
                "no-such-question");
        is(
                server.post(
                        "/api/sessions",
                        "{\"mode\":\"interview\",\"topics\":[],\"picked\":[\"cooking/rice\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}"),
                404,
                "no-such-question");
    }

    @Test
    void aMoveThatTheStateDoesNotAllowIsSaid() {
        JsonNode open = server.start(1);
        is(server.post(RunningServer.path(open) + "/questions/0/settle", ""), 409, "wrong-state");
        is(server.post(RunningServer.path(open) + "/resume", ""), 409, "wrong-state");
        is(server.get(RunningServer.path(open) + "/export.md"), 409, "wrong-state");
        is(server.get(RunningServer.path(open) + "/export.json"), 409, "wrong-state");
        is(server.post(RunningServer.path(open) + "/questions/0/try", "{\"text\":\"x\"}"), 409, "wrong-state");
        is(
                server.post(RunningServer.path(open) + "/questions/0/corrections", "{\"point\":\"\",\"credit\":1}"),
                409,
                "wrong-state");
        is(server.post(RunningServer.path(open) + "/questions/0/judgement", "{\"score\":1}"), 409, "wrong-state");
        server.finish(open);
        is(server.post(RunningServer.path(open) + "/write-lock", ""), 409, "wrong-state");
        is(server.post(RunningServer.path(open) + "/pause", ""), 409, "wrong-state");
        is(server.post(RunningServer.path(open) + "/questions/0/judgement", "{\"score\":1}"), 409, "wrong-state");
    }

    @Test
    void aTextForAPlaceThatIsNotInTheSessionIsNotSaidToBeKeptAfterItsEnd() {
        JsonNode session = server.start(1);
        server.type(session, 0, "The gate opens.");
        server.finish(session);
        String writeLock = session.get("writeLock").textValue();
        String path = RunningServer.path(session);
        is(server.put(path + "/drafts/99", RunningServer.draftBody(0, "lost", writeLock)), 404, "no-such-question");
        RunningServer.Answer same =
                server.put(path + "/drafts/0", RunningServer.draftBody(1, "The gate opens.", writeLock));
        is(same, 409, "wrong-state");
        assertThat(same.json().get("detail").textValue()).doesNotContain("kept");
        RunningServer.Answer late = server.put(path + "/drafts/0", RunningServer.draftBody(1, "And shuts.", writeLock));
        assertThat(late.json().get("detail").textValue()).contains("kept as a version");
        assertThat(server.get(path + "/kept").json().get("versions")).hasSize(1);
    }

    @Test
    void aBodyThatTheSenderBreaksOffIsNoFailureOfTheServer() {
        Logger log = (Logger) LoggerFactory.getLogger(Problem.class);
        ListAppender<ILoggingEvent> failures = new ListAppender<>();
        failures.start();
        log.addAppender(failures);
        try {
            // what comes back ends when the server is done with the request
            assertThat(server.brokenOff(
                            "POST /api/sample HTTP/1.1\r\nHost: localhost\r\nContent-Length: 500\r\n\r\n{\"text\":"))
                    .doesNotContain("/problems/internal");
        } finally {
            log.detachAppender(failures);
        }
        assertThat(failures.list).isEmpty();
    }

    @Test
    void anAddressThatIsNotThereIsAProblemForEveryMethod() {
        for (String method : new String[] {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
            is(server.send(method, "/api/no-such", HttpRequest.BodyPublishers.noBody()), 404, "not-found");
            is(server.send(method, "/api", HttpRequest.BodyPublishers.noBody()), 404, "not-found");
        }
        is(server.post("/history", ""), 404, "not-found");
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsSaid() {
        is(server.post("/api/health", ""), 405, "method-not-allowed");
        is(server.send("DELETE", "/api/home", HttpRequest.BodyPublishers.noBody()), 405, "method-not-allowed");
    }

    @Test
    void whatNobodyForesawIsAnsweredWithAnIdAndNoMore() {
        JsonNode session = server.startPicked("practice", "topic-0/question-0");
        server.type(session, 0, "crash");
        String place = RunningServer.path(session) + "/questions/0";
        assertThat(server.post(place + "/settle", "").status()).isEqualTo(200);
        RunningServer.Answer answer = server.post(place + "/try", "{\"text\":\"crash\"}");
        is(answer, 500, "internal");
        assertThat(answer.json().get("id").textValue()).matches("E[0-9a-z]+-\\d+");
        assertThat(answer.text()).doesNotContain("fell over");
        assertThat(server.get(RunningServer.path(session)).text()).contains("crash");
    }

    @Test
    void anErrorOfTheMachineIsAnsweredAsAProblemTooAndTheServerLives() {
        JsonNode session = server.start(1);
        server.finish(session);
        GraderState before = server.grading.get();
        server.grading.set(new GraderState.Ready(new Grader() {
            @Override
            public Grade grade(Question question, String answer) {
                throw new StackOverflowError("deep inside");
            }

            @Override
            public GraderStamp stamp() {
                return TestGrader.STAMP;
            }
        }));
        RunningServer.Answer answer = server.post(RunningServer.path(session) + "/questions/0/try", "{\"text\":\"x\"}");
        server.grading.set(before);
        is(answer, 500, "internal");
        assertThat(answer.text()).doesNotContain("deep inside");
        assertThat(answer.header("Content-Security-Policy")).startsWith("default-src 'none'");
        assertThat(server.get("/api/health").status()).isEqualTo(200);
    }

    @Test
    void aStoreThatCannotWriteSaysSoInItsOwnWords() {
        Problem problem = Problems.of(new StoreException("The disk is full; make room and save again."), "E1");
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).isEqualTo("The disk is full; make room and save again.");
        assertThat(problem.extras()).containsEntry("id", "E1");
    }
}
