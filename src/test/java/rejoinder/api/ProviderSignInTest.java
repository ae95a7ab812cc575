package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import rejoinder.account.Account;
import rejoinder.account.Accounts;
import rejoinder.account.ProviderIdentity;
import rejoinder.account.ProviderSignIn;
import rejoinder.account.Role;
import rejoinder.openid.TestProvider;
import rejoinder.plan.CandidateId;

/** Signing in at an OpenID provider: over real HTTP both ways, with what a provider and a browser may do wrong. */
class ProviderSignInTest {
    private static final Pattern GOING = Pattern.compile("rejoinder-going=([^;]+);");
    private static final TestProvider.Person BEN = new TestProvider.Person("2", "ben@school.example", true);

    private final Path folder;
    private SharedServer shared;
    private TestProvider provider;

    ProviderSignInTest(@TempDir Path folder) {
        this.folder = folder;
        this.shared = new SharedServer(folder, TestProvider::new, TestProvider.invitedOnly());
        this.provider = shared.provider();
    }

    @AfterEach
    void close() {
        shared.close();
        provider.close();
    }

    private void admit(ProviderSignIn.Admitted admitted) {
        shared.close();
        provider.close();
        shared = new SharedServer(folder.resolve("other"), TestProvider::new, admitted);
        provider = shared.provider();
    }

    /** A browser on its way: its cookie, and what the provider sent it back with. */
    private record Way(String cookie, String state, String code) {
        String body() {
            return "{\"state\":\"" + state + "\",\"code\":\"" + code + "\"}";
        }
    }

    private Way go(RunningServer server, String... headers) {
        RunningServer.Answer begun = server.post("/api/sign-in/provider", "{}", headers);
        assertThat(begun.status()).as(begun.text()).isEqualTo(200);
        Matcher cookie = GOING.matcher(begun.header("Set-Cookie"));
        assertThat(cookie.find()).as(begun.header("Set-Cookie")).isTrue();
        String there = begun.json().get("address").textValue();
        assertThat(there).startsWith(provider.issuer() + "/authorize?");
        Map<String, String> brought = TestProvider.visit(there);
        return new Way(
                "rejoinder-going=" + cookie.group(1),
                brought.getOrDefault("state", ""),
                brought.getOrDefault("code", ""));
    }

    private RunningServer.Answer back(Way way) {
        return shared.server.post("/api/sign-in/back", way.body(), "Cookie", way.cookie);
    }

    private RunningServer.Answer signIn() {
        return back(go(shared.server));
    }

    private SignedIn signIn(TestProvider.Person person) {
        provider.person = person;
        return SignedIn.of(shared.server, signIn());
    }

    /** Refused with one sentence, no cookie, and nobody who was not there before. */
    private String refused(RunningServer.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/" + type);
        assertThat(answer.header("Set-Cookie")).doesNotContain("rejoinder=", "rejoinder-page=");
        String sentence = answer.json().get("detail").textValue();
        assertThat(sentence).matches("[^\\n]{20,250}[.]").doesNotContain("Exception", "JWT", "null", "com.");
        return sentence;
    }

    private String refused(UnaryOperator<JWTClaimsSet.Builder> spoilt) {
        provider.claims = spoilt;
        String sentence = refused(signIn(), 403, "not-let-in");
        assertThat(shared.accounts.people()).isEmpty();
        return sentence;
    }

