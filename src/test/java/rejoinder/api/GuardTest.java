package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
    private static final String BODY =
            "{\"mode\":\"interview\",\"topics\":[],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}";

    private static RunningServer server;

    @BeforeAll
    static void start() {
        server = new RunningServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "evil.example:80",
                "127.0.0.1.evil.example",
                "localhost.evil.example",
                "192.168.1.7:7070",
                "0.0.0.0",
                "[::2]:7070",
                "127.0.0.1@evil.example"
            })
    void aRequestUnderAForeignNameIsRefused(String host) {
        for (String target : List.of("/api/health", "/", "/style.css")) {
            String answer = server.raw("GET", target, host);
            assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotContain("\"version\"", "<!doctype");
        }
        assertThat(server.raw("GET", "/api/health", "evil.example"))
                .startsWith("HTTP/1.1 421")
                .contains("/problems/forbidden-host", "Content-Security-Policy: default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.1:7070", "localhost", "LocalHost:9", "[::1]:7070", "[::1]"})
    void aNameOfThisMachineIsAnswered(String host) {
        assertThat(server.raw("GET", "/api/health", host)).startsWith("HTTP/1.1 200");
    }

    @Test
    void aRequestWithoutANameIsRefused() {
        assertThat(server.raw("GET", "/api/health", "")).startsWith("HTTP/1.1 400");
        assertThat(server.raw("GET /api/health HTTP/1.0\r\n\r\n"))
                .contains(" 421 ")
                .doesNotContain("\"version\"");
    }

    @Test
    void anAllowedNameIsAnsweredAndEveryOtherIsStillRefused() {
        try (RunningServer open = new RunningServer(Set.of("interviews.example"), Set.of())) {
            assertThat(open.raw("GET", "/api/health", "Interviews.example:443")).startsWith("HTTP/1.1 200");
            assertThat(open.raw("GET", "/api/health", "127.0.0.1")).startsWith("HTTP/1.1 200");
            assertThat(open.raw("GET", "/api/health", "evil.example")).startsWith("HTTP/1.1 421");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "something-new"})
    void aWriteThatAnotherSiteAskedForIsRefused(String site) {
        RunningServer.Answer answer = server.post("/api/sessions", BODY, "Sec-Fetch-Site", site);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/forbidden-origin");
        assertThat(server.get("/api/health", "Sec-Fetch-Site", site).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/export.zip", "/api/home", "/api/sessions", "/api/data"})
    void nothingOfTheCandidatesIsHandedToAnotherSiteNorKeptByACache(String path) {
        assertThat(server.get(path, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        for (String site : List.of("same-origin", "none")) {
            RunningServer.Answer answer = server.get(path, "Sec-Fetch-Site", site);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(answer.header("ETag")).isEmpty();
        }
        assertThat(server.get("/", "Sec-Fetch-Site", "cross-site").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "https://127.0.0.1.evil.example", "http://127.0.0.1:1"})
    void aWriteFromAForeignOriginIsRefused(String origin) {
        assertThat(server.post("/api/sessions", BODY, "Origin", origin).status())
                .isEqualTo(403);
    }

    @Test
    void aWriteOfOnesOwnPageIsTaken() {
        String own = "http://127.0.0.1:" + server.server.port();
        assertThat(server.post("/api/sessions", BODY, "Origin", own).status()).isEqualTo(201);
        assertThat(server.post("/api/sessions", BODY, "Origin", own, "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(201);
        assertThat(server.post("/api/sessions", BODY, "Sec-Fetch-Site", "none").status())
                .isEqualTo(201);
    }

    @Test
    void aWriteFromTheCommandLineIsTaken() {
        assertThat(server.post("/api/sessions", BODY).status()).isEqualTo(201);
    }

    @Test
    void aRefusedWriteChangesNothing() {
        int before = server.get("/api/sessions").json().get("sessions").size();
        server.post("/api/sessions", BODY, "Sec-Fetch-Site", "cross-site");
        assertThat(server.get("/api/sessions").json().get("sessions")).hasSize(before);
    }

    @Test
    void everyAnswerCarriesThePolicyAndItsCompanions() {
        String id = server.post("/api/sessions", BODY).json().get("id").textValue();
        List<RunningServer.Answer> answers = List.of(
                server.get("/"),
                server.get("/history"),
                server.get("/style.css"),
                server.get("/lib/npm/lit/index.js"),
                server.get("/no-such.js"),
                server.get("/api/health"),
                server.get("/api/no-such"),
                server.get("/api/sessions/" + id),
                server.post("/api/sessions", "{"),
                server.post("/api/health", ""),
                server.post("/api/sessions", BODY, "Sec-Fetch-Site", "cross-site"),
                server.get("/", "If-None-Match", server.get("/").header("ETag")));
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.header("Content-Security-Policy"))
                    .startsWith("default-src 'none'; script-src 'self' 'sha256-")
                    .contains("style-src 'self';", "connect-src 'self';", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
            assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
            assertThat(answer.header("Server")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET /api/sessions/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil\r\nConnection: close\r\n\r\n",
                "POST /api/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\nConnection: close\r\n\r\n",
                "BREW /api/sessions HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
            })
    void whatIsNoRequestIsAnsweredWithoutAStackTraceOrAVersion(String request) {
        assertThat(server.raw(request))
                .matches("(?s)HTTP/1.1 (4\\d\\d|505) .*")
                .doesNotContain("Exception", "\tat ", "rejoinder.", "org.eclipse", "Jetty", "jetty", "javalin")
                .contains("Content-Security-Policy: default-src 'none'", "application/problem+json", "\"detail\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/plain;charset=UTF-8",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/jsonp",
                "application/json; charset=utf-16",
                "application/json;charset=\"latin1\"",
                "application/json; charset=no-such",
                ""
            })
    void aBodyThatIsSaidToBeSomethingElseThanJsonIsRefused(String type) {
        RunningServer.Answer answer = server.post("/api/wordings", "{}", "Content-Type", type);
        assertThat(answer.status()).as(answer.text()).isEqualTo(415);
        assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/not-json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "Application/JSON; charset=utf-8",
                "application/json; charset= \"UTF-8\"; v=1",
                "application/merge-patch+json"
            })
    void aBodyThatIsSaidToBeJsonIsRead(String type) {
        assertThat(server.post("/api/wordings", "{}", "Content-Type", type).status())
                .isEqualTo(400);
    }

    @Test
    void headersThatNeverEndAreRefused() {
        assertThat(server.raw("GET", "/", "localhost", "X: " + "a".repeat(20_000)))
                .startsWith("HTTP/1.1 431")
                .contains("application/problem+json");
    }
}
