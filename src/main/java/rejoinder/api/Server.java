package rejoinder.api;

import static rejoinder.api.Route.Access.ADMINS;
import static rejoinder.api.Route.Access.ANYBODY;
import static rejoinder.api.Route.Access.REVIEWERS;
import static rejoinder.api.Route.Access.WATCHERS;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server. */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    /** How long a stop waits for requests that are being answered, in milliseconds. */
    private static final long STOP_TIMEOUT = 2_500;

    /** How long a stop waits for connections on which nothing is being answered, in milliseconds. */
    private static final long IDLE_AT_STOP = 50;

    private static final int MOST_THREADS = 32;
    private static final int ASKING_AT_ONCE = 8;
    private static final double NANOS_IN_MILLI = 1e6;

    private final ServerSettings settings;
    private final Pages pages;
    private final Guard guard;
    private volatile List<Route> routes;
    private final Javalin javalin;
    private final AtomicLong failures = new AtomicLong();
    private final Bodies bodies;
    private final GradingQueue queue;
    // hashing fills a processor, asking only waits
    private final SignInQueue signIns = new SignInQueue(1);
    private final SignInQueue askings = new SignInQueue(ASKING_AT_ONCE);
    private final Authentication authentication;
    private final QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    private final Metrics metrics;
    private final RequestLog log;

    /**
     * Prepares the server; {@link #start} binds it.
     *
     * @throws StartFailure if the front end is not whole
     */
    public Server(ServerSettings settings) {
        this.settings = settings;
        this.pages = new Pages(settings.webRoot());
        this.guard = new Guard(settings.host(), settings.allowedHosts(), settings.trustedProxies());
        this.authentication = Authentication.of(settings);
        this.bodies = new Bodies(settings.slowestBody());
        // one core is left for everything else
        int graders = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        this.queue = new GradingQueue(graders, settings.clock());
        this.metrics = new Metrics(queue, threads, settings.figures());
        this.log = new RequestLog(settings.clock().millis());
        this.routes = routes(settings, metrics::show);
        this.javalin = Javalin.create(this::configure);
    }

    /** The route table: every address under {@code /api}. All others are the front end's, see {@link Pages}. */
    static List<Route> routes(ServerSettings settings, Handler metrics) {
        HomeHandlers home = new HomeHandlers(settings);
        SessionHandlers sessions = new SessionHandlers(settings, home);
        ReviewHandlers review = new ReviewHandlers(settings, sessions);
        PlanHandlers plan = new PlanHandlers(settings);
        PracticeHandlers practice = new PracticeHandlers(settings);
        ArchiveHandlers archive = new ArchiveHandlers(settings);
        SampleHandlers sample = new SampleHandlers(settings);
        WordingHandlers wordings = new WordingHandlers(settings);
        ImportHandlers imports = new ImportHandlers(settings);
        BankHandlers questions = new BankHandlers(settings);
        AccountHandlers people = new AccountHandlers(settings, Authentication.of(settings));
        ShareHandlers shares = new ShareHandlers(settings);
        ClassHandlers classes = new ClassHandlers(settings, sessions);
        ReviewingHandlers reviewing = new ReviewingHandlers(settings);
        String assigned = "/api/classes/{class}/assignments/{assignment}";
        return List.of(
                new Route("GET", "/api/health", home::health).open(ANYBODY),
                new Route("GET", "/api/health/live", home::live).open(ANYBODY),
                new Route("GET", "/api/health/ready", home::ready).open(ANYBODY),
                new Route("GET", "/api/metrics", metrics).open(WATCHERS),
                new Route("GET", "/api/openapi.json", home::description).open(ANYBODY),
                new Route("GET", "/api/home", home::home),
                new Route("GET", "/api/plan", plan::show),
                new Route("GET", "/api/plan/interview", plan::interview),
                new Route("PUT", "/api/plan/interview", plan::setInterview),
                new Route("PUT", "/api/plan/memory", plan::setMemory),
                new Route("GET", "/api/plan/calendar", plan::calendar),
                new Route("GET", "/api/weak-points", plan::weakPoints),
                new Route("GET", "/api/progress", plan::progress),
                Route.grading("POST", "/api/job-description", plan::jobDescription),
                new Route("GET", "/api/topics/{topic}", plan::topic),
                new Route("POST", "/api/sessions", sessions::start),
                new Route("GET", "/api/sessions", sessions::list),
                new Route("GET", "/api/sessions/{id}", sessions::open),
                new Route("DELETE", "/api/sessions/{id}", sessions::delete),
                new Route("PUT", "/api/sessions/{id}/drafts/{place}", sessions::save),
                new Route("POST", "/api/sessions/{id}/drafts/{place}", sessions::save),
                new Route("GET", "/api/sessions/{id}/kept", sessions::kept),
                new Route("POST", "/api/sessions/{id}/write-lock", sessions::takeWriteLock),
                new Route("POST", "/api/sessions/{id}/pause", sessions::pause),
                new Route("POST", "/api/sessions/{id}/resume", sessions::resume),
                new Route("POST", "/api/sessions/{id}/submit", sessions::submit),
                Route.grading("POST", "/api/sessions/{id}/questions/{place}/settle", sessions::settle),
                new Route("POST", "/api/sessions/{id}/questions/{place}/judgement", review::judge),
                new Route("POST", "/api/sessions/{id}/questions/{place}/corrections", review::correct),
                Route.grading("POST", "/api/sessions/{id}/questions/{place}/try", review::tryAgain),
                Route.grading("POST", "/api/sessions/{id}/questions/{place}/stability", review::stability),
                new Route("GET", "/api/sessions/{id}/questions/{place}/practice", practice::show),
                new Route("PUT", "/api/sessions/{id}/questions/{place}/practice", practice::rate),
                new Route("POST", "/api/sessions/{id}/questions/{place}/hints", practice::hint),
                Route.grading("POST", "/api/sessions/{id}/questions/{place}/drills", practice::drill),
                Route.grading("POST", "/api/sessions/{id}/questions/{place}/follow-up", practice::followUp),
                new Route("GET", "/api/sessions/{id}/change", practice::change),
                Route.grading("POST", "/api/questions/{topic}/{slug}/drills", practice::drillOfBank),
                new Route("GET", "/api/sessions/{id}/export.md", review::exportMarkdown),
                new Route("GET", "/api/sessions/{id}/export.json", review::exportJson),
                new Route("GET", "/api/sessions/{id}/share", shares::show),
                new Route("POST", "/api/sessions/{id}/share", shares::make),
                new Route("DELETE", "/api/sessions/{id}/share", shares::withdraw),
                new Route("POST", "/api/shared", shares::open).open(ANYBODY),
                new Route("GET", "/api/my-classes", classes::own),
                new Route("DELETE", "/api/my-classes/{class}", classes::leave),
                new Route("PUT", "/api/my-classes/{class}", classes::show),
                new Route("POST", "/api/assignments/{assignment}/start", classes::start),
                new Route("GET", "/api/sessions/{id}/comments", reviewing::ownComments),
                new Route("GET", "/api/classes", classes::list).open(REVIEWERS),
                new Route("POST", "/api/classes", classes::make).open(REVIEWERS),
                new Route("GET", "/api/classes/{class}", classes::open).open(REVIEWERS),
                new Route("DELETE", "/api/classes/{class}", classes::delete).open(REVIEWERS),
                new Route("POST", "/api/classes/{class}/invitations", classes::invite).open(REVIEWERS),
                new Route("DELETE", "/api/classes/{class}/invitations/{invitation}", classes::withdrawInvitation)
                        .open(REVIEWERS),
                new Route("DELETE", "/api/classes/{class}/members/{person}", classes::removeMember).open(REVIEWERS),
                new Route("GET", "/api/classes/{class}/members/{person}/practice", reviewing::practice).open(REVIEWERS),
                new Route("GET", "/api/classes/{class}/members/{person}/practice/{id}", reviewing::round)
                        .open(REVIEWERS),
                new Route("POST", "/api/classes/{class}/assignments", classes::assign).open(REVIEWERS),
                new Route("GET", assigned, reviewing::assignment).open(REVIEWERS),
                new Route("DELETE", assigned, classes::withdrawAssignment).open(REVIEWERS),
                new Route("GET", assigned + "/answers/{person}", reviewing::answers).open(REVIEWERS),
                new Route("POST", assigned + "/answers/{person}/{place}/corrections", reviewing::correct)
                        .open(REVIEWERS),
                new Route("PUT", assigned + "/answers/{person}/{place}/comment", reviewing::comment).open(REVIEWERS),
                new Route("GET", "/api/questions/{topic}/{slug}/attempts", review::attempts),
                new Route("GET", "/api/questions/{topic}/{slug}/note", review::note),
                new Route("PUT", "/api/questions/{topic}/{slug}/note", review::writeNote),
                new Route("GET", "/api/wordings", wordings::list),
                new Route("POST", "/api/wordings", wordings::accept),
                new Route("DELETE", "/api/wordings/{wording}", wordings::forget),
                Route.grading("POST", "/api/sessions/{id}/current-grade", archive::currentGrade),
                new Route("GET", "/api/reversals", archive::reversals),
                new Route("GET", "/api/confidence", archive::confidenceTallies),
                new Route("GET", "/api/data", archive::holdings),
                new Route("POST", "/api/data/delete", archive::deleteEverything),
                new Route("GET", "/api/export.zip", archive::export),
                Route.files("POST", "/api/restore/check", archive::lookAtArchive)
                        .open(ADMINS),
                Route.files("POST", "/api/restore", archive::restore).open(ADMINS),
                new Route("GET", "/api/bank", questions::list),
                new Route("GET", "/api/bank/export/{form}", questions::export),
                new Route("POST", "/api/bank/questions", questions::add).open(REVIEWERS),
                new Route("GET", "/api/bank/questions/{topic}/{slug}", questions::open),
                new Route("PUT", "/api/bank/questions/{topic}/{slug}", questions::save).open(REVIEWERS),
                new Route("DELETE", "/api/bank/questions/{topic}/{slug}", questions::delete).open(REVIEWERS),
                new Route("POST", "/api/bank/problems", questions::problems).open(REVIEWERS),
                Route.grading("POST", "/api/bank/try", questions::tryAnswer).open(REVIEWERS),
                new Route("POST", "/api/bank/points", questions::propose).open(REVIEWERS),
                Route.files("POST", "/api/import/preview", imports::preview).open(REVIEWERS),
                new Route("GET", "/api/import/{id}", imports::show).open(REVIEWERS),
                new Route("PUT", "/api/import/{id}", imports::changeAll).open(REVIEWERS),
                new Route("DELETE", "/api/import/{id}", imports::drop).open(REVIEWERS),
                new Route("PUT", "/api/import/{id}/files/{file}", imports::readAs).open(REVIEWERS),
                new Route("GET", "/api/import/{id}/items/{item}", imports::item).open(REVIEWERS),
                new Route("PUT", "/api/import/{id}/items/{item}", imports::mend).open(REVIEWERS),
                new Route("POST", "/api/import/{id}/items/{item}/merge", imports::merge).open(REVIEWERS),
                new Route("POST", "/api/import/{id}/items/{item}/split", imports::split).open(REVIEWERS),
                new Route("POST", "/api/import/{id}/commit", imports::commit).open(REVIEWERS),
                new Route("GET", "/api/imports", imports::past).open(REVIEWERS),
                new Route("POST", "/api/imports/{id}/undo", imports::undo).open(REVIEWERS),
                new Route("GET", "/api/sign-in", people::ways).open(ANYBODY),
                Route.hashing("POST", "/api/sign-in", people::signIn).open(ANYBODY),
                Route.asking("POST", "/api/sign-in/provider", people::goToProvider)
                        .open(ANYBODY),
                Route.asking("POST", "/api/sign-in/back", people::comeBack).open(ANYBODY),
                new Route("POST", "/api/sign-out", people::signOut),
                new Route("POST", "/api/invitation", people::invitation).open(ANYBODY),
                Route.hashing("POST", "/api/invitation/accept", people::accept).open(ANYBODY),
                new Route("POST", "/api/invitation/join", classes::join),
                new Route("GET", "/api/account", people::show),
                Route.hashing("PUT", "/api/account/password", people::changePassword),
                new Route("GET", "/api/people", people::people).open(ADMINS),
                new Route("PUT", "/api/people/{person}", people::changeRole).open(ADMINS),
                new Route("DELETE", "/api/people/{person}", people::remove).open(ADMINS),
                new Route("POST", "/api/people/invitations", people::invite).open(ADMINS),
                new Route("DELETE", "/api/people/invitations/{invitation}", people::withdraw).open(ADMINS),
                new Route("GET", "/api/sample", sample::question),
                Route.grading("POST", "/api/sample", sample::answer));
    }

    /**
     * Binds the address and serves.
     *
     * @throws StartFailure if the port is taken or the address cannot be bound
     */
    public void start() {
        try {
            javalin.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            if (isUnknown(e)) {
                throw new StartFailure(
                        "This machine has no address " + settings.host()
                                + " to listen on; give one of its own with --host, or leave --host out.",
                        e);
            }
            throw new StartFailure(
                    "Port " + settings.port() + " on " + settings.host()
                            + " cannot be used: another program has it, or it is not allowed. Stop that program, or choose another port (--port 0 picks a free one).",
                    e);
        }
        for (Connector connector : jetty().getConnectors()) {
            if (connector instanceof AbstractConnector open) {
                open.setShutdownIdleTimeout(IDLE_AT_STOP);
            }
        }
    }

    // the system has no exception of its own for an address of another machine
    private static boolean isUnknown(Throwable problem) {
        for (Throwable why = problem; why != null; why = why.getCause()) {
            if (why instanceof UnresolvedAddressException
                    || why instanceof UnknownHostException
                    || String.valueOf(why.getMessage()).contains("assign requested address")) {
                return true;
            }
        }
        return false;
    }

    /** Switches to another bank; requests under way end with the one they began with. */
    public void renew(ServerSettings renewed) {
        routes = routes(renewed, metrics::show);
    }

    /** The port that is served. */
    public int port() {
        return javalin.port();
    }

    /** The server underneath. */
    org.eclipse.jetty.server.Server jetty() {
        return javalin.jettyServer().server();
    }

    /** Takes no more requests, answers those that are under way for as long as a stop may take, and stops. */
    public void stop() {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            LOG.warn("A request took too long to answer and was cut off, because the server stops.");
            LOG.debug("The stop took too long.", e);
        } finally {
            queue.close();
            signIns.close();
            askings.close();
            bodies.close();
        }
    }

    @Override
    public void close() {
        stop();
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.jetty.threadPool = threads;
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_TIMEOUT);
            server.setErrorHandler(new JettyProblems(pages.policy()));
        });
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setSendXPoweredBy(false);
        });
        config.resourceHandler(pages);
        config.requestLogger.http((ctx, millis) -> {
            metrics.answered(
                    ctx.method().name(),
                    RequestLog.route(ctx),
                    ctx.statusCode(),
                    Duration.ofNanos(Math.round(millis * NANOS_IN_MILLI)));
            RequestLog.ended(ctx, millis);
        });
        config.routes.before(ctx -> {
            log.begin(ctx);
            Guard.headers(ctx, pages.policy());
            guard.check(ctx);
        });
        List<Route> first = routes;
        for (int i = 0; i < first.size(); i++) {
            Route route = first.get(i);
            int line = i;
            // looked up with each request: another bank has other handlers on the same lines
            Handler now = ctx -> routes.get(line).handler().handle(ctx);
            config.routes.addHttpHandler(HandlerType.findOrCreate(route.method()), route.path(), answering(route, now));
            if (route.isReading()) {
                // the same headers without the body, which Jetty leaves out
                config.routes.addHttpHandler(HandlerType.HEAD, route.path(), answering(route, now));
            }
        }
        config.routes.after(Bodies::forget);
        config.routes.exception(Exception.class, this::refuse);
        // Javalin has an answer of its own for these, which a handler for every exception does not replace
        config.routes.exception(HttpResponseException.class, this::refuse);
        config.router.javaLangErrorHandler(this::refuse);
    }

    private Handler answering(Route route, Handler now) {
        if (route.isReading()) {
            return ctx -> {
                RequestLog.took(ctx, route);
                authentication.check(ctx, route);
                handle(now, ctx, RequestLog.id(ctx));
            };
        }
        // a body that is not there yet is waited for without a thread, and so is a turn at grading
        return ctx -> {
            RequestLog.took(ctx, route);
            // asked for now: once the client has given up, the request can no longer be asked
            String id = RequestLog.id(ctx);
            try {
                authentication.check(ctx, route);
            } catch (Refusal e) {
                // its body stays unread, so the next request of this connection could not be told from it
                ctx.header("Connection", "close");
                throw e;
            }
            ctx.future(() -> (route.kind() == Route.Kind.FILES ? bodies.takeFiles(ctx) : bodies.take(ctx))
                    .thenCompose(taken -> answered(route, now, ctx, id)));
        };
    }

    private static void handle(Handler now, Context ctx, String id) throws Exception {
        RequestLog.about(id, () -> {
            now.handle(ctx);
            return ctx;
        });
    }

    private CompletableFuture<Void> answered(Route route, Handler now, Context ctx, String id) {
        if (route.kind() == Route.Kind.GRADING) {
            return queue.add(Incoming.candidate(ctx), () -> handle(now, ctx, id));
        }
        if (route.kind() == Route.Kind.HASHING) {
            return signIns.add(() -> handle(now, ctx, id));
        }
        if (route.kind() == Route.Kind.ASKING) {
            return askings.add(() -> handle(now, ctx, id));
        }
        try {
            handle(now, ctx, id);
            return CompletableFuture.completedFuture(null);
        } catch (Exception e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void refuse(Exception exception, Context ctx) {
        Problem problem = RequestLog.about(RequestLog.id(ctx), () -> Problems.of(exception, failure()));
        if (problem.isFault()) {
            metrics.failed();
        }
        Reply.problem(ctx, problem);
    }

    // an Error has no request with it, only the response
    private void refuse(HttpServletResponse response, Error error) {
        Problem problem = Problems.of(error, failure());
        metrics.failed();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        try {
            response.getOutputStream().write(Json.bytes(problem.body("/api")));
        } catch (IOException e) {
            LOG.debug("The client disconnected before the failure could be reported.", e);
        }
    }

    private String failure() {
        return "E" + Long.toString(settings.clock().millis(), 36) + "-" + failures.incrementAndGet();
    }
}
