package rejoinder.api;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What every request has to pass before a handler sees it, and the headers that every response carries. */
final class Guard {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** Headers of every response beside its content security policy. */
    static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private final boolean checkHost;
    private final Set<String> names;

    /**
     * @param checkHost whether only names of this machine are answered to
     * @param host the address that the server is bound to
     */
    Guard(boolean checkHost, String host) {
        this.checkHost = checkHost;
        this.names = Set.of("localhost", "127.0.0.1", "[::1]").contains(bracketed(host))
                ? Set.of("localhost", "127.0.0.1", "[::1]")
                : Set.of("localhost", "127.0.0.1", "[::1]", bracketed(host));
    }

    private static String bracketed(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
    }

    /** Refuses a request under a foreign name (DNS rebinding) and a write that another site asked for. */
    void check(Context ctx) {
        String host = ctx.req().getHeader("Host");
        if (checkHost && (host == null || !names.contains(name(host)))) {
            throw new Refusal(Problem.FORBIDDEN_HOST.saying(
                    "This server only answers on this machine; open it as http://127.0.0.1 with its port."));
        }
        if (READING.contains(ctx.req().getMethod())) {
            return;
        }
        String site = ctx.req().getHeader("Sec-Fetch-Site");
        String origin = ctx.req().getHeader("Origin");
        // neither header: no browser of today sent it
        boolean own = site != null
                ? OWN_SITES.contains(site)
                : origin == null
                        || origin.equalsIgnoreCase("http://" + host)
                        || origin.equalsIgnoreCase("https://" + host);
        if (!own) {
            throw new Refusal(Problem.FORBIDDEN_ORIGIN.saying(
                    "Another web site tried to change something here; open Rejoinder itself and do it there."));
        }
    }

    // the port is not looked at: a forwarded port is the candidate's own doing
    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        boolean port = colon > host.lastIndexOf(']');
        return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
    }

    /** Sets the headers of every response. */
    static void headers(Context ctx, String policy) {
        HEADERS.forEach(ctx::header);
        ctx.header("Content-Security-Policy", policy);
    }

    /**
     * The content security policy.
     *
     * @param importMap CSP source of the page's one inline script, its import map
     */
    static String policy(String importMap) {
        return "default-src 'none'; script-src 'self' " + importMap
                + "; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none';"
                + " form-action 'none'; frame-ancestors 'none'";
    }
}
