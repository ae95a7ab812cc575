package rejoinder.api;

import java.nio.ByteBuffer;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers what never reaches a handler, such as a request line that is not HTTP, as a problem too: without a page, a version or a stack trace. */
final class JettyProblems implements Request.Handler {
    private final String policy;

    JettyProblems(String policy) {
        this.policy = policy;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        // 505 is about the request too
        Problem problem = status >= 500 && status != 505
                ? Problem.INTERNAL.saying(
                        "Something went wrong on the server; what was saved before is safe. Try again.")
                : new Problem(
                        "malformed",
                        Problem.MALFORMED.title(),
                        status,
                        "The request is not one that a browser sends; see /api/openapi.json.",
                        Map.of());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        Guard.HEADERS.forEach((name, value) -> response.getHeaders().put(name, value));
        response.getHeaders().put("Content-Security-Policy", policy);
        response.write(
                true,
                ByteBuffer.wrap(Json.bytes(problem.body(request.getHttpURI().getPath()))),
                callback);
        return true;
    }
}
