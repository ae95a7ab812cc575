package rejoinder.api;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A response body with everything needed to send it: its type, a strong entity tag, and the same body compressed if that is worth it.
 *
 * @param type media type
 * @param plain the bytes
 * @param zipped the bytes compressed with gzip; the plain ones if they are short or compressed already
 * @param tag first half of the SHA-256 of the plain bytes in hexadecimal
 */
@SuppressWarnings("ArrayRecordComponent") // never handed on, never written to
record Reply(String type, byte[] plain, byte[] zipped, String tag) {
    private static final int WORTH_COMPRESSING = 1000;

    /** A body to be sent once. */
    static Reply of(String type, byte[] plain) {
        boolean text = type.startsWith("text/") || type.contains("json") || type.contains("svg");
        byte[] zipped = text && plain.length >= WORTH_COMPRESSING ? zip(plain) : plain;
        return new Reply(
                type,
                plain,
                zipped.length < plain.length ? zipped : plain,
                HexFormat.of().formatHex(sha256(plain), 0, 16));
    }

    /** Sends a record, map or list as JSON. */
    static void json(Context ctx, int status, Object value) {
        ctx.status(status);
        of("application/json", Json.bytes(value)).sendPrivately(ctx);
    }

    /** Sends a record, map or list as JSON. */
    static void json(Context ctx, Object value) {
        json(ctx, 200, value);
    }

    /** Sends a problem. */
    static void problem(Context ctx, Problem problem) {
        ctx.status(problem.status());
        ctx.header("Cache-Control", "no-store");
        Object wait = problem.extras().get(Problem.RETRY_AFTER);
        if (wait != null) {
            ctx.header("Retry-After", wait.toString());
        }
        if (problem.status() == 401) {
            // browsers do not know this scheme, so none opens a sign-in dialog of its own
            ctx.header("WWW-Authenticate", "Rejoinder");
        }
        ctx.contentType(Problem.MEDIA_TYPE);
        ctx.result(Json.bytes(problem.body(ctx.path())));
    }

    /** Sends private data, which no cache may store. */
    void sendPrivately(Context ctx) {
        ctx.header("Cache-Control", "no-store");
        write(ctx);
    }

    /** Sends the body, or 304 if the client has it already. */
    void send(Context ctx) {
        boolean compress = compresses(ctx);
        // the compressed body is another representation, so it has another strong tag
        String entity = '"' + tag + (compress ? "-gzip" : "") + '"';
        ctx.header("Cache-Control", "no-cache");
        boolean reading =
                ctx.method().name().equals("GET") || ctx.method().name().equals("HEAD");
        if (reading && ctx.statusCode() == 200) {
            ctx.header("ETag", entity);
            if (matches(ctx.header("If-None-Match"), entity)) {
                ctx.header("Vary", "Accept-Encoding");
                ctx.status(304);
                return;
            }
        }
        write(ctx);
    }

    private boolean compresses(Context ctx) {
        return zipped != plain && takesGzip(ctx.header("Accept-Encoding"));
    }

    private void write(Context ctx) {
        boolean compress = compresses(ctx);
        ctx.header("Vary", "Accept-Encoding");
        ctx.contentType(type);
        if (compress) {
            ctx.header("Content-Encoding", "gzip");
        }
        byte[] body = compress ? zipped : plain;
        // set here, because a long body would be sent in chunks, and HEAD would have no length
        ctx.res().setContentLength(body.length);
        ctx.result(body);
    }

    /** The CSP source of an inline script. */
    static String cspHash(byte[] script) {
        return "'sha256-" + Base64.getEncoder().encodeToString(sha256(script)) + "'";
    }

    private static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        return Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .anyMatch(coding ->
                        coding.equals("gzip") || (coding.startsWith("gzip;") && !coding.matches(".*q=0(\\.0*)?$")));
    }

    private static boolean matches(@Nullable String ifNoneMatch, String entity) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(","))
                        .map(String::strip)
                        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(entity));
    }

    private static byte[] zip(byte[] plain) {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail to be written.", e);
        }
        return zipped.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
