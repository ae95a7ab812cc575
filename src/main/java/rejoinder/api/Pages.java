package rejoinder.api;

import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the front end: its own files, Lit from its jars under {@code /lib/npm/}, and the one page for every other address that has no dot in its last
 * segment and does not lie below {@code /lib/}, because the page itself knows the addresses of its views.
 */
final class Pages implements ResourceHandler {
    private static final String PAGE = "index.html";
    private static final String NPM = "lib/npm/";

    /** Files and folders of libraries are below this, and no page. */
    private static final String LIBRARIES = "/lib/";

    /** Only names like these are looked up, so that no path can climb out of the root. */
    private static final Pattern FILE =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script\\s+type=\"importmap\"\\s*>(.*?)</script>", Pattern.DOTALL);

    /** Media types by extension; nothing else is served. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html;charset=utf-8"),
            Map.entry("js", "text/javascript;charset=utf-8"),
            Map.entry("css", "text/css;charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("txt", "text/plain;charset=utf-8"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("woff2", "font/woff2"));

    /** Package to the Maven coordinates of its jar, in which its files lie under its version. */
    private static final Map<String, String> PACKAGES = Map.of(
            "lit", "org.mvnpm/lit",
            "lit-html", "org.mvnpm/lit-html",
            "lit-element", "org.mvnpm/lit-element",
            "reactive-element", "org.mvnpm.at.lit/reactive-element",
            "highlightjs", "org.webjars/highlightjs");

    private final WebRoot root;
    private final Map<String, String> packages = new LinkedHashMap<>();
    private final Map<String, Reply> kept = new ConcurrentHashMap<>();
    private final String policy;

    /**
     * Finds the page and the packages.
     *
     * @throws StartFailure if one of them is not there
     */
    Pages(WebRoot root) {
        this.root = root;
        PACKAGES.forEach((name, coordinates) -> {
            String place = coordinates.startsWith("org.webjars/") ? "webjars/" : "_static/";
            packages.put(name, "META-INF/resources/" + place + name + "/" + version(coordinates) + "/");
        });
        byte[] page = root.read(PAGE)
                .orElseThrow(() -> new StartFailure("The front end has no " + PAGE + "; rebuild the program."));
        this.policy = policy(page);
    }

    /** The content security policy, computed at the start. */
    String policy() {
        return policy;
    }

    private static String policy(byte[] page) {
        // browsers hash the script with line feeds only
        Matcher importMap = IMPORT_MAP.matcher(new String(page, StandardCharsets.UTF_8).replace("\r\n", "\n"));
        return Guard.policy(importMap.find() ? Reply.cspHash(importMap.group(1).getBytes(StandardCharsets.UTF_8)) : "");
    }

    private static String version(String coordinates) {
        byte[] text = WebRoot.onClassPath("META-INF/maven/" + coordinates + "/pom.properties")
                .orElseThrow(() -> new StartFailure(
                        "The library " + coordinates + " is not on the class path; rebuild the program."));
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(new String(text, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be read.", e);
        }
        return String.valueOf(properties.getProperty("version"));
    }

    @Override
    public boolean canHandle(Context ctx) {
        return find(ctx.path()).isPresent();
    }

    @Override
    public boolean handle(Context ctx) {
        Optional<Reply> found = find(ctx.path());
        found.ifPresent(reply -> {
            if (root instanceof WebRoot.Folder && reply.type().startsWith("text/html")) {
                ctx.header("Content-Security-Policy", policy(reply.plain()));
            }
            reply.send(ctx);
        });
        return found.isPresent();
    }

    private Optional<Reply> find(String path) {
        if (path.equals("/api") || path.startsWith("/api/")) {
            return Optional.empty();
        }
        String last = path.substring(path.lastIndexOf('/') + 1);
        String file = last.contains(".") || path.startsWith(LIBRARIES) ? path.substring(1) : PAGE;
        String type = TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !FILE.matcher(file).matches()) {
            return Optional.empty();
        }
        Reply before = kept.get(file);
        if (before != null) {
            return Optional.of(before);
        }
        boolean library = file.startsWith(NPM);
        Optional<Reply> found =
                (library ? library(file.substring(NPM.length())) : root.read(file)).map(bytes -> Reply.of(type, bytes));
        if (library || root instanceof WebRoot.OnClassPath) {
            found.ifPresent(reply -> kept.put(file, reply));
        }
        return found;
    }

    private Optional<byte[]> library(String file) {
        int slash = file.indexOf('/');
        String folder = slash < 0 ? null : packages.get(file.substring(0, slash));
        return folder == null ? Optional.empty() : WebRoot.onClassPath(folder + file.substring(slash + 1));
    }

    @Override
    public boolean addStaticFileConfig(StaticFileConfig config) {
        return false;
    }

    @Override
    public Set<RouteRole> resourceRouteRoles(Context ctx) {
        return Set.of();
    }
}
