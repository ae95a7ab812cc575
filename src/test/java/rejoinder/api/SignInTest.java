package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.account.Accounts;
import rejoinder.account.ProviderIdentity;
import rejoinder.account.Role;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;
import rejoinder.session.Blueprint;
import rejoinder.session.Mode;
import rejoinder.session.Pace;

class SignInTest {
    private final SharedServer shared;

    SignInTest(@TempDir Path folder) {
        shared = new SharedServer(folder, Set.of("127.0.0.1"));
    }

    @AfterEach
    void close() {
        shared.close();
    }

    private static int status(SignedIn who) {
        return who.get("/api/home").status();
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndSecureBehindTls() {
        shared.join("Ada", Role.ADMIN);
        String plain = shared.signIn("ada", SharedServer.PASSWORD).header("Set-Cookie");
        assertThat(plain)
                .containsPattern("rejoinder=[^;,]+; Path=/; [^=]+=[^=]+; Max-Age=2592000; HttpOnly; SameSite=Lax")
                .doesNotContain("Secure");
        assertThat(plain.indexOf("HttpOnly")).as("the page reads its own").isEqualTo(plain.lastIndexOf("HttpOnly"));
        String behindTls = shared.signIn("ada", SharedServer.PASSWORD, "X-Forwarded-Proto", "https")
                .header("Set-Cookie");
        assertThat(behindTls.split("Secure", -1)).as(behindTls).hasSize(3);
    }

    @Test
    void aFloodOfWrongPasswordsIsToldWhenToComeAgain() {
        shared.join("Ada", Role.ADMIN);
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            // the proxy's word on where it comes from is the last; what a sender says before it counts for nothing
            RunningServer.Answer answer =
                    shared.signIn("Ada", "wrong password", "X-Forwarded-For", "203.0.113." + i + ", 192.0.2.9");
            statuses.add(answer.status());
            if (answer.status() == 429) {
                assertThat(answer.text()).contains("/problems/too-many-tries");
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 901);
            }
        }
        assertThat(statuses).containsExactly(403, 403, 403, 403, 403, 403, 403, 403, 403, 403, 429, 429);
        assertThat(shared.signIn("Ada", SharedServer.PASSWORD).status()).isEqualTo(429);
        shared.clock.forward(Duration.ofMinutes(15));
        assertThat(shared.signIn("Ada", SharedServer.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void aFloodOfSignInsKeepsNobodysSaveWaiting() {
        SignedIn ada = shared.join("Ada", Role.ADMIN);
        JsonNode session = ada.post(
                        "/api/sessions",
                        "{\"mode\":\"interview\",\"topics\":[{\"id\":\"topic-0\"}],\"questions\":1,\"pace\":{\"kind\":\"untimed\"}}")
                .json();
        CountDownLatch open = new CountDownLatch(1);
        shared.beforeToken = () -> await(open);
        AtomicInteger turnedAway = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(1);
        // one that waits for its answers as long as it takes; the first ten of a name are compared, the others only
        // counted
        HttpClient patient = HttpClient.newHttpClient();
        HttpRequest guess = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + shared.server.server.port() + "/api/sign-in"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"name\":\"guess\",\"password\":\"wrong password\"}"))
                .build();
        List<CompletableFuture<Integer>> flood = new ArrayList<>();
        for (int i = 0; i < 110; i++) {
            flood.add(patient.sendAsync(guess, HttpResponse.BodyHandlers.discarding())
                    .thenApply(answer -> {
                        if (turnedAway.incrementAndGet() == 9) {
                            full.countDown();
                        }
                        return answer.statusCode();
                    }));
        }
        // one is looked at, a hundred wait behind it, and the rest were told to come again
        await(full);
        RunningServer.Answer saved = ada.put(
                RunningServer.draft(session, 0),
                RunningServer.draftBody(0, "mine", session.get("writeLock").textValue()));
        assertThat(saved.status()).as("while all of them still wait").isEqualTo(200);
        assertThat(flood.stream().filter(one -> !one.isDone())).hasSize(101);
        open.countDown();
        assertThat(flood).allSatisfy(answer -> assertThat(answer.join()).isIn(403, 429));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(300, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    @Test
    void aCookieThatWasStolenIsWorthNothingAfterSignOut() {
        SignedIn ada = shared.join("Ada", Role.ADMIN);
        SignedIn elsewhere = SignedIn.of(shared.server, shared.signIn("Ada", SharedServer.PASSWORD));
        RunningServer.Answer out = ada.post("/api/sign-out", "{\"everywhere\":false}");
        assertThat(out.status()).isEqualTo(200);
        assertThat(out.header("Set-Cookie")).contains("rejoinder=; Path=/; Expires=Thu, 01 Jan 1970");
        assertThat(status(ada)).isEqualTo(401);
        assertThat(status(elsewhere)).isEqualTo(200);
        SignedIn third = SignedIn.of(shared.server, shared.signIn("Ada", SharedServer.PASSWORD));
        third.post("/api/sign-out", "{\"everywhere\":true}");
        assertThat(status(elsewhere)).isEqualTo(401);
        assertThat(elsewhere.post("/api/sign-out", "{\"everywhere\":true}").status())
                .isEqualTo(401);
    }

    @Test
    void aSignInThatIsUsedLastsAndItsCookieIsGivenAnew() {
        SignedIn ada = shared.join("Ada", Role.ADMIN);
        assertThat(ada.get("/api/home").header("Set-Cookie")).isEmpty();
        shared.clock.forward(Duration.ofDays(1));
        assertThat(ada.get("/api/home").header("Set-Cookie"))
                .contains(ada.cookie(), "rejoinder-page=admin." + ada.form());
        shared.clock.backward(Duration.ofDays(2));
        assertThat(status(ada)).isEqualTo(200);
        shared.clock.forward(Duration.ofDays(32));
        assertThat(status(ada)).isEqualTo(401);
    }

    @Test
    void anInvitationIsShownAndAcceptedOnceAndNotAfterAWeek() {
        String secret = shared.accounts.invite("Ada", Role.ADMIN).secret();
        String body = "{\"invitation\":\"" + secret + "\"}";
        assertThat(shared.server
                        .post("/api/invitation", body)
                        .json()
                        .get("name")
                        .textValue())
                .isEqualTo("Ada");
        assertThat(shared.accept(secret, "short").text()).contains("\"field\":\"password\"");
        assertThat(shared.accept(secret, SharedServer.PASSWORD).status()).isEqualTo(200);
        RunningServer.Answer twice = shared.accept(secret, "another password of mine");
        assertThat(twice.status()).isEqualTo(404);
        assertThat(twice.text()).contains("/problems/no-such-invitation");
        assertThat(twice.header("Set-Cookie")).isEmpty();
        assertThat(shared.server.post("/api/invitation", body).status()).isEqualTo(404);
        String late = shared.accounts.invite("Ben", Role.CANDIDATE).secret();
        shared.clock.forward(Accounts.INVITATION);
        assertThat(shared.accept(late, SharedServer.PASSWORD).status()).isEqualTo(404);
    }

    @Test
    void anAdministratorInvitesChangesRolesAndRemovesAndNobodyElseDoes() {
        SignedIn ada = shared.join("Ada", Role.ADMIN);
        RunningServer.Answer invited = ada.post("/api/people/invitations", "{\"name\":\"Ben\",\"role\":\"reviewer\"}");
        assertThat(invited.status()).isEqualTo(201);
        SignedIn ben = SignedIn.of(
                shared.server, shared.accept(invited.json().get("invitation").textValue(), SharedServer.PASSWORD));
        assertThat(ben.get("/api/people").status()).isEqualTo(403);
        assertThat(ben.get("/api/metrics").status()).as("from this machine").isEqualTo(200);
        assertThat(ben.send("GET", "/api/metrics", "", "X-Forwarded-For", "192.0.2.1")
                        .status())
                .isEqualTo(403);
        assertThat(ben.post("/api/bank/points", "{\"prompt\":\"Why?\",\"answer\":\"Because it is so.\"}")
                        .status())
                .isEqualTo(200);
        JsonNode people = ada.get("/api/people").json();
        assertThat(people.at("/people/1/name").textValue()).isEqualTo("Ben");
        assertThat(people.at("/people/0/you").booleanValue()).isTrue();
        String bens = people.at("/people/1/id").textValue();
        assertThat(ada.put("/api/people/" + bens, "{\"role\":\"candidate\"}").status())
                .isEqualTo(200);
        assertThat(status(ben)).as("another role is another sign-in").isEqualTo(401);
        SignedIn again = SignedIn.of(shared.server, shared.signIn("ben", SharedServer.PASSWORD));
        assertThat(again.post("/api/bank/points", "{\"prompt\":\"Why?\",\"answer\":\"Because it is so.\"}")
                        .text())
                .contains("/problems/not-yours");
        String adas = people.at("/people/0/id").textValue();
        assertThat(ada.delete("/api/people/" + adas).text()).contains("/problems/last-admin");
        assertThat(ada.delete("/api/people/" + bens).json().get("people")).hasSize(1);
        assertThat(ada.delete("/api/people/" + bens).status()).isEqualTo(404);
    }

    @Test
    void ofManyPeopleAHundredAreSentAndOthersAreFoundByName() {
        SignedIn ada = shared.join("Ada", Role.ADMIN);
        for (int n = 0; n < 250; n++) {
            String name = "Candidate " + n;
            shared.accounts.invite(name, Role.CANDIDATE);
            shared.database
                    .accounts()
                    .admit(
                            new ProviderIdentity("https://x", name, name, true),
                            new CandidateId("candidate-" + n),
                            Optional.of(Role.CANDIDATE),
                            shared.clock.instant());
        }
        shared.accounts.invite("Zoe", Role.CANDIDATE);
        JsonNode first = ada.get("/api/people").json();
        assertThat(first.get("found").intValue()).isEqualTo(251);
        assertThat(first.get("people")).hasSize(100);
        assertThat(ada.get("/api/people?count=200").json().get("people")).hasSize(200);
        JsonNode found = ada.get("/api/people?words=CANDIDATE%20249").json();
        assertThat(found.at("/people/0/name").textValue()).isEqualTo("Candidate 249");
        assertThat(found.get("found").intValue()).isEqualTo(1);
        assertThat(ada.get("/api/people?words=zo")
                        .json()
                        .at("/invitations/0/name")
                        .textValue())
                .isEqualTo("Zoe");
    }

    @Test
    void aCandidateWhoIsRemovedWhileSignedInLeavesNothingBehind() {
        SignedIn ada = shared.join("Ada", Role.ADMIN);
        SignedIn ben = shared.join("Ben", Role.CANDIDATE);
        CandidateId bens = shared.accounts.people().get(1).id();
        JsonNode session = ben.post(
                        "/api/sessions",
                        "{\"mode\":\"interview\",\"topics\":[{\"id\":\"topic-0\"}],\"questions\":2,\"pace\":{\"kind\":\"untimed\"}}")
                .json();
        ben.put(
                RunningServer.draft(session, 0),
                RunningServer.draftBody(0, "mine", session.get("writeLock").textValue()));
        ben.post(RunningServer.path(session) + "/submit", "");
        shared.server.useCases.owed().gradeAll();
        ben.put("/api/questions/topic-0/question-0/note", "{\"text\":\"mine\"}");
        assertThat(ada.delete("/api/people/" + bens.value()).status()).isEqualTo(200);
        assertThat(status(ben)).isEqualTo(401);
        assertThat(shared.database.sessions().history(bens)).isEmpty();
        assertThat(shared.database.candidates().notes(bens)).isEmpty();
        // a request that was under way writes after the removal
        shared.server.interviewer.start(
                bens,
                new Blueprint(
                        Mode.PRACTICE,
                        List.of(),
                        List.of(new QuestionId("topic-0", "question-0")),
                        1,
                        new Pace.Untimed(),
                        7));
        shared.accounts.tidy();
        assertThat(shared.database.sessions().history(bens)).isEmpty();
        assertThat(String.join("", shared.database.rows(bens).values())).doesNotContain(bens.value(), "mine");
    }

    @Test
    void whoeverIsRefusedBeforeTheBodyIsReadIsToldThatTheConnectionEnds() {
        String answer =
                shared.server.raw("POST /api/sessions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000000\r\n\r\n{");
        assertThat(answer).startsWith("HTTP/1.1 401").containsIgnoringCase("\r\nConnection: close\r\n");
    }

    @Test
    void aServerWithoutAccountsSaysSo() {
        try (RunningServer local = new RunningServer()) {
            assertThat(local.get("/api/account").json().get("accounts").booleanValue())
                    .isFalse();
            RunningServer.Answer answer = local.post("/api/sign-in", "{\"name\":\"Ada\",\"password\":\"x\"}");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.text()).contains("--users local");
            assertThat(local.get("/api/people").status()).isEqualTo(404);
        }
    }
}
