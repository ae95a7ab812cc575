package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.account.Role;
import rejoinder.grade.GraderState;
import rejoinder.openid.TestProvider;
import rejoinder.session.TestGrader;
import rejoinder.store.Database;

/** Holds the description to the route table and to what the server really says, both ways. */
class OpenApiTest {
    private final Described described = new Described();
    private final Set<String> seen = new TreeSet<>();
    private RunningServer server;

    @BeforeEach
    void start() {
        server = new RunningServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Set<String> describedRoutes() {
        Set<String> routes = new TreeSet<>();
        described
                .document
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    private Set<String> routeTable() {
        Set<String> routes = new TreeSet<>();
        Server.routes(server.settings(new WebRoot.OnClassPath(), 0), ctx -> {})
                .forEach(route -> routes.add(route.method() + " " + route.path()));
        return routes;
    }

    @Test
    void theDescriptionAndTheRouteTableAreTheSame() {
        assertThat(describedRoutes()).isEqualTo(routeTable());
    }

    @Test
    void theDescriptionIsServed() {
        assertThat(server.get("/api/openapi.json").json()).isEqualTo(described.document);
        assertThat(described.document.get("openapi").textValue()).startsWith("3.1.");
    }

    @Test
    void everyParameterOfAPathIsDescribedAndEveryReferenceLeadsSomewhere() {
        described
                .document
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    Set<String> inPath = new TreeSet<>();
                    for (Matcher name = Pattern.compile("\\{(\\w+)}").matcher(path.getKey()); name.find(); ) {
                        inPath.add(name.group(1));
                    }
                    Set<String> listed = new TreeSet<>();
                    for (JsonNode parameter : operation.path("parameters")) {
                        JsonNode target = described.target(parameter.get("$ref").textValue());
                        if (target.get("in").textValue().equals("path")) {
                            listed.add(target.get("name").textValue());
                        }
                    }
                    assertThat(listed).as(path.getKey()).isEqualTo(inPath);
                }));
        for (JsonNode reference : described.document.findValues("$ref")) {
            described.target(reference.textValue());
        }
        List<String> operations = new ArrayList<>();
        described.document.findValues("operationId").forEach(id -> operations.add(id.textValue()));
        assertThat(new HashSet<>(operations)).hasSameSizeAs(operations);
    }

    /** Sends a request and holds its answer to the description of its route. */
    private JsonNode ask(String method, String route, Map<String, String> parameters, String body, String... headers) {
        String path = route;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        JsonNode operation = described.document.get("paths").path(route).path(method.toLowerCase(Locale.ROOT));
        RunningServer.Answer answer = server.send(method, path, HttpRequest.BodyPublishers.ofString(body), headers);
        JsonNode response = operation.path("responses").path(Integer.toString(answer.status()));
        assertThat(response.isMissingNode())
                .as(method + " " + path + " answered " + answer.status() + ", which is not described: " + answer.text())
                .isFalse();
        if (response.has("$ref")) {
            response = described.target(response.get("$ref").textValue());
        }
        if (answer.status() < 400) {
            seen.add(method + " " + route);
            if (operation.has("requestBody")) {
                JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
                assertThat(described.faults(schema, parse(body))).as(body).isEmpty();
            }
        }
        if (answer.body().length == 0) {
            assertThat(response.has("content")).isFalse();
            return Json.MAPPER.nullNode();
        }
        String type = answer.header("Content-Type").replaceFirst(";.*", "");
        JsonNode content = response.get("content").get(type);
        assertThat(content).as(method + " " + path + " answered " + type).isNotNull();
        if (!type.endsWith("json")) {
            return Json.MAPPER.nullNode();
        }
        assertThat(described.faults(content.get("schema"), answer.json()))
                .as(method + " " + path)
                .isEmpty();
        return answer.json();
    }

    private void send(String route, byte[] archive) {
        RunningServer.Answer answer = server.send(
                "POST", route, HttpRequest.BodyPublishers.ofByteArray(archive), "Content-Type", "application/zip");
        JsonNode response = described.document.at("/paths").path(route).at("/post/responses/" + answer.status());
        if (answer.status() < 400) {
            seen.add("POST " + route);
            assertThat(described.faults(response.at("/content/application~1json/schema"), answer.json()))
                    .as(route)
                    .isEmpty();
        } else {
            assertThat(response.has("$ref")).as(answer.text()).isTrue();
        }
    }

    private static JsonNode parse(String body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (java.io.IOException e) {
            throw new AssertionError("No JSON: " + body, e);
        }
    }

    @Test
    void everyAnswerOfARealRunIsAsDescribed(@TempDir Path shared) {
        run(shared);
    }

    @Test
    void everyAnswerOfARunOnTheRealStoreIsAsDescribed(@TempDir Path data, @TempDir Path shared) {
        server.close();
        try (Database database = Database.open(data)) {
            server = new RunningServer(new WebRoot.OnClassPath(), RunningServer.Stores.of(database, data));
            run(shared);
        }
    }

    private void peopleComeIn(Path folder) {
        RunningServer local = server;
        try (SharedServer shared = new SharedServer(folder)) {
            server = shared.server;
            SignedIn ada = shared.join("Ada", Role.ADMIN);
            String[] hers = {"Cookie", ada.cookie(), "Rejoinder-Form", ada.form()};
            Map<String, String> none = Map.of();
            ask("GET", "/api/account", none, "");
            ask("GET", "/api/account", none, "", hers);
            String secret = ask(
                            "POST", "/api/people/invitations", none, "{\"name\":\"Ben\",\"role\":\"candidate\"}", hers)
                    .get("invitation")
                    .textValue();
            ask("POST", "/api/people/invitations", none, "{\"name\":\"/\",\"role\":\"candidate\"}", hers);
            JsonNode people = ask("GET", "/api/people", none, "", hers);
            ask("POST", "/api/invitation", none, "{\"invitation\":\"" + secret + "\"}");
            ask("POST", "/api/invitation", none, "{\"invitation\":\"none\"}");
            String accepting = "{\"invitation\":\"" + secret + "\",\"password\":\"" + SharedServer.PASSWORD + "\"}";
            ask("POST", "/api/invitation/accept", none, accepting);
            ask("POST", "/api/invitation/accept", none, accepting);
            String invited = "/api/people/invitations/{invitation}";
            ask(
                    "DELETE",
                    invited,
                    Map.of("invitation", people.at("/invitations/0/id").textValue()),
                    "",
                    hers);
            String next =
                    shared.accounts.invite("Cleo", Role.CANDIDATE).invitation().id();
            ask("DELETE", invited, Map.of("invitation", next), "", hers);
            String person = "/api/people/{person}";
            people = ask("GET", "/api/people", none, "", hers);
            Map<String, String> ben = Map.of("person", people.at("/people/1/id").textValue());
            ask("PUT", person, ben, "{\"role\":\"reviewer\"}", hers);
            ask(
                    "PUT",
                    person,
                    Map.of("person", people.at("/people/0/id").textValue()),
                    "{\"role\":\"reviewer\"}",
                    hers);
            ask("DELETE", person, ben, "", hers);
            ask("DELETE", person, ben, "", hers);
            for (String password : List.of("wrong password", SharedServer.PASSWORD)) {
                ask("POST", "/api/sign-in", none, "{\"name\":\"Ada\",\"password\":\"" + password + "\"}");
            }
            ask("PUT", "/api/account/password", none, "{\"old\":\"wrong\",\"password\":\"another password\"}", hers);
            ask(
                    "PUT",
                    "/api/account/password",
                    none,
                    "{\"old\":\"" + SharedServer.PASSWORD + "\",\"password\":\"another password\"}",
                    hers);
            ada = SignedIn.of(server, shared.signIn("Ada", "another password"));
            hers = new String[] {"Cookie", ada.cookie(), "Rejoinder-Form", ada.form()};
            resultsAreShared(hers);
            aClassIsHeld(hers);
            ask("POST", "/api/sign-out", none, "{\"everywhere\":true}", hers);
            ask("POST", "/api/sign-out", none, "{\"everywhere\":true}", hers);
        } finally {
            server = local;
        }
    }

    private void somebodyElseVouches(Path folder) {
        RunningServer local = server;
        try (SharedServer shared = new SharedServer(folder, TestProvider::new, TestProvider.invitedOnly());
                TestProvider provider = shared.provider()) {
            server = shared.server;
            Map<String, String> none = Map.of();
            ask("GET", "/api/sign-in", none, "");
            ask("POST", "/api/sign-in", none, "{\"name\":\"Ada\",\"password\":\"x\"}");
            ask("POST", "/api/sign-in/provider", none, "");
            RunningServer.Answer begun = server.post("/api/sign-in/provider", "");
            Map<String, String> brought =
                    TestProvider.visit(begun.json().get("address").textValue());
            String back = "{\"state\":\"" + brought.get("state") + "\",\"code\":\"" + brought.get("code") + "\"}";
            String cookie = begun.header("Set-Cookie").replaceFirst(";.*", "");
            ask("POST", "/api/sign-in/back", none, back, "Cookie", cookie);
            ask("POST", "/api/sign-in/back", none, back, "Cookie", cookie);
            ask("POST", "/api/sign-in/back", none, "{}", "Cookie", cookie);
            assertThat(provider.asked()).contains("/token");
        } finally {
            server = local;
        }
    }

    private void resultsAreShared(String... hers) {
        JsonNode session = ask(
                "POST",
                "/api/sessions",
                Map.of(),
                "{\"mode\":\"interview\",\"topics\":[],\"picked\":[\"topic-0/question-0\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}",
                hers);
        Map<String, String> id = Map.of("id", session.get("id").textValue());
        String share = "/api/sessions/{id}/share";
        ask("POST", share, id, "", hers);
        ask("POST", "/api/sessions/{id}/submit", id, "", hers);
        server.useCases.owed().gradeAll();
        ask("GET", share, id, "", hers);
        String link = ask("POST", share, id, "", hers).get("link").textValue();
        ask("GET", share, id, "", hers);
        ask("POST", "/api/shared", Map.of(), "{\"link\":\"" + link + "\"}");
        ask("POST", "/api/shared", Map.of(), "{\"link\":\"none\"}");
        ask("DELETE", share, id, "", hers);
    }

    private void aClassIsHeld(String... hers) {
        Map<String, String> none = Map.of();
        String one = "/api/classes/{class}";
        String assigned = one + "/assignments/{assignment}";
        String answers = assigned + "/answers/{person}";
        ask("POST", "/api/classes", none, "{\"name\":\"\"}", hers);
        JsonNode made = ask("POST", "/api/classes", none, "{\"name\":\"Bootcamp\"}", hers);
        Map<String, String> of = new HashMap<>(Map.of("class", made.get("id").textValue(), "place", "0"));
        String names = "{\"names\":[\"Ada\",\"Dora\"]}";
        JsonNode invited = ask("POST", one + "/invitations", of, names, hers);
        String secret = invited.at("/invited/0/invitation").textValue();
        ask("POST", "/api/invitation", none, "{\"invitation\":\"" + secret + "\"}");
        ask(
                "POST",
                "/api/invitation/accept",
                none,
                "{\"invitation\":\"" + secret + "\",\"password\":\"" + SharedServer.PASSWORD + "\"}");
        ask("POST", "/api/invitation/join", none, "{\"invitation\":\"" + secret + "\"}", hers);
        ask("POST", "/api/invitation/join", none, "{\"invitation\":\"" + secret + "\"}", hers);
        ask("POST", one + "/invitations", of, names, hers);
        long now = server.clock.millis();
        String wanted =
                "{\"title\":\"Week 1\",\"mode\":\"interview\",\"topics\":[{\"id\":\"topic-0\"}],\"questions\":2,\"pace\":{\"kind\":\"untimed\"},\"from\":"
                        + now + ",\"until\":" + (now + 1_000_000) + "}";
        ask("POST", one + "/assignments", of, wanted.replace("\"questions\":2", "\"questions\":99"), hers);
        JsonNode open = ask("POST", one + "/assignments", of, wanted, hers);
        ask("GET", "/api/classes", none, "", hers);
        of.put("assignment", open.at("/assignments/0/id").textValue());
        of.put("person", open.at("/members/0/id").textValue());
        of.put("invitation", open.at("/invitations/0/id").textValue());
        ask("GET", answers, of, "", hers);
        JsonNode session = ask("POST", "/api/assignments/{assignment}/start", of, "", hers);
        ask("POST", "/api/assignments/{assignment}/start", of, "", hers);
        ask("GET", answers, of, "", hers);
        of.put("id", session.get("id").textValue());
        ask("GET", assigned, of, "", hers);
        ask("POST", "/api/sessions/{id}/submit", of, "", hers);
        server.useCases.owed().gradeAll();
        ask("GET", assigned, of, "", hers);
        ask("GET", answers, of, "", hers);
        ask("POST", answers + "/{place}/corrections", of, "{\"point\":\"gate\",\"credit\":1}", hers);
        ask("POST", answers + "/{place}/corrections", of, "{\"point\":\"gate\",\"withdraw\":true}", hers);
        ask("PUT", answers + "/{place}/comment", of, "{\"text\":\"Think of the bell.\"}", hers);
        ask("GET", "/api/sessions/{id}/comments", of, "", hers);
        ask("GET", "/api/my-classes", none, "", hers);
        ask("GET", one, of, "", hers);
        practiceIsShown(of, hers);
        ask("DELETE", one + "/invitations/{invitation}", of, "", hers);
        ask("DELETE", one + "/invitations/{invitation}", of, "", hers);
        ask("DELETE", assigned, of, "", hers);
        ask("DELETE", assigned, of, "", hers);
        ask("DELETE", "/api/my-classes/{class}", of, "", hers);
        ask("DELETE", "/api/my-classes/{class}", of, "", hers);
        secret = ask("POST", one + "/invitations", of, "{\"names\":[\"Ada\"]}", hers)
                .at("/invited/0/invitation")
                .textValue();
        ask("POST", "/api/invitation/join", none, "{\"invitation\":\"" + secret + "\"}", hers);
        ask("DELETE", one + "/members/{person}", of, "", hers);
        ask("DELETE", one, of, "", hers);
        ask("DELETE", one, of, "", hers);
    }

    private void practiceIsShown(Map<String, String> of, String... hers) {
        Map<String, String> none = Map.of();
        JsonNode round = ask(
                "POST",
                "/api/sessions",
                none,
                "{\"mode\":\"practice\",\"topics\":[],\"picked\":[\"topic-0/question-0\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}",
                hers);
        Map<String, String> that = new HashMap<>(of);
        that.put("id", round.get("id").textValue());
        ask("POST", "/api/sessions/{id}/submit", that, "", hers);
        server.useCases.owed().gradeAll();
        String mine = "/api/my-classes/{class}";
        String practice = "/api/classes/{class}/members/{person}/practice";
        ask("GET", practice, of, "", hers);
        ask("GET", practice + "/{id}", that, "", hers);
        ask("PUT", mine, of, "{\"shows\":\"everything\"}", hers);
        ask("PUT", mine, of, "{\"shows\":\"answers\"}", hers);
        JsonNode shown = ask("GET", practice, of, "", hers);
        assertThat(shown.at("/rounds/0/id")).isEqualTo(round.get("id"));
        ask("GET", practice + "/{id}", that, "", hers);
    }

    private void run(Path shared) {
        String sessions = "/api/sessions";
        String one = sessions + "/{id}";
        String place = one + "/questions/{place}";
        Map<String, String> none = Map.of();
        Map<String, String> question = Map.of("topic", "topic-0", "slug", "question-0");

        ask("GET", "/api/health", none, "");
        ask("GET", "/api/health/live", none, "");
        ask("GET", "/api/health/ready", none, "");
        ask("GET", "/api/metrics", none, "");
        ask("GET", "/api/openapi.json", none, "");
        ask("GET", "/api/home", none, "");
        ask("GET", "/api/plan", none, "");
        ask("GET", "/api/sample", none, "");
        ask("POST", "/api/sample", none, "{\"text\":\"It opens the gate.\"}");
        ask("PUT", "/api/questions/{topic}/{slug}/note", question, "{\"text\":\"again\"}");
        ask("GET", "/api/questions/{topic}/{slug}/note", question, "");
        ask("POST", sessions, none, "{\"mode\":\"exam\"}");
        ask(
                "POST",
                sessions,
                none,
                "{\"mode\":\"interview\",\"topics\":[{\"id\":\"topic-1\",\"atLeast\":2}],\"questions\":9,\"pace\":{\"kind\":\"timed\",\"seconds\":60}}");

        JsonNode interview = ask(
                "POST",
                sessions,
                none,
                "{\"mode\":\"interview\",\"topics\":[{\"id\":\"topic-0\",\"atLeast\":1}],\"questions\":2,\"pace\":{\"kind\":\"suggested\",\"factor\":2},\"seed\":9}");
        String writeLock = interview.get("writeLock").textValue();
        Map<String, String> id = Map.of("id", interview.get("id").textValue());
        Map<String, String> first = Map.of("id", interview.get("id").textValue(), "place", "0");
        ask("PUT", one + "/drafts/{place}", first, RunningServer.draftBody(0, "gate, half-bell um blah", writeLock));
        ask("POST", one + "/drafts/{place}", first, RunningServer.draftBody(0, "stale", writeLock));
        ask(
                "POST",
                one + "/drafts/{place}",
                first,
                RunningServer.draftBody(1, "half-gate, no bell um blah", writeLock));
        ask("GET", one, id, "", "Rejoinder-Write-Lock", writeLock);
        ask("GET", one + "/kept", id, "");
        ask("GET", "/api/home", none, "");
        ask("POST", one + "/pause", id, "");
        ask("GET", sessions, none, "");
        ask("POST", one + "/resume", id, "");
        ask("POST", one + "/write-lock", id, "");
        ask("GET", one + "/export.md", id, "");
        server.grading.set(new GraderState.Broken("The model is gone; put it back."));
        ask("POST", one + "/submit", id, "");
        ask("GET", "/api/health", none, "");
        ask("GET", "/api/health/live", none, "");
        ask("GET", "/api/health/ready", none, "");
        ask("POST", place + "/try", first, "{\"text\":\"gate\"}");
        ask("GET", one + "/export.json", id, "");
        server.grading.set(new GraderState.Ready(new TestGrader()));
        server.useCases.owed().gradeAll();
        ask("GET", one, id, "");
        ask("POST", place + "/try", first, "{\"text\":\"no gate\"}");
        ask("POST", place + "/stability", first, "");
        ask("POST", place + "/corrections", first, "{\"point\":\"gate\",\"credit\":1,\"quote\":\"half-gate\"}");
        ask("POST", place + "/corrections", first, "{\"point\":\"gate\",\"withdraw\":true}");
        ask("POST", place + "/corrections", first, "{\"point\":\"\",\"credit\":0.5}");
        ask(
                "POST",
                place + "/corrections",
                first,
                "{\"point\":\"bell\",\"credit\":1,\"quote\":\"it chimes\",\"accept\":true}");
        ask("POST", one + "/current-grade", id, "");
        ask("GET", "/api/confidence", none, "");
        ask("GET", "/api/reversals", none, "");
        ask("GET", "/api/export.zip", none, "");
        JsonNode wordings = ask("GET", "/api/wordings", none, "");
        ask(
                "POST",
                "/api/wordings",
                none,
                "{\"question\":\"topic-0/question-0\",\"point\":\"gate\",\"text\":\"wide open\"}");
        ask(
                "POST",
                "/api/wordings",
                none,
                "{\"question\":\"topic-0/question-0\",\"point\":\"\",\"text\":\"wide open\"}");
        Map<String, String> wording =
                Map.of("wording", wordings.at("/wordings/0/id").textValue());
        ask("DELETE", "/api/wordings/{wording}", wording, "");
        ask("DELETE", "/api/wordings/{wording}", wording, "");
        ask("GET", one + "/export.json", id, "");
        ask("GET", one + "/export.md", id, "");
        ask("GET", "/api/questions/{topic}/{slug}/attempts", question, "");
        ask("GET", sessions, none, "");

        JsonNode spoken = ask(
                "POST",
                sessions,
                none,
                "{\"mode\":\"interview\",\"topics\":[],\"picked\":[\"topic-0/question-0\"],\"questions\":1,\"pace\":{\"kind\":\"untimed\"},\"followUps\":true}");
        Map<String, String> talked = Map.of("id", spoken.get("id").textValue(), "place", "0");
        ask(
                "PUT",
                one + "/drafts/{place}",
                talked,
                RunningServer.draftBody(0, "gate", spoken.get("writeLock").textValue()));
        ask("POST", place + "/settle", talked, "");
        ask("POST", place + "/drills", talked, "{\"point\":\"bell\",\"text\":\"bell\"}");
        ask("GET", one, talked, "");
        ask("POST", one + "/submit", talked, "");
        ask("GET", one, talked, "");
        ask("DELETE", one, talked, "");

        JsonNode practice = ask(
                "POST",
                sessions,
                none,
                "{\"mode\":\"practice\",\"topics\":[],\"picked\":[\"topic-0/question-0\",\"talk/yourself\"],\"questions\":2,\"pace\":{\"kind\":\"untimed\"}}");
        Map<String, String> asked = Map.of("id", practice.get("id").textValue(), "place", "0");
        Map<String, String> told = Map.of("id", practice.get("id").textValue(), "place", "1");
        ask("GET", place + "/practice", asked, "");
        ask("POST", place + "/drills", asked, "{\"point\":\"gate\",\"text\":\"gate\"}");
        ask("PUT", place + "/practice", asked, "{\"rating\":1,\"again\":true}");
        ask("POST", place + "/hints", asked, "");
        ask("POST", place + "/hints", asked, "");
        ask("POST", place + "/hints", asked, "");
        ask("POST", place + "/settle", asked, "");
        ask("GET", place + "/practice", asked, "");
        ask("PUT", place + "/practice", asked, "{\"rating\":1,\"again\":true}");
        ask("PUT", place + "/practice", asked, "{\"rating\":null,\"again\":true}");
        ask("POST", place + "/drills", asked, "{\"point\":\"gate\",\"text\":\"half-gate\"}");
        ask("POST", place + "/follow-up", asked, "{\"text\":\"shut\"}");
        ask("POST", place + "/follow-up", asked, "{\"text\":\"" + "s".repeat(2001) + "\"}");
        ask("POST", place + "/settle", told, "");
        ask("POST", place + "/judgement", told, "{\"score\":1}");
        ask("POST", place + "/follow-up", told, "{\"text\":\"There is none.\"}");
        ask("GET", one, told, "");
        ask("POST", one + "/submit", told, "");
        ask("GET", one + "/export.json", told, "");
        ask("GET", "/api/home", none, "");
        ask("GET", place + "/practice", told, "");
        ask("GET", one + "/change", told, "");
        ask("POST", "/api/questions/{topic}/{slug}/drills", question, "{\"point\":\"bell\",\"text\":\"bell\"}");
        ask("POST", "/api/questions/{topic}/{slug}/drills", question, "{\"point\":\"door\",\"text\":\"bell\"}");
        ask("GET", "/api/topics/{topic}", Map.of("topic", "topic-0"), "");
        ask("GET", "/api/topics/{topic}", Map.of("topic", "nowhere"), "");
        ask("GET", "/api/weak-points", none, "");
        ask("GET", "/api/progress", none, "");
        ask("POST", "/api/job-description", none, "{\"text\":\"question-1 of topic-0, and Kafka\",\"questions\":2}");
        ask("POST", "/api/job-description", none, "{\"text\":\"" + "k".repeat(20_001) + "\",\"questions\":2}");
        ask("GET", "/api/plan/calendar", none, "");
        ask("PUT", "/api/plan/memory", none, "{\"mostDays\":180}");
        ask("PUT", "/api/plan/memory", none, "{\"mostDays\":0}");
        ask("GET", "/api/plan/interview", none, "");
        String interviewAhead =
                server.clock.instant().plus(Duration.ofDays(9)).toString().substring(0, 10);
        ask(
                "PUT",
                "/api/plan/interview",
                none,
                "{\"date\":\"" + interviewAhead + "\",\"topics\":[\"topic-0\"],\"answersADay\":null}");
        ask("PUT", "/api/plan/interview", none, "{\"date\":\"soon\",\"topics\":[],\"answersADay\":5}");
        ask("GET", "/api/plan", none, "");
        ask("DELETE", one, told, "");
        ask("DELETE", one, told, "");
        String written =
                "{\"prompt\":\"What is a door?\",\"context\":\"\",\"difficulty\":\"junior\",\"minutes\":2,\"tags\":[\"doors\"],\"references\":[{\"label\":\"\",\"text\":\"A door opens.\"}],"
                        + "\"points\":[{\"id\":\"\",\"statement\":\"A door opens.\",\"weight\":1,\"bonus\":false,\"shortForm\":\"\",\"ask\":\"\",\"wordings\":[],\"outputs\":[]}],"
                        + "\"proposed\":[],\"misconceptions\":[],\"followUp\":\"\",\"followUpReference\":\"\",\"followUpPoints\":[],\"sources\":[]}";
        ask("GET", "/api/bank", none, "");
        for (String form : List.of("markdown", "anki", "csv", "gift", "pdf")) {
            ask("GET", "/api/bank/export/{form}", Map.of("form", form), "");
        }
        JsonNode added = ask("POST", "/api/bank/questions", none, "{\"topic\":\"Doors\",\"question\":" + written + "}");
        Map<String, String> door = Map.of("topic", "doors", "slug", "door");
        ask("GET", "/api/bank/questions/{topic}/{slug}", door, "");
        ask(
                "PUT",
                "/api/bank/questions/{topic}/{slug}",
                door,
                "{\"basedOn\":" + added.get("mark") + ",\"question\":" + written.replace("junior", "senior") + "}");
        ask(
                "PUT",
                "/api/bank/questions/{topic}/{slug}",
                door,
                "{\"basedOn\":" + added.get("mark") + ",\"question\":" + written + "}");
        ask("POST", "/api/bank/problems", none, "{\"question\":" + written + "}");
        ask("POST", "/api/bank/try", none, "{\"question\":" + written + ",\"text\":\"It opens.\"}");
        ask("POST", "/api/bank/points", none, "{\"prompt\":\"What?\",\"answer\":\"A door opens to the garden.\"}");
        ask("DELETE", "/api/bank/questions/{topic}/{slug}", door, "");
        ask("DELETE", "/api/bank/questions/{topic}/{slug}", door, "");
        JsonNode preview = ask(
                "POST",
                "/api/import/preview",
                none,
                "{\"name\":\"locks.md\",\"text\":\"## What is a lock?\\n\\nA lock lets one in.\\n\\n## What is a gate?\\n\\nA gate opens.\\n\"}");
        Map<String, String> imported = Map.of(
                "id",
                preview.get("id").textValue(),
                "file",
                "0",
                "item",
                preview.at("/items/1/key").toString());
        String ahead = "/api/import/{id}";
        ask("GET", ahead, imported, "");
        ask("PUT", ahead, imported, "{\"topic\":\"Doors\"}");
        ask("PUT", ahead, imported, "{\"topic\":null}");
        ask("PUT", ahead + "/files/{file}", imported, "{\"reading\":\"headings of level 2\"}");
        imported = Map.of(
                "id",
                preview.get("id").textValue(),
                "item",
                server.get("/api/import/" + preview.get("id").textValue())
                        .json()
                        .at("/items/1/key")
                        .toString());
        ask("GET", ahead + "/items/{item}", imported, "");
        ask("PUT", ahead + "/items/{item}", imported, "{\"answer\":\"A gate opens.\\n\\nWhy?\\n\\nFor you.\"}");
        ask("POST", ahead + "/items/{item}/split", imported, "{\"line\":2}");
        ask("POST", ahead + "/items/{item}/split", imported, "{\"line\":99}");
        ask("POST", ahead + "/items/{item}/merge", imported, "");
        ask("POST", ahead + "/commit", imported, "{\"removeGone\":false}");
        ask("GET", ahead, imported, "");
        ask("DELETE", ahead, imported, "");
        ask("GET", "/api/imports", none, "");
        ask("POST", "/api/imports/{id}/undo", imported, "");
        ask("POST", "/api/imports/{id}/undo", imported, "");
        byte[] archive = server.get("/api/export.zip").body();
        send("/api/restore/check", archive);
        send("/api/restore/check", "no archive".getBytes(StandardCharsets.UTF_8));
        send("/api/restore", archive);
        ask("GET", "/api/data", none, "");
        ask("POST", "/api/data/delete", none, "{\"word\":\"all\"}");
        ask("POST", "/api/data/delete", none, "{\"word\":\"everything\"}");

        peopleComeIn(shared);
        somebodyElseVouches(shared.resolve("vouched"));

        assertThat(seen).as("every route was seen to succeed").isEqualTo(routeTable());
    }

    @Test
    void whatIsNotDescribedWouldBeNoticed() {
        JsonNode health = described.target("#/components/schemas/Health");
        ObjectNode answer = (ObjectNode) server.get("/api/health").json();
        assertThat(described.faults(health, answer)).isEmpty();
        answer.put("extra", 1);
        answer.remove("version");
        answer.put("now", "noon");
        answer.put("status", "fine");
        assertThat(described.faults(health, answer)).hasSize(4);
    }

    @Test
    void everySchemaIsUsed() {
        Set<String> used = new TreeSet<>();
        described.document.findValues("$ref").forEach(reference -> used.add(reference.textValue()));
        for (Iterator<String> names = described.target("#/components/schemas").fieldNames(); names.hasNext(); ) {
            assertThat(used).contains("#/components/schemas/" + names.next());
        }
    }
}
