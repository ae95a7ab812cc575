package rejoinder.api;

import io.javalin.http.Context;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** What the server counts and measures, for monitoring. It contains no candidate's text and no session's name: requests are counted by route. */
final class Metrics {
    /** The text format of Prometheus. */
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final Duration[] STEPS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Counter failures = Counter.builder("rejoinder.failures")
            .description("Requests that failed through a fault of the server")
            .register(registry);

    /**
     * @param queue where answers wait for live grading
     * @param threads that answer requests
     * @param more figures by name, each read when it is asked for
     */
    Metrics(GradingQueue queue, QueuedThreadPool threads, Map<String, Supplier<Number>> more) {
        new JvmMemoryMetrics().bindTo(registry);
        gauge("rejoinder.grading.waiting", queue::waiting);
        gauge("rejoinder.threads.busy", threads::getBusyThreads);
        gauge("rejoinder.threads.most", threads::getMaxThreads);
        more.forEach(this::gauge);
    }

    private void gauge(String name, Supplier<Number> figure) {
        Gauge.builder(name, figure).register(registry);
    }

    /**
     * Counts a request.
     *
     * @param route its path with names in place of values
     */
    void answered(String method, String route, int status, Duration took) {
        Timer.builder("rejoinder.requests")
                .description("Requests by route, with the time until they were answered")
                .tags("method", method, "route", route, "status", Integer.toString(status))
                .serviceLevelObjectives(STEPS)
                .register(registry)
                .record(took);
    }

    /** Counts a failure that was logged. */
    void failed() {
        failures.increment();
    }

    void show(Context ctx) {
        Reply.of(TYPE, registry.scrape().getBytes(StandardCharsets.UTF_8)).sendPrivately(ctx);
    }
}
