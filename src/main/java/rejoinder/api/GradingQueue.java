package rejoinder.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import rejoinder.plan.CandidateId;

/**
 * The queue of requests that are answered with a grade. It has a few threads of its own, so that grading never delays a save; each candidate has a
 * queue, and candidates take turns, so that nobody waits for all the requests of another. A candidate with too many waiting is told when to try again.
 */
final class GradingQueue implements AutoCloseable {
    /** Requests of one candidate that may wait. */
    static final int MOST_OF_ONE = 8;

    /** Requests of all candidates that may wait. */
    static final int MOST_OF_ALL = 256;

    private static final int LONGEST_WAIT_SECONDS = 60;

    /** The assumed time of a grading before the first one is measured, in milliseconds. */
    private static final double FIRST_GUESS = 300;

    /** Weight of the newest grading in the average. */
    private static final double NEWEST = 0.2;

    private final InstantSource clock;
    private final int threads;
    private final ExecutorService pool;
    private final Map<CandidateId, Deque<Runnable>> waiting = new LinkedHashMap<>();
    private int inAll;
    private double millis = FIRST_GUESS;

    /** @param threads how many requests are handled at once */
    GradingQueue(int threads, InstantSource clock) {
        this.threads = threads;
        this.clock = clock;
        this.pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "live-grading");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Work that may throw anything a handler throws. */
    interface Work {
        void run() throws Exception;
    }

    /**
     * Puts work at the end of a candidate's queue.
     *
     * @return done when the work is, with what it threw
     * @throws Refusal if too much is waiting
     */
    CompletableFuture<Void> add(CandidateId candidate, Work work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (this) {
            Deque<Runnable> own = waiting.get(candidate);
            if (inAll >= MOST_OF_ALL || (own != null && own.size() >= MOST_OF_ONE)) {
                throw busy(own == null ? inAll : own.size());
            }
            waiting.computeIfAbsent(candidate, key -> new ArrayDeque<>()).add(() -> see(work, done));
            inAll++;
        }
        pool.execute(() -> next().run());
        return done;
    }

    // the candidate whose turn it is goes to the end of the line
    private synchronized Runnable next() {
        Map.Entry<CandidateId, Deque<Runnable>> first =
                waiting.entrySet().iterator().next();
        CandidateId candidate = first.getKey();
        Deque<Runnable> own = first.getValue();
        Runnable work = own.removeFirst();
        inAll--;
        waiting.remove(candidate);
        if (!own.isEmpty()) {
            waiting.put(candidate, own);
        }
        return work;
    }

    private void see(Work work, CompletableFuture<Void> done) {
        Instant from = clock.instant();
        try {
            work.run();
            done.complete(null);
        } catch (Exception | Error e) {
            done.completeExceptionally(e);
        }
        took(Duration.between(from, clock.instant()));
    }

    private synchronized void took(Duration time) {
        millis += NEWEST * (Math.max(0, time.toMillis()) - millis);
    }

    private Refusal busy(int ahead) {
        long seconds = (long) Math.ceil(ahead * millis / threads / 1000);
        long wait = Math.max(1, Math.min(LONGEST_WAIT_SECONDS, seconds));
        return new Refusal(Problem.BUSY
                .saying("Many answers are being graded; what you wrote is kept. Try again in " + wait
                        + (wait == 1 ? " second." : " seconds."))
                .with(Problem.RETRY_AFTER, wait));
    }

    /** How many requests wait. */
    synchronized int waiting() {
        return inAll;
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
