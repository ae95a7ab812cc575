package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.account.Role;
import rejoinder.bank.QuestionId;

/** Walks all routes of a server with accounts, as its own table has them: without sign-in, as somebody else, and from a page that does not know the sign-in. */
class EveryRouteTest {
    /** Words that only Ada has written; nobody else may ever see them. */
    private static final String HERS = "adamantine";

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** What each route takes for its body, where an empty object would be refused before anything is looked up. */
    private static final Map<String, String> BODIES = bodies();

    private final SharedServer shared;
    private SignedIn ada;
    private SignedIn ben;
    private JsonNode session;
    private String wording = "";
    private String classroom = "";
    private String assignment = "";

    EveryRouteTest(@TempDir Path folder) {
        shared = new SharedServer(folder);
    }

    @BeforeEach
    void adaHasPractised() {
        ada = shared.join("Ada", Role.ADMIN);
        ben = shared.join("Ben", Role.CANDIDATE);
        session = started(ada);
        String id = session.get("id").textValue();
        assertThat(ada.put(
                                "/api/sessions/" + id + "/drafts/0",
                                RunningServer.draftBody(
                                        0,
                                        HERS + " words",
                                        session.get("writeLock").textValue()))
                        .status())
                .isEqualTo(200);
        ada.post("/api/sessions/" + id + "/submit", "");
        shared.server.useCases.owed().gradeAll();
        assertThat(ada.put("/api/questions/" + question() + "/note", "{\"text\":\"" + HERS + "\"}")
                        .status())
                .isEqualTo(200);
        JsonNode accepted = ada.post(
                        "/api/wordings",
                        "{\"question\":\"" + question() + "\",\"point\":\"gate\",\"text\":\"" + HERS + "\"}")
                .json();
        wording = accepted.at("/wordings/0/id").asText();
        assertThat(wording).isNotEmpty();
        adaHasAClassAndIsInIt();
    }

