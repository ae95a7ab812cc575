package rejoinder.api;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rejoinder.account.Account;
import rejoinder.account.Accounts;
import rejoinder.plan.CandidateId;

/**
 * Finds out who sent a request. On a server without accounts it is the one candidate of the installation; with accounts it is the person whom the cookie has signed in,
 * and each change has to carry the token of that sign-in, which no page of another site can read.
 */
final class Authentication {
    /** The cookie that signs in; no script reads it. */
    static final String COOKIE = "rejoinder";

    /** The cookie for the page: who is signed in may do what, and the token of the sign-in's forms. */
    static final String PAGE_COOKIE = "rejoinder-page";

    /** The header that carries the token of the forms; the address may carry it where no header can be sent. */
    static final String HEADER = "Rejoinder-Form";

    /** The cookie of whoever is on the way to an identity provider. */
    static final String GOING_COOKIE = "rejoinder-going";

    /** The cookie of a browser in which somebody has signed out: the provider may still know them. */
    private static final String LEFT_COOKIE = "rejoinder-left";

    private static final String PARAMETER = "form";
    private static final String CANDIDATE = "rejoinder.candidate";
    private static final String WINDOW = "rejoinder.window";

    private final Optional<Accounts> accounts;
    private final Guard guard;

    private Authentication(Optional<Accounts> accounts, Guard guard) {
        this.accounts = accounts;
        this.guard = guard;
    }

    /** The authentication of a server. */
    static Authentication of(ServerSettings settings) {
        return new Authentication(
                settings.accounts(), new Guard(settings.host(), settings.allowedHosts(), settings.trustedProxies()));
    }

    /** The signed-in window that a request came from. */
    private record Window(String token, Account account) {}

    /**
     * Checks whether a request is allowed.
     *
     * @throws Refusal if it is not signed in, may not do that, or comes from a page that does not know the sign-in
     */
    void check(Context ctx, Route route) {
        if (accounts.isEmpty()) {
            ctx.attribute(CANDIDATE, CandidateId.LOCAL);
            return;
        }
        Optional<Window> window = window(ctx);
        window.ifPresent(it -> {
            ctx.attribute(WINDOW, it);
            ctx.attribute(CANDIDATE, it.account.id());
        });
        if (route.access() == Route.Access.ANYBODY
                || (route.access() == Route.Access.WATCHERS && guard.isOfThisMachine(ctx))) {
            return;
        }
        Window here = window.orElseThrow(() -> new Refusal(Problem.SIGN_IN.saying(
                "You are not signed in; sign in and try again. What you wrote is kept in this browser.")));
        if (!route.access().isGiven(here.account.role())) {
            throw new Refusal(Problem.NOT_YOURS.saying("Your role here is "
                    + here.account.role().word()
                    + ", which may not do this; ask an administrator of this server."));
        }
        if (!route.isReading() && !carriesToken(ctx, here)) {
            throw new Refusal(
                    Problem.FORGED.saying(
                            "This change did not come from a page that you signed in with; load the page again and repeat it."));
        }
    }

    private static boolean carriesToken(Context ctx, Window window) {
        @Nullable String carried = ctx.header(HEADER);
        carried = carried == null ? ctx.queryParam(PARAMETER) : carried;
        return carried != null && Accounts.isFormToken(carried, window.token);
    }

    private Optional<Window> window(Context ctx) {
        String token = ctx.cookie(COOKIE);
        if (token == null || token.isEmpty()) {
            return Optional.empty();
        }
        return accounts.flatMap(all -> all.window(token)).map(found -> {
            if (found.renew()) {
                give(ctx, new Accounts.Opened(found.account(), token, Accounts.formToken(token)));
            }
            return new Window(token, found.account());
        });
    }

    /** The candidate whose data a request is about. */
    static CandidateId candidate(Context ctx) {
        CandidateId candidate = ctx.attribute(CANDIDATE);
        if (candidate == null) {
            throw new IllegalStateException(ctx.path() + " asks for a candidate, and is open to anybody.");
        }
        return candidate;
    }

    /** Who is signed in; nobody on a server without accounts. */
    static Optional<Account> account(Context ctx) {
        return Optional.ofNullable(ctx.<Window>attribute(WINDOW)).map(Window::account);
    }

    /** The token of a request's sign-in; empty if it has none. */
    static String token(Context ctx) {
        return Optional.ofNullable(ctx.<Window>attribute(WINDOW))
                .map(Window::token)
                .orElse("");
    }

    /** Where a request comes from. */
    String address(Context ctx) {
        return guard.address(ctx);
    }

    /** The page of this server that an identity provider sends people back to. */
    String callback(Context ctx) {
        return guard.origin(ctx) + "/sign-in/back";
    }

    /** Keeps what the browser needs when it comes back from an identity provider. */
    void keepGoing(Context ctx, String secret) {
        set(ctx, GOING_COOKIE, secret, (int) Accounts.AT_PROVIDER.toSeconds(), true);
    }

    /** What {@link #keepGoing} kept, which is used up; "" if there is nothing. */
    String takeGoing(Context ctx) {
        String secret = ctx.cookie(GOING_COOKIE);
        set(ctx, GOING_COOKIE, "", 0, true);
        return secret == null ? "" : secret;
    }

    /** Whether somebody has signed out in this browser last. */
    static boolean wasLeft(Context ctx) {
        return ctx.cookie(LEFT_COOKIE) != null;
    }

    /** Signs the browser in. */
    void give(Context ctx, Accounts.Opened opened) {
        int seconds = (int) Accounts.SIGN_IN.toSeconds();
        set(ctx, COOKIE, opened.token(), seconds, true);
        String role = opened.account().role().word();
        set(ctx, PAGE_COOKIE, role + "." + opened.formToken(), seconds, false);
        if (wasLeft(ctx)) {
            set(ctx, LEFT_COOKIE, "", 0, true);
        }
    }

    /**
     * Signs the browser out.
     *
     * @param leaving whether an identity provider may still know who was here
     */
    void clear(Context ctx, boolean leaving) {
        set(ctx, COOKIE, "", 0, true);
        set(ctx, PAGE_COOKIE, "", 0, false);
        if (leaving) {
            set(ctx, LEFT_COOKIE, "1", (int) Accounts.SIGN_IN.toSeconds(), true);
        }
    }

    private void set(Context ctx, String name, String value, int seconds, boolean hidden) {
        ctx.cookie(new Cookie(name, value, "/", seconds, guard.isSecure(ctx), hidden, null, SameSite.LAX));
    }
}
