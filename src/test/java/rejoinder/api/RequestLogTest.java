package rejoinder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class RequestLogTest {
    private static final int MOST_REQUESTS = 1_000;

    private final HttpClient client = HttpClient.newHttpClient();

    private String idOfAnswer(int port) throws IOException, InterruptedException {
        return client.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .headers()
                .firstValue(RequestLog.HEADER)
                .orElseThrow();
    }

    @Test
    void workForARequestThatHasEndedMeanwhileIsLoggedUnderItsId() throws Exception {
        CompletableFuture<Context> request = new CompletableFuture<>();
        CompletableFuture<String> id = new CompletableFuture<>();
        RequestLog log = new RequestLog(0);
        Javalin server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.routes.before(log::begin);
            config.routes.get("/", ctx -> {
                request.complete(ctx);
                id.complete(RequestLog.id(ctx));
            });
        });
        server.start("127.0.0.1", 0);
        try {
            String answered = idOfAnswer(server.port());
            Context first = request.get(30, TimeUnit.SECONDS);
            // a request ends a moment after its answer has arrived
            boolean gone = false;
            for (int i = 0; i < MOST_REQUESTS && !gone; i++) {
                idOfAnswer(server.port());
                gone = catchThrowable(() -> RequestLog.id(first)) instanceof NullPointerException;
            }
            assertThat(gone).as("the request itself is gone").isTrue();
            assertThat(RequestLog.<String, RuntimeException>about(id.join(), () -> MDC.get("request")))
                    .isEqualTo(answered);
        } finally {
            server.stop();
        }
    }
}
