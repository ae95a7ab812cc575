package rejoinder.cli;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import rejoinder.api.Server;
import rejoinder.grade.GraderState;
import rejoinder.plan.CandidateId;
import rejoinder.store.Database;

/**
 * A started server with what it stands on.
 *
 * @param server answers requests
 * @param reader reads the history at the start, and fits memory to it now and then
 * @param worker closes sessions whose time is over, and grades what is owed
 * @param rounds its round of every second
 * @param grading the grader, once it is ready
 * @param database keeps it all
 */
record Running(
        Server server,
        ExecutorService reader,
        ScheduledExecutorService worker,
        ScheduledFuture<?> rounds,
        AtomicReference<GraderState> grading,
        Database database)
        implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 10;

    /** The port that it listens on. */
    int port() {
        return server.port();
    }

    /** Whether nobody was asked anything here yet. */
    boolean firstRun() {
        return database.sessions().lastAsked(CandidateId.LOCAL).isEmpty();
    }

    /** Stops: no more requests, then the work under way, then the data. */
    @Override
    public void close() {
        server.stop();
        rounds.cancel(false);
        // the session under the grader's eye is finished; those behind it stay owed and are graded at the next start
        grading.set(new GraderState.Loading());
        worker.shutdown();
        // what it was grading stays owed and is graded at the next start
        await(worker);
        reader.shutdown();
        await(reader);
        database.close();
    }

    /** Waits for work under way to end, and stops it if it does not. */
    static void await(ExecutorService worker) {
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            worker.shutdownNow();
        }
    }
}
