package rejoinder.api;

import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.http.NotFoundResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.session.SessionException;
import rejoinder.session.StoreException;

/**
 * The one map from a thing that went wrong to a status and a body (RFC 9457).
 *
 * @param type stable name, shown as {@code /problems/NAME}
 * @param title what kind of problem it is
 * @param status HTTP status
 * @param detail one sentence for the candidate: what happened and what to do
 * @param extras further fields of the body
 */
record Problem(String type, String title, int status, String detail, Map<String, Object> extras) {
    static final String MEDIA_TYPE = "application/problem+json";

    static final Problem MALFORMED = kind("malformed", "The request cannot be read", 400);
    static final Problem FORBIDDEN_ORIGIN = kind("forbidden-origin", "Another site asked for this", 403);
    static final Problem NOT_FOUND = kind("not-found", "There is nothing here", 404);
    static final Problem NO_SUCH_SESSION = kind("no-such-session", "There is no such session", 404);
    static final Problem NO_SUCH_QUESTION = kind("no-such-question", "There is no such question", 404);
    static final Problem METHOD_NOT_ALLOWED = kind("method-not-allowed", "This cannot be done here", 405);
    static final Problem WRONG_STATE = kind("wrong-state", "The session is past or before this", 409);
    static final Problem STALE_DRAFT = kind("stale-draft", "Another window changed this answer", 409);
    static final Problem WRITE_LOCK_TAKEN = kind("write-lock-taken", "Another window took over", 409);
    static final Problem ANSWER_TOO_LONG = kind("answer-too-long", "The answer is too long", 413);
    static final Problem BODY_TOO_LARGE = kind("body-too-large", "The request is too large", 413);
    static final Problem NOT_JSON = kind("not-json", "The request is not JSON", 415);
    static final Problem FORBIDDEN_HOST = kind("forbidden-host", "The server does not answer to this name", 421);
    static final Problem TOO_FEW_QUESTIONS = kind("too-few-questions", "There are too few questions", 422);
    static final Problem NOT_GRADED_YET = kind("not-graded-yet", "Answers cannot be graded now", 503);
    static final Problem INTERNAL = kind("internal", "Something went wrong here", 500);

    private static final Logger LOG = LoggerFactory.getLogger(Problem.class);

    private static Problem kind(String type, String title, int status) {
        return new Problem(type, title, status, title + ".", Map.of());
    }

    /** The same with its sentence. */
    Problem saying(String sentence) {
        return new Problem(type, title, status, sentence, extras);
    }

    /** The same with one more field. */
    Problem with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(name, value);
        return new Problem(type, title, status, detail, more);
    }

    /** The body, for the path that was asked for. */
    Map<String, Object> body(String instance) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("instance", instance);
        body.putAll(extras);
        return body;
    }

    /**
     * What a thrown thing is answered with. What nobody foresaw is logged whole under an id, and only the id is answered.
     *
     * @param thrown what was thrown
     * @param id names the failure in the log if it is one
     */
    static Problem of(Throwable thrown, String id) {
        if (thrown instanceof Refusal refusal) {
            return refusal.problem();
        }
        if (thrown instanceof SessionException refused) {
            return of(refused);
        }
        if (thrown instanceof MethodNotAllowedResponse) {
            return METHOD_NOT_ALLOWED.saying("This address does not take this method; see /api/openapi.json.");
        }
        if (thrown instanceof NotFoundResponse) {
            return NOT_FOUND.saying("There is nothing at this address; /api/openapi.json lists what there is.");
        }
        if (thrown instanceof HttpResponseException refused && refused.getStatus() < 500) {
            return MALFORMED.saying("The request cannot be read; see /api/openapi.json.");
        }
        LOG.error("Failure {}", id, thrown);
        if (thrown instanceof StoreException broken) {
            return INTERNAL.saying(String.valueOf(broken.getMessage())).with("id", id);
        }
        return INTERNAL.saying("Something went wrong on the server; what was saved before is safe. Try again; the log"
                        + " has the details under " + id + ".")
                .with("id", id);
    }

    private static Problem of(SessionException refused) {
        String detail = String.valueOf(refused.getMessage());
        if (refused instanceof SessionException.NoSuchSession) {
            return NO_SUCH_SESSION.saying(detail);
        }
        if (refused instanceof SessionException.NoSuchQuestion) {
            return NO_SUCH_QUESTION.saying(detail);
        }
        if (refused instanceof SessionException.StaleDraft stale) {
            return STALE_DRAFT.saying(detail).with("current", DraftJson.of(stale.current()));
        }
        if (refused instanceof SessionException.WriteLockTaken) {
            return WRITE_LOCK_TAKEN.saying(detail);
        }
        if (refused instanceof SessionException.AnswerTooLong) {
            return ANSWER_TOO_LONG.saying(detail);
        }
        if (refused instanceof SessionException.TooFewQuestions few) {
            return TOO_FEW_QUESTIONS.saying(detail).with("available", few.available());
        }
        return WRONG_STATE.saying(detail);
    }
}