    @Test
    void theFirstAdministratorIsNamedAndWhoeverTheyInviteComesInByTheProviderWithTheSameCookiesAsByPassword() {
        RunningServer.Answer came = signIn();
        assertThat(came.header("Set-Cookie"))
                .containsPattern("rejoinder=[^;,]+; Path=/; [^=]+=[^=]+; Max-Age=2592000; HttpOnly; SameSite=Lax")
                .containsPattern("rejoinder-page=admin\\.")
                .contains("rejoinder-going=; ");
        SignedIn ada = SignedIn.of(shared.server, came);
        assertThat(ada.get("/api/account").json().toString())
                .isEqualTo(
                        "{\"accounts\":true,\"name\":\"ada@school.example\",\"role\":\"admin\",\"provider\":\"127.0.0.1\"}");
        assertThat(ada.withoutForm("made-up")
                        .post("/api/people/invitations", "{\"name\":\"x\",\"role\":\"candidate\"}")
                        .text())
                .contains("/problems/forged");
        assertThat(ada.post("/api/people/invitations", "{\"name\":\"Ben@school.example\",\"role\":\"reviewer\"}")
                        .status())
                .isEqualTo(201);
        SignedIn ben = signIn(BEN);
        assertThat(ben.name()).isEqualTo("ben@school.example");
        assertThat(ben.get("/api/classes").status()).as("a reviewer").isEqualTo(200);
        assertThat(ben.get("/api/people").status()).isEqualTo(403);
        assertThat(shared.accounts.invitations()).as("used up").isEmpty();
        ben.post("/api/sign-out", "{\"everywhere\":false}");
        assertThat(ben.get("/api/home").status()).isEqualTo(401);
        assertThat(signIn(BEN).name()).isEqualTo("ben@school.example");
        assertThat(shared.accounts.people()).hasSize(2);
    }

    @Test
    void whoeverSignsInAfterASignOutInTheSameBrowserShowsAgainWhoTheyAre() {
        SignedIn ada = SignedIn.of(shared.server, signIn());
        assertThat(provider.prompt()).isEmpty();
        String left = ada.post("/api/sign-out", "{\"everywhere\":false}").header("Set-Cookie");
        assertThat(left).contains("rejoinder-left=1");
        go(shared.server, "Cookie", "rejoinder-left=1");
        assertThat(provider.prompt()).isEqualTo("login");
    }

    @Test
    void aForgedSignatureIsRefused() {
        provider.signing = said -> TestProvider.signed(TestProvider.otherKey(), said);
        assertThat(refused(UnaryOperator.identity())).contains("is not signed by 127.0.0.1");
    }

