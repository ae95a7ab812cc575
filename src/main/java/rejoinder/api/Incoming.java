package rejoinder.api;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.bank.QuestionId;
import rejoinder.plan.CandidateId;
import rejoinder.session.SessionId;

/** What a request says: who asks, about which session and question, with which body. */
final class Incoming {
    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    /** Bytes of the largest body that is taken. */
    static final int LARGEST_BODY = 1 << 20;

    /** Bytes of a larger body that are read and thrown away, so that the sender hears the answer instead of a broken connection. */
    private static final int DRAINED = 16 << 20;

    private static final Pattern JSON =
            Pattern.compile("\\s*application/(?:[a-z.-]+\\+)?json\\s*(?:;.*)?", Pattern.CASE_INSENSITIVE);

    private static final Pattern SESSION = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,4}");

    private Incoming() {}

    /** Who asks; the one place that decides it. Without sign-in it is the one candidate of the installation. */
    @SuppressWarnings("UnusedVariable") // sign-in will read it from the request
    static CandidateId candidate(Context ctx) {
        return CandidateId.LOCAL;
    }

    /** The session in the path. */
    static SessionId session(Context ctx) {
        String id = ctx.pathParam("id");
        if (!SESSION.matcher(id).matches()) {
            throw new Refusal(Problem.NO_SUCH_SESSION.saying(
                    "There is no such session; it may have been deleted. The history lists those there are."));
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

    /** The right to write that the window claims; empty if it claims none. */
    static String writeLock(Context ctx) {
        String writeLock = ctx.header("Rejoinder-Write-Lock");
        return writeLock == null ? "" : writeLock;
    }

    /**
     * The body as an object with no other fields than these. One that says to be something other than JSON is refused: forms and plain text are what a page of another
     * site may send without being asked first. Programs that say nothing of it are taken at their word.
     */
    static Fields fields(Context ctx, String... known) {
        String type = ctx.contentType();
        if (type != null && !JSON.matcher(type).matches()) {
            throw new Refusal(Problem.NOT_JSON.saying(
                    "The request says that its body is not JSON; send it with Content-Type: application/json."));
        }
        return Fields.parse(body(ctx), known);
    }

    private static byte[] body(Context ctx) {
        try (InputStream in = ctx.req().getInputStream()) {
            byte[] body = in.readNBytes(LARGEST_BODY + 1);
            if (body.length > LARGEST_BODY) {
                for (long rest = 0; rest < DRAINED; ) {
                    long skipped = in.readNBytes(1 << 16).length;
                    if (skipped == 0) {
                        break;
                    }
                    rest += skipped;
                }
                throw new Refusal(
                        Problem.BODY_TOO_LARGE.saying("The request is larger than 1 MiB; send a shorter text."));
            }
            return body;
        } catch (IOException e) {
            // the sender went away, which is theirs to do and nothing for the log of failures
            LOG.debug("The body of a request broke off.", e);
            throw new Refusal(Problem.MALFORMED.saying("The request broke off; send it again."));
        }
    }
}
