package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.account.Role;

/** A result that is shown to whoever has its link. */
class SharedResultTest {
    private final SharedServer shared;
    private SignedIn ada;
    private String id = "";

    SharedResultTest(@TempDir Path folder) {
        shared = new SharedServer(folder);
    }

    @BeforeEach
    void adaHasAnswered() {
        shared.join("Grace", Role.ADMIN);
        ada = shared.join("Ada", Role.CANDIDATE);
        id = answered("It opens the gate.");
    }

    @AfterEach
    void close() {
        shared.close();
    }

    private String answered(String text) {
        JsonNode open = ada.post(
                        "/api/sessions",
                        "{\"mode\":\"interview\",\"topics\":[],\"picked\":[\"topic-0/question-0\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}")
                .json();
        String session = open.get("id").textValue();
        ada.put(
                "/api/sessions/" + session + "/drafts/0",
                RunningServer.draftBody(0, text, open.get("writeLock").textValue()));
        ada.post("/api/sessions/" + session + "/submit", "");
        shared.server.useCases.owed().gradeAll();
        return session;
    }

    private String link() {
        RunningServer.Answer made = ada.post("/api/sessions/" + id + "/share", "");
        assertThat(made.status()).isEqualTo(201);
        return made.json().get("link").textValue();
    }

    private RunningServer.Answer read(String link) {
        return shared.server.post("/api/shared", "{\"link\":\"" + link + "\"}");
    }

    @Test
    void whoHasTheLinkReadsTheMarksWithoutSignIn() {
        JsonNode own = ada.get("/api/sessions/" + id).json();
        RunningServer.Answer answer = read(link());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        JsonNode question = answer.json().at("/questions/0");
        assertThat(question.at("/answer/text").textValue()).isEqualTo("It opens the gate.");
        assertThat(question.get("marking")).isEqualTo(own.at("/questions/0/marking"));
        assertThat(question.get("score")).isEqualTo(own.at("/questions/0/score"));
        assertThat(answer.json().get("score")).isEqualTo(own.get("score"));
    }

    @Test
    void theLinkShowsWhatWasCorrectedSince() {
        String link = link();
        ada.post("/api/sessions/" + id + "/questions/0/corrections", "{\"point\":\"bell\",\"credit\":1}");
        assertThat(read(link).json().at("/questions/0/score/percent").intValue())
                .isEqualTo(100);
        assertThat(read(link).json().at("/questions/0/marking/own").intValue()).isEqualTo(75);
    }

    @Test
    void nothingElseOfTheCandidateIsReachedWithIt() {
        ada.post(
                "/api/sessions/" + id + "/questions/0/follow-up",
                "{\"text\":\"At night it stays shut, says adamantine me.\"}");
        ada.put("/api/questions/topic-0/question-0/note", "{\"text\":\"an adamantine note\"}");
        answered("another adamantine answer");
        String link = link();
        assertThat(read(link).text()).doesNotContain("adamantine", "Ada", "\"" + id + "\"");
        for (Route route : Server.routes(shared.server.settings(new WebRoot.OnClassPath(), 0), ctx -> {})) {
            if (route.access() == Route.Access.ANYBODY) {
                continue;
            }
            String path = route.path()
                    .replace("{id}", route.path().startsWith("/api/sessions") ? id : "none")
                    .replaceAll("\\{place}|\\{item}|\\{file}", "0")
                    .replaceAll("\\{\\w+}", "none");
            for (String header : new String[] {"Cookie", "Rejoinder-Form"}) {
                assertThat(shared.server
                                .send(
                                        route.method(),
                                        path,
                                        HttpRequest.BodyPublishers.noBody(),
                                        header,
                                        header.equals("Cookie") ? "rejoinder=" + link : link,
                                        "X-Forwarded-For",
                                        "192.0.2.1")
                                .status())
                        .as(route.method() + " " + route.path())
                        .isEqualTo(401);
            }
        }
    }

    @Test
    void aLinkThatIsWithdrawnUnknownOrDeletedLeadsNowhere() {
        String withdrawn = link();
        assertThat(ada.get("/api/sessions/" + id + "/share")
                        .json()
                        .get("madeAt")
                        .isNumber())
                .isTrue();
        assertThat(ada.delete("/api/sessions/" + id + "/share")
                        .json()
                        .get("madeAt")
                        .isNull())
                .isTrue();
        RunningServer.Answer gone = read(withdrawn);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text()).contains("/problems/no-such-link", "Ask them for another one.");
        assertThat(read("made-up").text()).isEqualTo(gone.text());
        String deleted = link();
        ada.delete("/api/sessions/" + id);
        assertThat(read(deleted).status()).isEqualTo(404);
        assertThat(shared.server.post("/api/shared", "{\"link\":5}").status()).isEqualTo(400);
        assertThat(read("l".repeat(1001)).status()).isEqualTo(400);
    }

    @Test
    void aLinkEndsWithTheCandidateWhoIsRemoved() {
        String link = link();
        shared.accounts.remove(shared.accounts.people().get(0).id());
        assertThat(read(link).status()).isEqualTo(404);
    }

    @Test
    void aServerOfOnesOwnSharesNothing() {
        try (RunningServer alone = new RunningServer()) {
            RunningServer.Answer answer = alone.post("/api/shared", "{\"link\":\"made-up\"}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("--users local");
        }
    }
}
