package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {
    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static void refused(RunningServer.Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/malformed");
        if (field.isEmpty()) {
            assertThat(answer.json().has("field")).as(answer.text()).isFalse();
        } else {
            assertThat(answer.json().get("field").textValue()).isEqualTo(field);
            assertThat(answer.json().get("detail").textValue()).contains("'" + field + "'");
        }
        assertThat(answer.json().get("detail").textValue()).endsWith(".").doesNotContain("Exception", "fasterxml");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'mode':'exam','topics':[],'questions':1,'pace':{'kind':'untimed'}}|mode",
                "{'mode':1,'topics':[],'questions':1,'pace':{'kind':'untimed'}}|mode",
                "{'mode':null,'topics':[],'questions':1,'pace':{'kind':'untimed'}}|mode",
                "{'topics':[],'questions':1,'pace':{'kind':'untimed'}}|mode",
                "{'mode':'interview','topics':{},'questions':1,'pace':{'kind':'untimed'}}|topics",
                "{'mode':'interview','topics':['x'],'questions':1,'pace':{'kind':'untimed'}}|topics[0]",
                "{'mode':'interview','topics':[{'id':'topic-0'},{'id':7}],'questions':1,'pace':{'kind':'untimed'}}|topics[1].id",
                "{'mode':'interview','topics':[{'id':'topic-0','atLeast':-1}],'questions':1,'pace':{'kind':'untimed'}}|topics[0].atLeast",
                "{'mode':'interview','topics':[{'id':'topic-0','most':1}],'questions':1,'pace':{'kind':'untimed'}}|topics[0].most",
                "{'mode':'interview','topics':[],'questions':0,'pace':{'kind':'untimed'}}|questions",
                "{'mode':'interview','topics':[],'questions':101,'pace':{'kind':'untimed'}}|questions",
                "{'mode':'interview','topics':[],'questions':2.5,'pace':{'kind':'untimed'}}|questions",
                "{'mode':'interview','topics':[],'questions':'5','pace':{'kind':'untimed'}}|questions",
                "{'mode':'interview','topics':[],'questions':99999999999999999999,'pace':{'kind':'untimed'}}|questions",
                "{'mode':'interview','topics':[],'questions':1,'pace':'fast'}|pace",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'fast'}}|pace.kind",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'timed','seconds':0}}|pace.seconds",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'timed'}}|pace.seconds",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'suggested','factor':11}}|pace.factor",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'suggested','factor':-1}}|pace.factor",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'untimed'},'seed':1.5}|seed",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'untimed'},'picked':['no id']}|picked",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'untimed'},'picked':[1]}|picked",
                "{'mode':'interview','topics':[],'questions':1,'pace':{'kind':'untimed'},'extra':1}|extra"
            })
    void aFieldThatIsNotAsItHasToBeIsNamed(String body, String field) {
        refused(server.post("/api/sessions", body.replace('\'', '"')), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[]",
                "null",
                "7",
                "\"text\"",
                "{'mode':'interview'} {}",
                "{'mode':'interview','mode':'practice'}",
                "{mode:'interview'}",
                "{'questions':NaN}",
                "{'mode':'interview','topics':[],'questions':2,'picked':['topic-0/question-0'],'pace':{'kind':'untimed'}}",
                "{'mode':'interview','topics':[{'id':'topic-0'},{'id':'topic-0'}],'questions':2,'pace':{'kind':'untimed'}}",
                "{'mode':'interview','topics':[{'id':'topic-0','atLeast':3}],'questions':2,'pace':{'kind':'untimed'}}"
            })
    void whatIsNoSetUpIsRefused(String body) {
        refused(server.post("/api/sessions", body.replace('\'', '"')), "");
    }

    @Test
    void aDeepNestIsRefused() {
        refused(server.post("/api/sessions", "[".repeat(200_000)), "");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        JsonNode session = server.start(1);
        byte[] body = RunningServer.draftBody(
                        0, "gate \u00e9", session.get("writeLock").textValue())
                .getBytes(StandardCharsets.ISO_8859_1);
        refused(server.put(RunningServer.draft(session, 0), body), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\u0000b", "\\ud83d", "x\\udd14", "\\ud83dx", "\\udd14\\ud83d"})
    void aCharacterThatCannotBeKeptIsRefusedWithItsPlace(String text) {
        JsonNode session = server.start(1);
        String body = RunningServer.draftBody(
                        0, "TEXT", session.get("writeLock").textValue())
                .replace("TEXT", text);
        RunningServer.Answer answer = server.put(RunningServer.draft(session, 0), body);
        refused(answer, "text");
        assertThat(answer.json().get("detail").textValue()).contains("position");
        assertThat(server.get(RunningServer.path(session))
                        .json()
                        .get("questions")
                        .get(0)
                        .get("draft")
                        .get("revision")
                        .longValue())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "basedOn, -1",
        "basedOn, x",
        "flagged, 1",
        "confidence, maybe",
        "spentMillis, -5",
        "spentMillis, 9999999999999",
        "writeLock, 7"
    })
    void aDraftFieldThatIsNotAsItHasToBeIsNamed(String field, String value) throws Exception {
        JsonNode session = server.start(1);
        JsonNode body = Json.MAPPER.readTree(RunningServer.draftBody(0, "x", "p"));
        JsonNode wrong =
                value.matches("-?\\d+") ? Json.MAPPER.readTree(value) : Json.MAPPER.readTree("\"" + value + "\"");
        ((com.fasterxml.jackson.databind.node.ObjectNode) body).set(field, wrong);
        refused(server.put(RunningServer.draft(session, 0), body.toString()), field);
        ((com.fasterxml.jackson.databind.node.ObjectNode) body).remove(field);
        refused(server.put(RunningServer.draft(session, 0), body.toString()), field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "judgement|{'score':1.1}|score",
                "judgement|{'score':'0.5'}|score",
                "judgement|{}|score",
                "corrections|{'point':'gate','credit':2}|credit",
                "corrections|{'point':'gate'}|credit",
                "corrections|{'credit':1}|point",
                "corrections|{'point':'gate','withdraw':true,'credit':1}|withdraw",
                "corrections|{'point':'gate','withdraw':'yes'}|withdraw",
                "try|{'answer':'x'}|answer",
                "try|{'text':['x']}|text"
            })
    void aReviewFieldThatIsNotAsItHasToBeIsNamed(String route, String body, String field) {
        JsonNode session = server.start(1);
        server.finish(session);
        refused(server.post(RunningServer.path(session) + "/questions/0/" + route, body.replace('\'', '"')), field);
    }

    @Test
    void aNoteOverItsLimitIsRefused() {
        refused(
                server.put("/api/questions/topic-0/question-0/note", "{\"text\":\"" + "n".repeat(100_001) + "\"}"),
                "text");
    }

    @Test
    void aBodyOverTheLimitIsRefusedAndTheConnectionLives() {
        JsonNode session = server.start(1);
        server.type(session, 0, "kept");
        String writeLock = session.get("writeLock").textValue();
        RunningServer.Answer answer =
                server.put(RunningServer.draft(session, 0), RunningServer.draftBody(1, "x".repeat(3 << 20), writeLock));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/body-too-large");
        assertThat(server.get(RunningServer.path(session)).text()).contains("kept");
    }

    @Test
    void aBodyOverTheLimitWithoutALengthIsRefused() {
        StringBuilder request = new StringBuilder(
                "POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n");
        String chunk = "x".repeat(0x10000);
        for (int i = 0; i < 20; i++) {
            request.append("10000\r\n").append(chunk).append("\r\n");
        }
        request.append("0\r\n\r\n");
        assertThat(server.raw(request.toString())).startsWith("HTTP/1.1 413").contains("/problems/body-too-large");
    }

    @Test
    void anAnswerOverItsLimitIsRefusedInItsOwnWords() {
        JsonNode session = server.start(1);
        RunningServer.Answer answer = server.type(session, 0, "x".repeat(20_001));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/answer-too-long");
        assertThat(server.type(session, 0, "x".repeat(20_000)).status()).isEqualTo(200);
        server.finish(session);
        assertThat(server.post(
                                RunningServer.path(session) + "/questions/0/try",
                                "{\"text\":\"" + "x".repeat(20_001) + "\"}")
                        .status())
                .isEqualTo(413);
    }
}
