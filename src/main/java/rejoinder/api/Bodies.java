package rejoinder.api;

import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes in the bodies of requests. No thread waits for one, so that slow senders keep nobody else waiting, and one that takes too long is cut off. */
final class Bodies implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bodies.class);

    /** Bytes of the largest body that is taken. */
    static final int LARGEST = 1 << 20;

    /** Bytes of a larger body that are read and thrown away, so that the sender hears the answer instead of a broken connection. */
    private static final int DRAINED = 16 << 20;

    private static final String BODY = "rejoinder.body";

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

    /** The body of a request that was taken in whole; empty if it has none. */
    static byte[] of(Context ctx) {
        byte[] body = ctx.attribute(BODY);
        return body == null ? new byte[0] : body;
    }

    /** Takes in the body, for {@link #of}; ends with a {@link Refusal} if it is too large, too slow or broken off. */
    CompletableFuture<Void> take(Context ctx) {
        Reading reading = new Reading(ctx);
        ScheduledFuture<?> limit = watch.schedule(reading::tooSlow, patience.toMillis(), TimeUnit.MILLISECONDS);
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
        private final byte[] buffer = new byte[1 << 13];
        private long bytes;

        Reading(Context ctx) {
            this.ctx = ctx;
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
                if (bytes <= LARGEST) {
                    taken.write(buffer, 0, read);
                } else if (bytes > DRAINED) {
                    tooLarge();
                }
            }
        }

        @Override
        public void onAllDataRead() {
            if (bytes > LARGEST) {
                tooLarge();
            } else {
                ctx.attribute(BODY, taken.toByteArray());
                whole.complete(null);
            }
        }

        @Override
        public void onError(Throwable problem) {
            // the sender went away, which is theirs to do and nothing for the log of failures
            LOG.debug("The body of a request broke off.", problem);
            whole.completeExceptionally(brokenOff());
        }

        private static Refusal brokenOff() {
            return new Refusal(Problem.MALFORMED.saying("The request broke off; send it again."));
        }

        private void tooLarge() {
            whole.completeExceptionally(new Refusal(
                    Problem.BODY_TOO_LARGE.saying("The request is larger than 1 MiB; send a shorter text.")));
        }

        void tooSlow() {
            whole.completeExceptionally(new Refusal(Problem.TOO_SLOW.saying(
                    "The request took too long to arrive; check the connection and send it again.")));
        }
    }
}
