package rejoinder.api;

import io.javalin.http.Context;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;
import rejoinder.session.SessionId;

/** Reads requests: who asks, about which session and question, with which body. */
final class Incoming {
    private static final Pattern JSON =
            Pattern.compile("\\s*application/(?:[a-z.-]+\\+)?json\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern CHARSET =
            Pattern.compile(".*;\\s*charset\\s*=\\s*+\"?+(?!utf-?8\"?\\s*(?:;|$)).*", Pattern.CASE_INSENSITIVE);

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern START_KEY = Pattern.compile("[A-Za-z0-9_-]{8,100}");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,9}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,4}");

    private static final Pattern MILLIS = Pattern.compile("-?[0-9]{1,15}");
    private static final int LONGEST_SEARCH = 1000;

    /** Lines of a list that are sent unless more are asked for. */
    private static final int PAGE = 100;

    private Incoming() {}

    /** Who asks, as {@link Authentication} has found out. */
    static CandidateId candidate(Context ctx) {
        return Authentication.candidate(ctx);
    }

    /** The page's key for this start; a start that is sent again has the same key. */
    static Optional<String> startKey(Context ctx) {
        Optional<String> key = Optional.ofNullable(ctx.header("Idempotency-Key"));
        if (key.filter(it -> !START_KEY.matcher(it).matches()).isPresent()) {
            throw Refusal.malformed(
                    "Idempotency-Key must have 8 to 100 letters, digits, hyphens and underscores; make one up for each start.");
        }
        return key;
    }

    /** The session in the path. */
    static SessionId session(Context ctx) {
        String id = ctx.pathParam("id");
        if (!SESSION.matcher(id).matches()) {
            throw new Refusal(Problem.NO_SUCH_SESSION.saying(
                    "There is no such session; it may have been deleted. The history lists all of them."));
        }
        return new SessionId(id);
    }

    /** The place of a question in its session, from 0, in the path. */
    static int place(Context ctx) {
        String place = ctx.pathParam("place");
        if (!PLACE.matcher(place).matches()) {
            throw new Refusal(
                    Problem.NO_SUCH_QUESTION.saying("There is no such question in this session; count them from 0."));
        }
        return Integer.parseInt(place);
    }

    /** The question in the path. */
    static QuestionId question(Context ctx) {
        return QuestionId.parse(ctx.pathParam("topic") + "/" + ctx.pathParam("slug"))
                .orElseThrow(() -> new Refusal(
                        Problem.NO_SUCH_QUESTION.saying("There is no such question; choose one that is listed.")));
    }

    /** The write lock that the window claims; empty if it claims none. */
    static String writeLock(Context ctx) {
        String writeLock = ctx.header("Rejoinder-Write-Lock");
        return writeLock == null ? "" : writeLock;
    }

    /** A parameter of the query; "" if it is not there. */
    static String parameter(Context ctx, String name) {
        String value = ctx.queryParam(name);
        return value == null ? "" : value.strip();
    }

    /** The words that a list is searched for. */
    static String words(Context ctx) {
        String words = parameter(ctx, "words");
        if (words.length() > LONGEST_SEARCH) {
            throw Refusal.malformed("words", "A search has at most " + LONGEST_SEARCH + " characters.");
        }
        return words;
    }

    /** A parameter of the query that is one of some words; empty if it is not there. */
    static <T> Optional<T> choice(Context ctx, String name, Map<String, T> words) {
        String given = parameter(ctx, name);
        if (!given.isEmpty() && !words.containsKey(given)) {
            throw Refusal.malformed(
                    name, name + " must be one of " + String.join(", ", new TreeSet<>(words.keySet())) + ".");
        }
        return Optional.ofNullable(words.get(given));
    }

    /** A parameter of the query in milliseconds since 1970; empty if it is not there. */
    static Optional<Instant> instant(Context ctx, String name) {
        String given = parameter(ctx, name);
        if (given.isEmpty()) {
            return Optional.empty();
        }
        if (!MILLIS.matcher(given).matches()) {
            throw Refusal.malformed(name, name + " must be a time in milliseconds since 1970.");
        }
        return Optional.of(Instant.ofEpochMilli(Long.parseLong(given)));
    }

    /** How many lines of a list are wanted; a page of them by default. */
    static int count(Context ctx) {
        return count(ctx, PAGE);
    }

    /** Likewise, where a page has another length. */
    static int count(Context ctx, int page) {
        String given = parameter(ctx, "count");
        return COUNT.matcher(given).matches() ? Integer.parseInt(given) : page;
    }

    /**
     * The body as an object with no other fields than these. A body that is declared as something other than JSON is refused: a page of another
     * site may send forms and plain text without a preflight request. A request without a content type is accepted.
     */
    static Fields fields(Context ctx, String... known) {
        // the header itself: an unknown charset in it makes Jetty fail
        String type = ctx.header("Content-Type");
        if (type != null && !JSON.matcher(type).matches()) {
            throw new Refusal(Problem.NOT_JSON.saying(
                    "The request says that its body is not JSON; send it with Content-Type: application/json."));
        }
        if (type != null && CHARSET.matcher(type).matches()) {
            throw new Refusal(
                    Problem.NOT_JSON.saying("The request says that its body is not in UTF-8; send it in UTF-8."));
        }
        return Fields.parse(Bodies.of(ctx), known);
    }
}
