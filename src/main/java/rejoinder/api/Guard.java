package rejoinder.api;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The checks that every request passes before a handler sees it, and the headers of every response. */
final class Guard {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** Headers of every response besides its content security policy. */
    static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    /** What any site may read: it holds nothing private. */
    private static final Set<String> OPEN =
            Set.of("/api/health", "/api/health/live", "/api/health/ready", "/api/openapi.json");

    private static final String FORWARDED_HOST = "X-Forwarded-Host";

    /** The headers that proxies add to a request. */
    private static final List<String> FORWARDED =
            List.of(FORWARDED_HOST, "X-Forwarded-For", "X-Forwarded-Proto", "Forwarded", "Via");

    private final Set<String> names;
    private final Set<InetAddress> proxies;

    /**
     * @param host the address that the server is bound to
     * @param allowedHosts further host names that it answers to
     * @param trustedProxies addresses of proxies that are trusted for the host name that was asked for
     */
    Guard(String host, Set<String> allowedHosts, Set<String> trustedProxies) {
        Set<String> known = new HashSet<>(List.of("localhost", "127.0.0.1", "[::1]", bracketed(host)));
        allowedHosts.forEach(name -> known.add(bracketed(name)));
        this.names = Set.copyOf(known);
        this.proxies = trustedProxies.stream().map(Guard::address).collect(Collectors.toUnmodifiableSet());
    }

    // a literal address, so there is no DNS lookup
    private static InetAddress address(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new StartFailure(
                    "'" + literal + "' is not a proxy's address; write an IP address, such as 127.0.0.1.", e);
        }
    }

    private static String bracketed(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.contains(":") && !lower.startsWith("[") ? "[" + lower + "]" : lower;
    }

    /** Refuses a request for another host name (DNS rebinding), and any write or private read that another site asked for. */
    void check(Context ctx) {
        String host = askedFor(ctx);
        if (host == null || !names.contains(name(host))) {
            throw new Refusal(
                    Problem.FORBIDDEN_HOST.saying(
                            "This server does not answer to this name; open it as http://127.0.0.1 with its port, or start it with --allowed-host and the name."));
        }
        String site = ctx.req().getHeader("Sec-Fetch-Site");
        if (READING.contains(ctx.req().getMethod())) {
            boolean own = site == null || OWN_SITES.contains(site);
            if (!own && ctx.path().startsWith("/api/") && !OPEN.contains(ctx.path())) {
                throw new Refusal(Problem.FORBIDDEN_ORIGIN.saying(
                        "Another web site asked for your data; open Rejoinder itself to see it."));
            }
            return;
        }
        String origin = ctx.req().getHeader("Origin");
        // neither header: no current browser sent it
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

    // behind a proxy, the name that the proxy was asked for
    private @Nullable String askedFor(Context ctx) {
        return forwarded(ctx, FORWARDED_HOST).orElse(ctx.req().getHeader("Host"));
    }

    /** Where a request comes from: behind a proxy, the address that the nearest proxy saw. */
    String address(Context ctx) {
        return forwarded(ctx, "X-Forwarded-For").orElse(ctx.req().getRemoteAddr());
    }

    /** The origin of this server, as the request has it; the host name was checked before. */
    String origin(Context ctx) {
        return (isSecure(ctx) ? "https://" : "http://") + askedFor(ctx);
    }

    /** Whether a proxy took the request over TLS. */
    boolean isSecure(Context ctx) {
        return forwarded(ctx, "X-Forwarded-Proto")
                .filter("https"::equalsIgnoreCase)
                .isPresent();
    }

    /** Whether the request comes from a program on this machine, not through a proxy. */
    boolean isOfThisMachine(Context ctx) {
        boolean forwarded = FORWARDED.stream().anyMatch(header -> ctx.req().getHeader(header) != null);
        return !forwarded && address(ctx.req().getRemoteAddr()).isLoopbackAddress();
    }

    // the last entry was added by the nearest proxy
    private Optional<String> forwarded(Context ctx, String header) {
        String all = ctx.req().getHeader(header);
        return all == null || !proxies.contains(address(ctx.req().getRemoteAddr()))
                ? Optional.empty()
                : Optional.of(all.substring(all.lastIndexOf(',') + 1).strip());
    }

    // the port is ignored: a forwarded port is the candidate's own choice
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