    @Test
    void aSignatureThatAnybodyCouldMakeIsRefused() throws JOSEException {
        provider.signing = PlainJWT::new;
        assertThat(refused(UnaryOperator.identity())).contains("is not signed by");
        byte[] shortened = TestProvider.SECRET.repeat(2).getBytes(StandardCharsets.UTF_8);
        MACSigner bySecret = new MACSigner(shortened);
        provider.signing = said -> {
            SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), said);
            try {
                token.sign(bySecret);
            } catch (JOSEException e) {
                throw new IllegalStateException("This cannot be signed.", e);
            }
            return token;
        };
        assertThat(refused(UnaryOperator.identity())).contains("is not signed by");
    }

    @Test
    void anExpiredAnswerIsRefusedAndSoIsEveryAnswerWhenAClockIsADayOff() {
        assertThat(refused(said ->
                        said.expirationTime(Date.from(shared.clock.instant().minusSeconds(61)))))
                .contains("has expired", "clock");
        Duration day = Duration.ofDays(1);
        assertThat(refused(
                        said -> said.issueTime(Date.from(shared.clock.instant().minus(day)))
                                .expirationTime(Date.from(
                                        shared.clock.instant().minus(day).plusSeconds(300)))))
                .contains("clock");
        assertThat(refused(
                        said -> said.issueTime(Date.from(shared.clock.instant().plus(day)))
                                .expirationTime(Date.from(
                                        shared.clock.instant().plus(day).plusSeconds(300)))))
                .contains("clock");
        // two honest clocks are never the same
        provider.claims =
                said -> said.expirationTime(Date.from(shared.clock.instant().minusSeconds(50)));
        assertThat(signIn().status()).isEqualTo(200);
    }

    @Test
    void anAnswerToAnotherSignInIsRefused() {
        assertThat(refused(said -> said.claim("nonce", "of another"))).contains("belongs to another sign-in");
        assertThat(refused(said -> said.claim("nonce", null))).contains("not meant for this server");
    }

    @Test
    void anAnswerForAnotherServerOrFromAnotherProviderIsRefused() {
        List<UnaryOperator<JWTClaimsSet.Builder>> wrong = List.of(
                said -> said.audience("another-client"),
                said -> said.audience(List.of(TestProvider.CLIENT, "another-client")),
                said -> said.claim("azp", "another-client"),
                said -> said.issuer("https://accounts.example"),
                said -> said.subject(null),
                said -> said.expirationTime(null));
        for (UnaryOperator<JWTClaimsSet.Builder> one : wrong) {
            assertThat(refused(one)).contains("not meant for this server");
        }
    }

    @Test
    void aWayBackThatBeganInAnotherBrowserIsRefused() {
        Way way = go(shared.server);
        Way others = go(shared.server);
        assertThat(refused(back(new Way(way.cookie, others.state, others.code)), 403, "not-let-in"))
                .contains("was not started in this browser");
        refused(back(new Way("rejoinder-going=", way.state, way.code)), 403, "not-let-in");
        refused(back(new Way("nothing=1", way.state, way.code)), 403, "not-let-in");
        refused(back(new Way("rejoinder-going=made-up", way.state, way.code)), 403, "not-let-in");
        assertThat(provider.asked()).as("no code was even asked about").doesNotContain("/token");
        assertThat(back(way).status()).as("the first one is still good").isEqualTo(200);
    }

    @Test
    void aWayBackIsGoneOnceAndACodeIsTakenOnce() {
        Way way = go(shared.server);
        assertThat(back(way).status()).isEqualTo(200);
        assertThat(refused(back(way), 403, "not-let-in")).contains("already finished");
        Way fresh = go(shared.server);
        assertThat(refused(back(new Way(fresh.cookie, fresh.state, way.code)), 403, "not-let-in"))
                .contains("used already");
        Way late = go(shared.server);
        shared.clock.forward(Accounts.AT_PROVIDER);
        assertThat(refused(back(late), 403, "not-let-in")).contains("longer than 10 minutes");
    }

    @Test
    void aCodeThatWasStolenOnTheWayIsOfNoUseWithoutTheBrowser() {
        Way victim = go(shared.server);
        Way thief = go(shared.server);
        assertThat(refused(back(new Way(thief.cookie, thief.state, victim.code)), 403, "not-let-in"))
                .as("the provider compares the verifier")
                .contains("does not accept this sign-in");
    }

    @Test
    void aProviderThatIsDownIsToldAndNothingElseSuffers() {
        Way way = go(shared.server);
        SignedIn ada = SignedIn.of(shared.server, signIn());
        provider.close();
        assertThat(refused(back(way), 503, "provider-away")).contains("127.0.0.1 does not answer");
        // what it said of itself is still known, so the browser finds out by itself
        assertThat(shared.server.post("/api/sign-in/provider", "{}").status()).isEqualTo(200);
        shared.clock.forward(Duration.ofHours(2));
        assertThat(ada.get("/api/home").status()).isEqualTo(200);
        try (SharedServer fresh =
                new SharedServer(folder.resolve("fresh"), clock -> provider, TestProvider.invitedOnly())) {
            assertThat(refused(fresh.server.post("/api/sign-in/provider", "{}"), 503, "provider-away"))
                    .contains("try again in a few minutes");
        }
    }

    @Test
    void whoeverIsNotInvitedOrWhoseAddressIsNotTheirsIsRefused() {
        provider.person = BEN;
        assertThat(refused(signIn(), 403, "not-let-in"))
                .isEqualTo("ben@school.example is not invited to this server; ask whoever runs it for an invitation.");
        provider.person = new TestProvider.Person("3", "ada@school.example", false);
        assertThat(refused(signIn(), 403, "not-let-in")).contains("does not vouch for the e-mail address ada@");
        provider.person = new TestProvider.Person("3", "", true);
        assertThat(refused(signIn(), 403, "not-let-in")).contains("an e-mail address of yours");
        assertThat(shared.accounts.people()).isEmpty();
    }

    @Test
    void anAddressThatIsGivenToSomebodyElseOpensNothingAndOneThatChangesLosesNothing() {
        assertThat(signIn().status()).isEqualTo(200);
        Account ada = shared.accounts.people().get(0);
        provider.person = new TestProvider.Person("9", "ada@school.example", true);
        assertThat(refused(signIn(), 403, "not-let-in")).contains("belongs to another person");
        SignedIn married = signIn(new TestProvider.Person("1", "ada.king@school.example", true));
        assertThat(married.name()).isEqualTo("ada@school.example");
        assertThat(shared.accounts.people()).extracting(Account::id).containsExactly(ada.id());
    }

    @Test
    void everybodyOfADomainComesInAsACandidateAndNobodyOfAnotherThatLooksLikeIt() {
        admit(new ProviderSignIn.Admitted(Set.of("school.example"), ""));
        assertThat(signIn(BEN).get("/api/classes").status()).isEqualTo(403);
        for (String email : List.of("ben@other.example", "ben@notschool.example", "ben@school.example.other")) {
            provider.person = new TestProvider.Person(email, email, true);
            refused(signIn(), 403, "not-let-in");
        }
        assertThat(shared.accounts.people()).extracting(Account::role).containsExactly(Role.CANDIDATE);
    }

    @Test
    void anAddressThatIsOnlyToldWhereItIsAskedForApartIsAskedFor() {
        provider.emailApart = true;
        assertThat(signIn().status()).isEqualTo(200);
        assertThat(provider.asked()).contains("/userinfo");
    }

    @Test
    void anInvitationIntoAClassLetsInAndWaitsForConsent() {
        SignedIn ada = SignedIn.of(shared.server, signIn());
        String classroom = ada.post("/api/classes", "{\"name\":\"Spring\"}")
                .json()
                .get("id")
                .textValue();
        String secret = ada.post("/api/classes/" + classroom + "/invitations", "{\"names\":[\"ben@school.example\"]}")
                .json()
                .at("/invited/0/invitation")
                .textValue();
        SignedIn ben = signIn(BEN);
        assertThat(ben.get("/api/my-classes").json().get("classes")).isEmpty();
        assertThat(ben.post("/api/invitation/join", "{\"invitation\":\"" + secret + "\"}")
                        .status())
                .isEqualTo(200);
        assertThat(ben.get("/api/my-classes").json().get("classes")).hasSize(1);
    }

    @Test
    void whoeverIsRemovedCanBeInvitedAnewAndHasNothingOfBefore() {
        SignedIn ada = SignedIn.of(shared.server, signIn());
        shared.accounts.invite("ben@school.example", Role.CANDIDATE);
        SignedIn ben = signIn(BEN);
        ben.put("/api/questions/topic-0/question-0/note", "{\"text\":\"mine\"}");
        String id = shared.accounts.people().get(1).id().value();
        assertThat(ada.delete("/api/people/" + id).status()).isEqualTo(200);
        assertThat(ben.get("/api/home").status()).isEqualTo(401);
        provider.person = BEN;
        refused(signIn(), 403, "not-let-in");
        shared.accounts.invite("ben@school.example", Role.CANDIDATE);
        SignedIn again = signIn(BEN);
        assertThat(again.get("/api/questions/topic-0/question-0/note").text()).doesNotContain("mine");
    }

    @Test
    void thereAreNoPasswords() {
        assertThat(shared.server.get("/api/sign-in").text()).isEqualTo("{\"provider\":\"127.0.0.1\"}");
        String secret =
                shared.accounts.invite("ben@school.example", Role.CANDIDATE).secret();
        RunningServer.Answer accepted = shared.accept(secret, SharedServer.PASSWORD);
        assertThat(accepted.status()).isEqualTo(404);
        assertThat(accepted.text()).contains("sign in with 127.0.0.1");
        assertThat(shared.signIn("ben@school.example", "").status()).isEqualTo(404);
        SignedIn ada = SignedIn.of(shared.server, signIn());
        assertThat(ada.put("/api/account/password", "{\"old\":\"\",\"password\":\"" + SharedServer.PASSWORD + "\"}")
                        .status())
                .isEqualTo(404);
        try (SharedServer byPassword = new SharedServer(folder.resolve("passwords"))) {
            assertThat(byPassword.server.get("/api/sign-in").text()).isEqualTo("{\"provider\":null}");
            assertThat(byPassword.server.post("/api/sign-in/provider", "{}").status())
                    .isEqualTo(404);
            byPassword
                    .database
                    .accounts()
                    .admit(
                            new ProviderIdentity("https://x", "1", "cleo@school.example", true),
                            new CandidateId("cleo"),
                            Optional.of(Role.CANDIDATE),
                            byPassword.clock.instant());
            assertThat(byPassword.signIn("cleo@school.example", "").status())
                    .as("who has no password has no empty one")
                    .isEqualTo(403);
        }
    }

    @Test
    void nobodyButTheIssuerIsAsked() throws IOException {
        AtomicInteger strangers = new AtomicInteger();
        HttpServer stranger = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stranger.createContext("/", exchange -> {
            strangers.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        stranger.start();
        try {
            String elsewhere = "http://127.0.0.1:" + stranger.getAddress().getPort() + "/";
            Way way = go(shared.server);
            provider.tokenElsewhere = Optional.of(elsewhere);
            refused(back(way), 503, "provider-away");
            for (String name : List.of("token_endpoint", "jwks_uri", "authorization_endpoint", "issuer")) {
                // asked again what it can do
                shared.clock.forward(Duration.ofHours(1));
                provider.metadata = said -> {
                    Map<String, Object> spoilt = new HashMap<>(said);
                    spoilt.put(name, elsewhere);
                    return spoilt;
                };
                try (SharedServer fresh =
                        new SharedServer(folder.resolve(name), clock -> provider, TestProvider.invitedOnly())) {
                    refused(fresh.server.post("/api/sign-in/provider", "{}"), 503, "provider-away");
                }
            }
            assertThat(strangers).hasValue(0);
        } finally {
            stranger.stop(0);
        }
    }

    @Test
    void aFloodOfSignInsThatNobodyFinishesIsToldToComeAgain() {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < 61; i++) {
            statuses.add(shared.server.post("/api/sign-in/provider", "{}").status());
        }
        assertThat(statuses.subList(0, 60)).containsOnly(200);
        assertThat(statuses.get(60)).isEqualTo(429);
        shared.clock.forward(Duration.ofMinutes(15));
        assertThat(signIn().status()).isEqualTo(200);
        shared.clock.forward(Accounts.AT_PROVIDER);
        shared.accounts.tidy();
        assertThat(shared.database.accounts().end("any", shared.clock.instant()))
                .isFalse();
    }

    @Test
    void aSignInThatBeganAtOneNodeIsFinishedAtAnother() {
        // both stand behind one name
        String[] name = {"X-Forwarded-Host", "127.0.0.1:9999"};
        Way way = go(shared.server, name);
        try (RunningServer other = shared.anotherNode()) {
            RunningServer.Answer came = other.post(
                    "/api/sign-in/back", way.body(), "Cookie", way.cookie, "X-Forwarded-Host", "127.0.0.1:9999");
            assertThat(came.status()).as(came.text()).isEqualTo(200);
            assertThat(SignedIn.of(shared.server, came).get("/api/home").status())
                    .isEqualTo(200);
        }
        assertThat(refused(back(way), 403, "not-let-in")).contains("already finished");
    }
}
