package rejoinder.api;

import io.javalin.http.Context;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Gives each request an id, which is a header of the response and a field of every log line about it; and logs requests, if that is switched on. */
final class RequestLog {
    static final String HEADER = "X-Request-Id";

    private static final Logger LOG = LoggerFactory.getLogger(RequestLog.class);
    private static final String ID = "rejoinder.request";
    private static final String ROUTE = "rejoinder.route";
    private static final String FIELD = "request";
    private static final Pattern GIVEN = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int RADIX = 36;

    private final String start;
    private final AtomicLong number = new AtomicLong();

    /** @param startedAt sets the ids of one run apart from those of the next */
    RequestLog(long startedAt) {
        this.start = Long.toString(startedAt, RADIX);
    }

    /** Gives a request its id: the one that a proxy has given it, or a number. */
    void begin(Context ctx) {
        String given = ctx.header(HEADER);
        String id = given != null && GIVEN.matcher(given).matches() ? given : start + "-" + number.incrementAndGet();
        ctx.attribute(ID, id);
        ctx.header(HEADER, id);
    }

    /** Work that may throw a checked exception. */
    interface Work<R, E extends Exception> {
        R run() throws E;
    }

    /** The id of a request, which may be asked for only while the request is open. */
    static String id(Context ctx) {
        String id = ctx.attribute(ID);
        return id == null ? "" : id;
    }

    /**
     * Does work for a request, which may have ended by now, with its id in every line of the log.
     *
     * @param id of the request
     */
    static <R, E extends Exception> R about(String id, Work<R, E> work) throws E {
        MDC.put(FIELD, id);
        try {
            return work.run();
        } finally {
            MDC.remove(FIELD);
        }
    }

    /** Remembers the route that a request took. */
    static void took(Context ctx, Route route) {
        ctx.attribute(ROUTE, route.path());
    }

    /** The route that a request took: its path with names in place of values; the pages are one. */
    static String route(Context ctx) {
        String route = ctx.attribute(ROUTE);
        return route == null ? "pages" : route;
    }

    /** Logs a request that was answered. */
    static void ended(Context ctx, float millis) {
        if (LOG.isInfoEnabled()) {
            about(id(ctx), () -> {
                LOG.info("{} {} {} {} ms", ctx.method(), route(ctx), ctx.statusCode(), Math.round(millis));
                return ctx;
            });
        }
    }
}
