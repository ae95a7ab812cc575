package rejoinder.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import rejoinder.account.ProviderSignIn;

/**
 * A small OpenID provider over HTTP that does what the standard asks of one: it knows its client, its secret and its redirect addresses, checks PKCE, takes each code once, and signs with
 * RS256. Whoever comes is {@link #person}. What it says can be spoilt for a test.
 */
public final class TestProvider implements AutoCloseable {
    public static final String CLIENT = "rejoinder-at-school";
    public static final String SECRET = "between the two of them";
    private static final RSAKey KEY = key("one");
    private static final RSAKey OTHER_KEY = key("one");
    private static final int BAD_REQUEST = 400;

    /** Somebody whom the provider knows. */
    public record Person(String subject, String email, boolean verified) {}

    private final HttpServer server;
    private final InstantSource clock;
    private final AtomicInteger codes = new AtomicInteger();
    private final Map<String, Map<String, String>> open = new ConcurrentHashMap<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    /** Who sits at every browser. */
    public volatile Person person = new Person("1", "ada@school.example", true);

    /** Changes what is signed. */
    public volatile UnaryOperator<JWTClaimsSet.Builder> claims = UnaryOperator.identity();

    /** Signs it otherwise. */
    public volatile Function<JWTClaimsSet, JWT> signing = said -> signed(KEY, said);

    /** Changes what it says of itself. */
    public volatile UnaryOperator<Map<String, Object>> metadata = UnaryOperator.identity();

    /** With which status it says what it can do. */
    public volatile int describing = 200;

    /** Whether the e-mail address is only told where it is asked for apart. */
    public volatile boolean emailApart;

    /** Whether codes are answered by sending the one who asks elsewhere. */
    public volatile Optional<String> tokenElsewhere = Optional.empty();

    /** How somebody signs in at its page. */
    private volatile String prompt = "";

    /** Starts it on a free port of this machine. */
    public TestProvider(InstantSource clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("There is no port for a provider.", e);
        }
        server.createContext("/.well-known/openid-configuration", this::describe);
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> json(exchange, 200, new JWKSet(KEY.toPublicJWK()).toString()));
        server.createContext("/userinfo", this::userInfo);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "provider");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    private static RSAKey key(String name) {
        try {
            return new RSAKeyGenerator(2048).keyID(name).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java platform makes RSA keys.", e);
        }
    }

    /** Another key by the same name, which the provider does not publish. */
    public static RSAKey otherKey() {
        return OTHER_KEY;
    }

    /** Signs by RS256. */
    public static SignedJWT signed(RSAKey by, JWTClaimsSet said) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(by.getKeyID())
                            .build(),
                    said);
            token.sign(new RSASSASigner(by));
            return token;
        } catch (JOSEException e) {
            throw new IllegalStateException("This cannot be signed.", e);
        }
    }

    /** Its address. */
    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The server under test as this knows it. */
    public OpenIdClient client() {
        return new OpenIdClient(URI.create(issuer()), CLIENT, SECRET, Set.of());
    }

    /**
     * The options of a server that lets people sign in here.
     *
     * @param folder where the file with the client's secret is written
     * @param more further options
     */
    public String[] options(Path folder, String... more) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        return Stream.concat(
                        Stream.of(
                                "--users",
                                "oidc",
                                "--oidc-issuer",
                                issuer(),
                                "--oidc-client",
                                CLIENT,
                                "--oidc-secret-file",
                                secret.toString()),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** Lets in whoever is invited, and Ada, who becomes the administrator. */
    public static ProviderSignIn.Admitted invitedOnly() {
        return new ProviderSignIn.Admitted(Set.of(), "ada@school.example");
    }

    /** Paths that were asked for, by whomever. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** What the last one who came was to do again. */
    public String prompt() {
        return prompt;
    }

    private void describe(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        Map<String, Object> said = new HashMap<>(Map.of(
                "issuer", issuer(),
                "authorization_endpoint", issuer() + "/authorize",
                "token_endpoint", issuer() + "/token",
                "userinfo_endpoint", issuer() + "/userinfo",
                "jwks_uri", issuer() + "/keys",
                "response_types_supported", List.of("code"),
                "subject_types_supported", List.of("public"),
                "id_token_signing_alg_values_supported", List.of("RS256"),
                "code_challenge_methods_supported", List.of("S256")));
        json(exchange, describing, com.nimbusds.jose.util.JSONObjectUtils.toJSONString(metadata.apply(said)));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        asked.add("/authorize");
        Map<String, String> wanted =
                parameters(String.valueOf(exchange.getRequestURI().getRawQuery()));
        prompt = wanted.getOrDefault("prompt", "");
        boolean right = CLIENT.equals(wanted.get("client_id"))
                && "code".equals(wanted.get("response_type"))
                && "S256".equals(wanted.get("code_challenge_method"))
                && wanted.getOrDefault("code_challenge", "").length() == 43
                && List.of(wanted.getOrDefault("scope", "").split(" ", -1)).contains("openid")
                && wanted.getOrDefault("redirect_uri", "").matches("http://127\\.0\\.0\\.1:\\d+/sign-in/back");
        if (!right) {
            json(exchange, BAD_REQUEST, "{\"error\":\"invalid_request\"}");
            return;
        }
        String code = "code-" + codes.incrementAndGet();
        open.put(code, wanted);
        exchange.getResponseHeaders()
                .set(
                        "Location",
                        wanted.get("redirect_uri") + "?code=" + code + "&state="
                                + URLEncoder.encode(wanted.getOrDefault("state", ""), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        asked.add("/token");
        if (tokenElsewhere.isPresent()) {
            exchange.getResponseHeaders().set("Location", tokenElsewhere.get());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
            return;
        }
        Map<String, String> given =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String known = "Basic "
                + Base64.getEncoder()
                        .encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8));
        if (!known.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        // taken out first: each code is good once, even if the rest is wrong
        Map<String, String> wanted = open.remove(given.getOrDefault("code", ""));
        if (wanted == null
                || !"authorization_code".equals(given.get("grant_type"))
                || !given.getOrDefault("redirect_uri", "").equals(wanted.get("redirect_uri"))
                || !challenge(given.getOrDefault("code_verifier", "")).equals(wanted.get("code_challenge"))) {
            json(exchange, BAD_REQUEST, "{\"error\":\"invalid_grant\"}");
            return;
        }
        Instant now = clock.instant();
        JWTClaimsSet.Builder said = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject(person.subject)
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", wanted.get("nonce"));
        if (!emailApart) {
            said.claim("email", person.email).claim("email_verified", person.verified);
        }
        String token = signing.apply(claims.apply(said).build()).serialize();
        json(
                exchange,
                200,
                "{\"access_token\":\"for-userinfo\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\""
                        + token + "\"}");
    }

    private void userInfo(HttpExchange exchange) throws IOException {
        asked.add("/userinfo");
        if (!"Bearer for-userinfo".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            json(exchange, 401, "{\"error\":\"invalid_token\"}");
            return;
        }
        json(
                exchange,
                200,
                "{\"sub\":\"" + person.subject + "\",\"email\":\"" + person.email + "\",\"email_verified\":"
                        + person.verified + "}");
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Goes to the provider as a browser does; what it sends along on the way back. */
    public static Map<String, String> visit(String address) {
        try {
            HttpResponse<Void> sent = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
            return parameters(URI.create(sent.headers().firstValue("Location").orElseThrow())
                    .getRawQuery());
        } catch (IOException e) {
            throw new UncheckedIOException("The provider is not there.", e);
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted.", e);
        }
    }

    /** The parameters of a query or a form. */
    public static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] sides = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                    sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void json(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
