package rejoinder.openid;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPRequestSender;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.http.ReadOnlyHTTPRequest;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** Asks the identity provider, and nobody else: no redirect is followed, no answer is waited for long, and no long answer is taken. */
final class ProviderHttp implements HTTPRequestSender, ResourceRetriever {
    private static final Duration CONNECT = Duration.ofSeconds(4);
    private static final Duration WHOLE = Duration.ofSeconds(8);
    private static final int LONGEST = 300_000;

    private final OpenIdClient allowed;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT)
            .build();

    /** @param allowed who may be asked */
    ProviderHttp(OpenIdClient allowed) {
        this.allowed = allowed;
    }

    @Override
    public HTTPResponse send(ReadOnlyHTTPRequest asked) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(asked.getURI()).timeout(WHOLE);
        asked.getHeaderMap().forEach((name, values) -> values.forEach(value -> request.header(name, value)));
        String body = asked.getBody() == null ? "" : asked.getBody();
        if (asked.getMethod() == HTTPRequest.Method.GET) {
            request.GET();
        } else {
            request.method(asked.getMethod().name(), HttpRequest.BodyPublishers.ofString(body));
        }
        HttpResponse<byte[]> answer = answer(request.build());
        HTTPResponse response = new HTTPResponse(answer.statusCode());
        try {
            response.setContentType(answer.headers().firstValue("Content-Type").orElse(null));
        } catch (ParseException e) {
            throw new IOException("The answer of " + asked.getURI() + " has no type.", e);
        }
        response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
        return response;
    }

    @Override
    public Resource retrieveResource(URL url) throws IOException {
        try {
            HttpResponse<byte[]> answer =
                    answer(HttpRequest.newBuilder(url.toURI()).timeout(WHOLE).build());
            if (answer.statusCode() != HTTPResponse.SC_OK) {
                throw new Answered(url, answer.statusCode());
            }
            return new Resource(
                    new String(answer.body(), StandardCharsets.UTF_8),
                    answer.headers().firstValue("Content-Type").orElse(""));
        } catch (URISyntaxException e) {
            throw new IOException(url + " is not an address.", e);
        }
    }

    /** Something answers there, but not with what was asked for. */
    static final class Answered extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;

        private Answered(URL url, int status) {
            super(url + " answered " + status + ".");
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException {
        URI address = request.uri();
        if (!allowed.mayAsk(address)) {
            throw new IOException(address + " is not on the host of the issuer; name it with --oidc-host to ask it.");
        }
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new Limited());
        try {
            return answer.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(address + " cannot be asked: " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException(address + " took too long to answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException stopped = new InterruptedIOException(address + " was not waited for.");
            stopped.initCause(e);
            throw stopped;
        } finally {
            answer.cancel(true);
        }
    }

    /** Takes a body until it is too long. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {
        private final HttpResponse.BodySubscriber<byte[]> taken = HttpResponse.BodySubscribers.ofByteArray();
        private final AtomicLong room = new AtomicLong(LONGEST);
        private volatile Flow.Subscription subscription = new Flow.Subscription() {
            @Override
            public void request(long n) {}

            @Override
            public void cancel() {}
        };

        @Override
        public CompletionStage<byte[]> getBody() {
            return taken.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            taken.onSubscribe(begun);
        }

        @Override
        public void onNext(List<ByteBuffer> part) {
            long length = part.stream().mapToLong(ByteBuffer::remaining).sum();
            if (room.addAndGet(-length) < 0) {
                subscription.cancel();
                taken.onError(new IOException("The answer is longer than " + LONGEST + " bytes."));
            } else {
                taken.onNext(part);
            }
        }

        @Override
        public void onError(Throwable problem) {
            taken.onError(problem);
        }

        @Override
        public void onComplete() {
            taken.onComplete();
        }
    }
}
