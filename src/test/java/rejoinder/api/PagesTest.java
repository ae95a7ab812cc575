package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    private static final Pattern SCRIPT = Pattern.compile("<script([^>]*)>(.*?)</script>", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("(?:\\bfrom|\\bimport)\\s*\\(?\\s*[\"']([^\"'\\s]+)[\"']");
    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|^\\s*//.*$", Pattern.DOTALL | Pattern.MULTILINE);

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
            strings = {"/", "/sessions/abc", "/sessions/abc/result", "/history", "/topics", "/x/y/z", "/index.html"})
    void everyAddressWithoutADotIsThePage(String path) {
        RunningServer.Answer answer = server.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(answer.text()).startsWith("<!doctype html>");
    }

    @Test
    void thePolicyAllowsTheImportMapOfThePageAndNoOtherInlineScript() throws Exception {
        RunningServer.Answer page = server.get("/");
        int inline = 0;
        for (Matcher script = SCRIPT.matcher(page.text()); script.find(); ) {
            if (script.group(1).contains("src=")) {
                continue;
            }
            inline++;
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(script.group(2).getBytes(StandardCharsets.UTF_8));
            assertThat(page.header("Content-Security-Policy"))
                    .contains("'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        }
        assertThat(inline).isOne();
    }

    @Test
    void everythingThatThePageImportsIsServed() {
        JsonNode imports = importMap();
        assertThat(imports.fieldNames())
                .toIterable()
                .contains("lit", "lit/", "lit-html", "lit-html/", "lit-element/", "@lit/reactive-element/");
        Deque<String> waiting =
                new ArrayDeque<>(List.of("/main.js", imports.get("lit").textValue()));
        Set<String> seen = new HashSet<>(waiting);
        while (!waiting.isEmpty()) {
            String module = waiting.remove();
            RunningServer.Answer answer = server.get(module);
            assertThat(answer.status()).as(module).isEqualTo(200);
            assertThat(answer.header("Content-Type")).as(module).isEqualTo("text/javascript;charset=utf-8");
            String code = COMMENT.matcher(answer.text()).replaceAll("");
            for (Matcher imported = IMPORT.matcher(code); imported.find(); ) {
                String next = resolve(imports, module, imported.group(1));
                if (seen.add(next)) {
                    waiting.add(next);
                }
            }
        }
        assertThat(seen)
                .contains(
                        "/lib/npm/lit-html/lit-html.js",
                        "/lib/npm/lit-element/lit-element.js",
                        "/lib/npm/reactive-element/reactive-element.js");
    }

    private static JsonNode importMap() {
        Matcher map = Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL)
                .matcher(server.get("/").text());
        assertThat(map.find()).isTrue();
        try {
            return Json.MAPPER.readTree(map.group(1)).get("imports");
        } catch (IOException e) {
            throw new AssertionError("The import map is no JSON.", e);
        }
    }

    private static String resolve(JsonNode imports, String from, String name) {
        if (name.startsWith("/")) {
            return name;
        }
        if (name.startsWith(".")) {
            return java.net.URI.create(from).resolve(name).getPath();
        }
        if (imports.has(name)) {
            return imports.get(name).textValue();
        }
        String prefix = name.startsWith("@")
                ? name.substring(0, name.indexOf('/', name.indexOf('/') + 1) + 1)
                : name.substring(0, name.indexOf('/') + 1);
        assertThat(imports.has(prefix)).as(name + " imported by " + from).isTrue();
        return imports.get(prefix).textValue() + name.substring(prefix.length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/lib/", "/lib/npm", "/lib/npm/", "/lib/npm/lit/", "/lib/npm/lit/LICENSE"})
    void aFolderOfLibrariesIsNoViewOfThePage(String folder) {
        assertThat(server.get(folder).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../pom.properties.txt",
                "/lib/../../api/openapi.json",
                "/..%2f..%2fapi/openapi.json",
                "/%2e%2e/api/openapi.json",
                "/lib/npm/lit/../../../../../rejoinder/api/openapi.json",
                "/lib/npm/lit/..%2f..%2fx.js",
                "/lib/npm/../npm.js",
                "/lib/npm/nolib/index.js",
                "/lib/npm/lit/package.toml",
                "//etc/passwd.txt",
                "/etc/./passwd.txt",
                "/.hidden.js",
                "/lib/.hidden.js",
                "/lib\\..\\x.js",
                "/c:/windows/win.txt",
                "/index.html/",
                "/index.html/x.js",
                "/rejoinder/api/openapi.json",
                "/main.js;x.js",
                "/lib/npm/lit/index.js.map"
            })
    void nothingButTheFrontEndIsServed(String target) {
        assertThat(server.raw("GET", target, "localhost"))
                .doesNotContain("openapi\"", "root:", "\"paths\"")
                .satisfiesAnyOf(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json"),
                        answer -> assertThat(answer).startsWith("HTTP/1.1 200").contains("<!doctype html>"));
    }

    @Test
    void aFileThatIsNotThereIsAProblemAndNotThePage() {
        RunningServer.Answer answer = server.get("/lib/no-such.js");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().get("type").textValue()).isEqualTo("/problems/not-found");
    }

    @Test
    void anUnchangedFileIsNotSentAgain() {
        RunningServer.Answer first = server.get("/style.css");
        assertThat(first.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(first.header("Cache-Control")).isEqualTo("no-cache");
        RunningServer.Answer second = server.get("/style.css", "If-None-Match", "\"other\", " + first.header("ETag"));
        assertThat(second.status()).isEqualTo(304);
        assertThat(second.body()).isEmpty();
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(server.get("/style.css", "If-None-Match", "\"other\"").status())
                .isEqualTo(200);
    }

    @Test
    void filesAndJsonAreCompressedForThoseWhoTakeIt() throws IOException {
        String session = RunningServer.path(server.start(3));
        for (String path : List.of("/style.css", "/lib/npm/lit-html/lit-html.js", "/api/openapi.json", session)) {
            RunningServer.Answer plain = server.get(path);
            RunningServer.Answer zipped = server.get(path, "Accept-Encoding", "br, gzip;q=0.8");
            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(zipped.header("Content-Encoding")).isEqualTo("gzip");
            assertThat(zipped.header("Vary")).isEqualTo("Accept-Encoding");
            if (path.equals(session)) {
                // a private answer is never kept, so it has no mark to compare it by
                assertThat(zipped.header("ETag")).isEmpty();
            } else {
                assertThat(zipped.header("ETag")).isNotEqualTo(plain.header("ETag"));
            }
            assertThat(zipped.body().length).isLessThan(plain.body().length);
            assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                    .isEqualTo(plain.body());
            assertThat(server.get(path, "Accept-Encoding", "gzip;q=0").header("Content-Encoding"))
                    .isEmpty();
        }
    }

    @Test
    void headAnswersWithTheSameHeadersAndNoBody() {
        for (String path : List.of("/", "/style.css", "/api/health", "/api/openapi.json")) {
            RunningServer.Answer get = server.get(path);
            RunningServer.Answer head = server.send("HEAD", path, HttpRequest.BodyPublishers.noBody());
            assertThat(head.status()).as(path).isEqualTo(200);
            assertThat(head.body()).isEmpty();
            assertThat(head.header("Content-Length")).as(path).isEqualTo(Integer.toString(get.body().length));
            assertThat(head.header("ETag")).isEqualTo(get.header("ETag"));
            assertThat(head.header("Content-Type")).isEqualTo(get.header("Content-Type"));
        }
        assertThat(server.send("HEAD", "/api/no-such", HttpRequest.BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aFolderIsReadAnewWithEachRequest(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("index.html"), "<script type=\"importmap\">{}</script>");
        try (RunningServer dev = new RunningServer(new WebRoot.Folder(folder))) {
            String before = dev.get("/").header("Content-Security-Policy");
            Files.writeString(folder.resolve("index.html"), "<script type=\"importmap\">{\"imports\":{}}</script>");
            RunningServer.Answer after = dev.get("/");
            assertThat(after.text()).contains("imports");
            assertThat(after.header("Content-Security-Policy"))
                    .contains(Reply.cspHash("{\"imports\":{}}".getBytes(StandardCharsets.UTF_8)))
                    .isNotEqualTo(before);
        }
    }

    @Test
    void aLinkDoesNotLeadOutOfTheFolder(@TempDir Path folder) throws IOException {
        Path web = Files.createDirectory(folder.resolve("web"));
        Files.writeString(web.resolve("index.html"), "page");
        Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(web.resolve("link.txt"), folder.resolve("secret.txt"));
        Files.createDirectory(web.resolve("dir.js"));
        try (RunningServer dev = new RunningServer(new WebRoot.Folder(web))) {
            assertThat(dev.get("/link.txt").status()).isEqualTo(404);
            assertThat(dev.get("/dir.js").status()).isEqualTo(404);
        }
    }

    @Test
    void aFrontEndWithoutItsPageDoesNotStart(@TempDir Path empty) {
        assertThatThrownBy(() -> new RunningServer(new WebRoot.Folder(empty)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("index.html");
    }

    @Test
    void everyFileOfTheFrontEndHasATypeThatIsServed() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("web"))) {
            assertThat(files.filter(Files::isRegularFile)).allSatisfy(file -> {
                String path = "/" + Path.of("web").relativize(file).toString().replace('\\', '/');
                assertThat(server.get(path).status()).as(path).isEqualTo(200);
            });
        }
    }
}
