package rejoinder.api;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The queue of sign-ins, which take a while: only a few run at once, so that a flood of sign-ins delays nobody's answer. */
final class SignInQueue implements AutoCloseable {
    private static final int MOST = 100;
    private static final int COME_AGAIN_SECONDS = 10;

    private final ThreadPoolExecutor pool;

    /** @param atOnce how many are signed in at the same time */
    SignInQueue(int atOnce) {
        pool = new ThreadPoolExecutor(atOnce, atOnce, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST), task -> {
            Thread thread = new Thread(task, "sign-in");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Puts work at the end.
     *
     * @return done when the work is, with what it threw
     * @throws Refusal if too much is waiting
     */
    CompletableFuture<Void> add(GradingQueue.Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        try {
            pool.execute(() -> {
                try {
                    work.run();
                    done.complete(null);
                } catch (Exception | Error e) {
                    done.completeExceptionally(e);
                }
            });
        } catch (RejectedExecutionException e) {
            throw new Refusal(Problem.TOO_MANY_TRIES
                    .saying("Many people are signing in; try again in " + COME_AGAIN_SECONDS + " seconds.")
                    .with(Problem.RETRY_AFTER, COME_AGAIN_SECONDS));
        }
        return done;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
