package rejoinder.api;

import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Receives the bodies of requests. No thread waits for one, so that slow senders delay nobody else; a body that takes too long is cut off. */
final class Bodies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

    /** Bytes of the largest body that is accepted. */
    static final int LARGEST = 1 << 20;

    /** Bytes of a larger body that are read and discarded, so that the client receives the response instead of a broken connection. */
    private static final int DRAINED = 16 << 20;

    /** Bytes of the largest body that is kept in a file: the largest archive, and the multipart envelope around it. */
    static final long LARGEST_FILE = 210L << 20;

    /** Files take longer to arrive than text. */
    private static final Duration PATIENCE_FOR_FILES = Duration.ofMinutes(10);

    private static final String BODY = "rejoinder.body";
    private static final String FILE = "rejoinder.file";

    private final Duration patience;
    private final ScheduledExecutorService watch;

    /** @param patience how long a body may take to arrive */
    Bodies(Duration patience) {
        this.patience = patience;
        this.watch = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "bodies");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The complete body of a request; empty if it has none. */
    static byte[] of(Context ctx) {
        byte[] body = ctx.attribute(BODY);
        return body == null ? new byte[0] : body;
    }

    /** The body of a request that was written to a file; empty for any other request. */
    static Optional<Path> file(Context ctx) {
        return Optional.ofNullable(ctx.attribute(FILE));
    }

    /** Deletes the file that a body was written to. */
    static void forget(Context ctx) {
        file(ctx).ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("{} could not be deleted.", file, e);
            }
        });
    }

    /** Receives the body, for {@link #of}; ends with a {@link Refusal} if it is too large, too slow or cut off. */
    CompletableFuture<Void> take(Context ctx) {
        return take(new Reading(ctx, Optional.empty()), patience);
    }

    /** The same for a body of files, which goes into a file for {@link #file}; any other body is read as text. */
    CompletableFuture<Void> takeFiles(Context ctx) {
        String type = ctx.header("Content-Type");
        String kind = type == null ? "" : type.toLowerCase(Locale.ROOT);
        if (!kind.startsWith("multipart/form-data") && !kind.startsWith("application/zip")) {
            return take(ctx);
        }
        try {
            Path file = Files.createTempFile("rejoinder", ".upload");
            ctx.attribute(FILE, file);
            return take(new Reading(ctx, Optional.of(Files.newOutputStream(file))), PATIENCE_FOR_FILES);
        } catch (IOException e) {
            throw new UncheckedIOException("The files cannot be saved; free some disk space.", e);
        }
    }

    private CompletableFuture<Void> take(Reading reading, Duration atMost) {
        ScheduledFuture<?> limit = watch.schedule(reading::tooSlow, atMost.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Void> whole = reading.whole.whenComplete((done, failure) -> limit.cancel(false));
        try {
            reading.in.setReadListener(reading);
        } catch (RuntimeException e) {
            reading.onError(e);
        }
        return whole;
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    private static final class Reading implements ReadListener {
        private final Context ctx;
        private final ServletInputStream in;
        private final CompletableFuture<Void> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private final Optional<OutputStream> file;
        private final long largest;
        private final byte[] buffer = new byte[1 << 13];
        private long bytes;

        Reading(Context ctx, Optional<OutputStream> file) {
            this.ctx = ctx;
            this.file = file;
            this.largest = file.isPresent() ? LARGEST_FILE : LARGEST;
            try {
                this.in = ctx.req().getInputStream();
            } catch (IOException e) {
                LOG.debug("The body of a request cannot be read.", e);
                throw brokenOff();
            }
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (!whole.isDone() && in.isReady()) {
                int read = in.read(buffer);
                if (read < 0) {
                    return;
                }
                bytes += read;
                if (bytes <= largest) {
                    file.map(OutputStream.class::cast).orElse(taken).write(buffer, 0, read);
                } else if (bytes > largest + DRAINED) {
                    tooLarge();
                }
            }
        }

        @Override
        public void onAllDataRead() {
            if (bytes > largest) {
                tooLarge();
            } else {
                closeFile();
                ctx.attribute(BODY, taken.toByteArray());
                whole.complete(null);
            }
        }

        @Override
        public void onError(Throwable problem) {
            // the client disconnected, which is no failure to log
            LOG.debug("The body of a request was cut off.", problem);
            closeFile();
            whole.completeExceptionally(brokenOff());
        }

        private static Refusal brokenOff() {
            return new Refusal(Problem.MALFORMED.saying("The request was cut off; send it again."));
        }

        private void tooLarge() {
            closeFile();
            whole.completeExceptionally(new Refusal(Problem.BODY_TOO_LARGE.saying(
                    file.isPresent()
                            ? "These files are larger than 200 MB together; import them in parts."
                            : "The request is larger than 1 MiB; send a shorter text.")));
        }

        private void closeFile() {
            file.ifPresent(open -> {
                try {
                    open.close();
                } catch (IOException e) {
                    LOG.warn("The file of a request could not be closed.", e);
                }
            });
        }

        void tooSlow() {
            closeFile();
            whole.completeExceptionally(new Refusal(Problem.TOO_SLOW.saying(
                    "The request took too long to arrive; check the connection and send it again.")));
        }
    }
}
