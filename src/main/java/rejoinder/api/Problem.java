package rejoinder.api;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A problem with its status and body (RFC 9457).
 *
 * @param type stable name, shown as {@code /problems/NAME}
 * @param title what kind of problem it is
 * @param status HTTP status
 * @param detail one sentence for the candidate: what happened and what to do
 * @param extras further fields of the body
 */
record Problem(String type, String title, int status, String detail, Map<String, Object> extras) {
    /** The field that says in how many seconds to come again; it is sent as a header too. */
    static final String RETRY_AFTER = "retryAfter";

    static final String MEDIA_TYPE = "application/problem+json";

    static final Problem MALFORMED = kind("malformed", "The request cannot be read", 400);
    static final Problem SIGN_IN = kind("sign-in", "You are not signed in", 401);
    static final Problem WRONG_PASSWORD = kind("wrong-password", "The name or the password is wrong", 403);
    static final Problem NOT_LET_IN = kind("not-let-in", "You are not allowed in", 403);
    static final Problem NOT_YOURS = kind("not-yours", "Your role may not do this", 403);
    static final Problem FORGED = kind("forged", "This did not come from your page", 403);
    static final Problem FORBIDDEN_ORIGIN = kind("forbidden-origin", "Another site asked for this", 403);
    static final Problem NOT_FOUND = kind("not-found", "There is nothing here", 404);
    static final Problem NO_SUCH_SESSION = kind("no-such-session", "There is no such session", 404);
    static final Problem NO_SUCH_QUESTION = kind("no-such-question", "There is no such question", 404);
    static final Problem NO_SUCH_IMPORT = kind("no-such-import", "There is no such import", 404);
    static final Problem NO_SUCH_PERSON = kind("no-such-person", "There is no such person", 404);
    static final Problem NO_SUCH_INVITATION = kind("no-such-invitation", "There is no such invitation", 404);
    static final Problem NO_SUCH_LINK = kind("no-such-link", "This link leads nowhere", 404);
    static final Problem NO_SUCH_CLASS = kind("no-such-class", "There is no such class", 404);
    static final Problem NO_SUCH_ASSIGNMENT = kind("no-such-assignment", "There is no such assignment", 404);
    static final Problem NOT_SHOWN = kind("not-shown", "This is not shown to you", 404);
    static final Problem METHOD_NOT_ALLOWED = kind("method-not-allowed", "This cannot be done here", 405);
    static final Problem TOO_SLOW = kind("too-slow", "The request took too long", 408);
    static final Problem LAST_ADMIN = kind("last-admin", "Nobody would be left to invite people", 409);
    static final Problem SIGN_IN_FIRST = kind("sign-in-first", "This is for somebody with an account", 409);
    static final Problem NOT_NOW = kind("not-now", "This cannot be done now", 409);
    static final Problem WRONG_STATE = kind("wrong-state", "The session is not at that point", 409);
    static final Problem IMPORT_NOT_NOW = kind("import-not-now", "This import cannot do that", 409);
    static final Problem STALE_DRAFT = kind("stale-draft", "Another window changed this answer", 409);
    static final Problem WRITE_LOCK_TAKEN = kind("write-lock-taken", "Another window took over", 409);
    static final Problem ANSWER_TOO_LONG = kind("answer-too-long", "The answer is too long", 413);
    static final Problem BODY_TOO_LARGE = kind("body-too-large", "The request is too large", 413);
    static final Problem NOT_JSON = kind("not-json", "The request is not JSON", 415);
    static final Problem FORBIDDEN_HOST = kind("forbidden-host", "The server does not answer to this name", 421);
    static final Problem TOO_FEW_QUESTIONS = kind("too-few-questions", "There are too few questions", 422);
    static final Problem CANNOT_BE_KEPT = kind("cannot-be-kept", "A pack cannot hold this", 422);
    static final Problem CANNOT_BE_RESTORED = kind("cannot-be-restored", "This cannot be restored", 422);
    static final Problem TOO_MANY_TRIES = kind("too-many-tries", "There were too many attempts", 429);
    static final Problem BUSY = kind("busy", "Too much is waiting to be graded", 429);
    static final Problem NOT_GRADED_YET = kind("not-graded-yet", "Answers cannot be graded now", 503);
    static final Problem PROVIDER_AWAY = kind("provider-away", "You cannot be signed in now", 503);
    static final Problem INTERNAL = kind("internal", "Something went wrong here", 500);

    private static Problem kind(String type, String title, int status) {
        return new Problem(type, title, status, title + ".", Map.of());
    }

    /** Whether it is the server's fault. */
    boolean isFault() {
        return type.equals(INTERNAL.type);
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
}