    private void adaHasAClassAndIsInIt() {
        classroom = ada.post("/api/classes", "{\"name\":\"" + HERS + "\"}")
                .json()
                .get("id")
                .textValue();
        String invitation = ada.post("/api/classes/" + classroom + "/invitations", "{\"names\":[\"Ada\"]}")
                .json()
                .at("/invited/0/invitation")
                .textValue();
        ada.post("/api/invitation/join", "{\"invitation\":\"" + invitation + "\"}");
        long now = shared.clock.millis();
        assignment = ada.post(
                        "/api/classes/" + classroom + "/assignments",
                        "{\"title\":\"" + HERS
                                + "\",\"mode\":\"interview\",\"topics\":[],\"picked\":[\"topic-0/question-1\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"},\"from\":"
                                + now + ",\"until\":" + (now + 1_000_000) + "}")
                .json()
                .at("/assignments/0/id")
                .textValue();
        RunningServer.Answer begun = ada.post("/api/assignments/" + assignment + "/start", "");
        assertThat(begun.status()).as(begun.text()).isEqualTo(201);
        String held = begun.json().get("id").textValue();
        ada.put(
                "/api/sessions/" + held + "/drafts/0",
                RunningServer.draftBody(
                        0, HERS + " gate", begun.json().get("writeLock").textValue()));
        ada.post("/api/sessions/" + held + "/submit", "");
        shared.server.useCases.owed().gradeAll();
    }

    @AfterEach
    void close() {
        shared.close();
    }

    private String question() {
        return session.at("/questions/0/id").textValue();
    }

    private static JsonNode started(SignedIn who) {
        RunningServer.Answer answer = who.post(
                "/api/sessions",
                "{\"mode\":\"practice\",\"topics\":[],\"picked\":[\"topic-0/question-0\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json();
    }

    private List<Route> routes() {
        return Server.routes(shared.server.settings(new WebRoot.OnClassPath(), 0), ctx -> {});
    }

    /** The address of a route with what is Ada's. */
    private String path(Route route) {
        QuestionId question = QuestionId.parse(question()).orElseThrow();
        Map<String, String> hers = Map.ofEntries(
                Map.entry("id", session.get("id").textValue()),
                Map.entry("place", "0"),
                Map.entry("topic", route.path().equals("/api/topics/{topic}") ? "topic-0" : question.topic()),
                Map.entry("slug", question.slug()),
                Map.entry("wording", wording),
                Map.entry("form", "csv"),
                Map.entry("file", "0"),
                Map.entry("item", "0"),
                Map.entry("person", shared.accounts.people().get(0).id().value()),
                Map.entry("class", classroom),
                Map.entry("assignment", assignment),
                Map.entry("invitation", "none"));
        Matcher parameter = PARAMETER.matcher(route.path());
        return parameter.replaceAll(found -> {
            assertThat(hers)
                    .as("%s has a parameter that this test does not know", route.path())
                    .containsKey(found.group(1));
            return Matcher.quoteReplacement(hers.getOrDefault(found.group(1), ""));
        });
    }

    // a body that nobody reads may end the connection, and a client may not know it yet when it asks for the next thing
    private static String body(Route route) {
        boolean unread = route.isReading() || !route.access().isGiven(Role.CANDIDATE);
        return unread ? "" : BODIES.getOrDefault(route.method() + " " + route.path(), "{}");
    }

    private static Map<String, String> bodies() {
        String draft = RunningServer.draftBody(0, "mine", "lock");
        String text = "{\"text\":\"mine\"}";
        String lined = "{\"point\":\"p\",\"text\":\"mine\"}";
        return Map.ofEntries(
                Map.entry("PUT /api/sessions/{id}/drafts/{place}", draft),
                Map.entry("POST /api/sessions/{id}/drafts/{place}", draft),
                Map.entry("POST /api/sessions/{id}/questions/{place}/judgement", "{\"score\":1}"),
                Map.entry("POST /api/sessions/{id}/questions/{place}/corrections", "{\"point\":\"\",\"credit\":1}"),
                Map.entry("POST /api/sessions/{id}/questions/{place}/try", text),
                Map.entry("PUT /api/my-classes/{class}", "{\"shows\":\"answers\"}"),
                Map.entry("PUT /api/sessions/{id}/questions/{place}/practice", "{\"rating\":null,\"again\":false}"),
                Map.entry("POST /api/sessions/{id}/questions/{place}/drills", lined),
                Map.entry("POST /api/sessions/{id}/questions/{place}/follow-up", text));
    }

    @Test
    void withoutSignInEveryRouteAnswers401() {
        Map<String, Integer> open = new TreeMap<>();
        int closed = 0;
        for (Route route : routes()) {
            for (String cookie : List.of("", "rejoinder=made-up", "rejoinder=")) {
                RunningServer.Answer answer = shared.server.send(
                        route.method(),
                        path(route),
                        HttpRequest.BodyPublishers.noBody(),
                        "Cookie",
                        cookie,
                        // as a proxy sends it: else who watches over the server needs no sign-in
                        "X-Forwarded-For",
                        "192.0.2.1");
                String name = route.method() + " " + route.path();
                if (route.access() == Route.Access.ANYBODY) {
                    open.put(name, answer.status());
                    assertThat(answer.text()).as(name).doesNotContain(HERS, "Ada");
                } else {
                    assertThat(answer.status()).as(name).isEqualTo(401);
                    assertThat(answer.text())
                            .as(name)
                            .contains("/problems/sign-in")
                            .doesNotContain(HERS);
                    closed++;
                }
            }
        }
        assertThat(closed).isGreaterThan(3 * 70);
        assertThat(open.keySet())
                .isEqualTo(Set.of(
                        "GET /api/health",
                        "GET /api/health/live",
                        "GET /api/health/ready",
                        "GET /api/openapi.json",
                        "POST /api/invitation",
                        "POST /api/invitation/accept",
                        "POST /api/shared",
                        "GET /api/sign-in",
                        "POST /api/sign-in",
                        "POST /api/sign-in/provider",
                        "POST /api/sign-in/back"));
    }

    @Test
    void whatIsAnotherCandidatesIsNotThere() {
        List<String> seen = new ArrayList<>();
        String kept = everythingOfAda();
        int notThere = 0;
        for (Route route : routes()) {
            String name = route.method() + " " + route.path();
            // signing out and deleting all that is one's own would end the walk
            if (Set.of("POST /api/sign-out", "POST /api/sign-in", "PUT /api/account/password")
                    .contains(name)) {
                continue;
            }
            RunningServer.Answer answer = ben.send(route.method(), path(route), body(route));
            assertThat(answer.text()).as(name).doesNotContain(HERS);
            if (answer.status() == 200) {
                assertThat(answer.text())
                        .as(name)
                        .doesNotContain("\"" + session.get("id").textValue() + "\"");
            }
            if (route.access() == Route.Access.REVIEWERS || route.access() == Route.Access.ADMINS) {
                assertThat(answer.status()).as(name).isEqualTo(403);
            } else if (route.path().startsWith("/api/sessions/{id}")
                    || route.path().contains("{wording}")
                    || route.path().contains("{class}")
                    || route.path().contains("{assignment}")) {
                assertThat(answer.status()).as(name + " " + answer.text()).isEqualTo(404);
                notThere++;
            } else {
                seen.add(name + " " + answer.status());
            }
        }
        assertThat(notThere).isGreaterThan(20);
        assertThat(seen).contains("GET /api/sessions 200", "GET /api/data 200", "GET /api/export.zip 200");
        assertThat(everythingOfAda()).as("Ben has changed nothing of hers").isEqualTo(kept);
    }

    @Test
    void whatIsAnotherReviewersIsNotThere() {
        SignedIn rita = shared.join("Rita", Role.REVIEWER);
        String own =
                rita.post("/api/classes", "{\"name\":\"Own\"}").json().get("id").textValue();
        String kept = everythingOfAda();
        Map<String, String> bodies = Map.of(
                "POST /api/classes/{class}/invitations",
                "{\"names\":[\"Dora\"]}",
                "POST /api/classes/{class}/assignments",
                "{\"title\":\"t\",\"mode\":\"interview\",\"topics\":[],\"questions\":1,\"pace\":{\"kind\":\"untimed\"},\"from\":0,\"until\":"
                        + (shared.clock.millis() + 1_000_000) + "}");
        int notThere = 0;
        for (Route route : routes()) {
            if (!route.path().startsWith("/api/classes/{class}")) {
                continue;
            }
            String name = route.method() + " " + route.path();
            String body = route.path().endsWith("/corrections")
                    ? "{\"point\":\"\",\"credit\":1}"
                    : route.path().endsWith("/comment") ? "{\"text\":\"mine\"}" : bodies.getOrDefault(name, "");
            String hers = path(route);
            RunningServer.Answer answer = rita.send(route.method(), hers, body);
            assertThat(answer.status()).as(name + " " + answer.text()).isEqualTo(404);
            assertThat(answer.text()).as(name).doesNotContain(HERS);
            notThere++;
            if (route.path().contains("{assignment}") || route.path().contains("{invitation}")) {
                RunningServer.Answer crossed = rita.send(route.method(), hers.replace(classroom, own), body);
                assertThat(crossed.status())
                        .as(name + " through a class of her own " + crossed.text())
                        .isEqualTo(404);
                assertThat(crossed.text()).as(name).doesNotContain(HERS);
            }
        }
        assertThat(notThere).isEqualTo(13);
        assertThat(rita.get("/api/classes").text()).doesNotContain(HERS);
        assertThat(everythingOfAda()).as("Rita has changed nothing of hers").isEqualTo(kept);
    }

    private String everythingOfAda() {
        return String.join(
                "\n",
                ada.get("/api/classes/" + classroom).text(),
                ada.get("/api/my-classes").text(),
                ada.get("/api/sessions/" + session.get("id").textValue()).text(),
                ada.get("/api/sessions").text(),
                ada.get("/api/wordings").text(),
                ada.get("/api/data").text(),
                ada.get("/api/questions/" + question() + "/note").text());
    }

    @Test
    void noChangeIsTakenFromAPageThatDoesNotKnowTheSignIn() {
        String bens = ben.form();
        int refused = 0;
        for (Route route : routes()) {
            if (route.isReading() || route.access() == Route.Access.ANYBODY) {
                continue;
            }
            String name = route.method() + " " + route.path();
            for (String form : List.of("", bens, ada.cookie())) {
                RunningServer.Answer answer = ada.withoutForm(form).send(route.method(), path(route), "");
                assertThat(answer.status()).as(name).isEqualTo(403);
                assertThat(answer.text()).as(name).contains("/problems/forged");
            }
            assertThat(shared.server
                            .send(
                                    route.method(),
                                    path(route),
                                    HttpRequest.BodyPublishers.noBody(),
                                    "Cookie",
                                    ada.cookie())
                            .status())
                    .as(name)
                    .isEqualTo(403);
            refused++;
        }
        assertThat(refused).isGreaterThan(35);
        assertThat(shared.accounts.people()).hasSize(2);
    }

    @Test
    void aDraftThatIsSentWhileThePageClosesCarriesTheTokenInItsAddress() {
        JsonNode open = started(ada);
        String address = "/api/sessions/" + open.get("id").textValue() + "/drafts/0";
        String body =
                RunningServer.draftBody(0, "last words", open.get("writeLock").textValue());
        assertThat(shared.server
                        .post(address + "?form=" + ben.form(), body, "Cookie", ada.cookie())
                        .status())
                .isEqualTo(403);
        assertThat(shared.server
                        .post(address + "?form=" + ada.form(), body, "Cookie", ada.cookie())
                        .status())
                .isEqualTo(200);
    }
}
