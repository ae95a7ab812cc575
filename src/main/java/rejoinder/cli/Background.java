package rejoinder.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.plan.CandidateId;
import rejoinder.session.Leases;

/** The background work of a server: it closes sessions whose time is over, grades what is owed, and fits memory to the answers. */
final class Background implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    /** How long a stop waits for the answer being graded, in milliseconds; the server has had its time before. */
    private static final long PATIENCE = 2_000;

    /** How often memory may be fitted to more answers, in rounds of a second. */
    private static final int FIT_EVERY = 600;

    /** Rounds of a second in which starting up and the first interview have the machine to themselves. */
    private static final int SETTLED = 60;

    /** Fitting goes through all candidates in one piece. */
    private static final List<String> ALL = List.of("all");

    private volatile UseCases useCases;
    private volatile Runnable more = () -> {};
    private volatile Runnable beside = () -> {};
    private final AtomicBoolean isBeside = new AtomicBoolean();
    private final LoadedModel model;
    private final Leases leases;
    private final Supplier<List<CandidateId>> everybody;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> daemon(task, "reading"));
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "grading"));
    private final AtomicBoolean due = new AtomicBoolean();
    private final AtomicLong rounds = new AtomicLong();
    private volatile Optional<ScheduledFuture<?>> everySecond = Optional.empty();
    private volatile Optional<ScheduledFuture<?>> backups = Optional.empty();
    private volatile boolean closing;

    /**
     * @param leases which of several servers does what
     * @param everybody everybody whose memory may be fitted
     */
    Background(UseCases useCases, LoadedModel model, Leases leases, Supplier<List<CandidateId>> everybody) {
        this.useCases = useCases;
        this.model = model;
        this.leases = leases;
        this.everybody = everybody;
    }

    /** Does something else in each round, too. */
    void alsoDo(Runnable work) {
        more = work;
    }

    /** Does something that may take long in each round, too, beside everything else. */
    void alsoDoBeside(Runnable work) {
        beside = work;
    }

    /** Goes on with other use cases, because the bank has changed. */
    void use(UseCases others) {
        useCases = others;
    }

    /** Reads a long history while the server starts; whoever asks for it meanwhile waits for that reading. */
    void readHistory() {
        reader.execute(
                () -> attempt(() -> useCases.studying().daily(CandidateId.LOCAL).round()));
    }

    /** Loads the model, before anything is graded. */
    void load(Runnable load) {
        worker.execute(load);
    }

    /** Does a round every second until it is closed. */
    void start() {
        everySecond = Optional.of(worker.scheduleWithFixedDelay(() -> attempt(this::round), 0, 1, TimeUnit.SECONDS));
    }

    /** Makes a backup whenever one is due, beside everything else. */
    void backUp(Runnable makeIfDue) {
        backups = Optional.of(
                worker.scheduleWithFixedDelay(() -> reader.execute(() -> attempt(makeIfDue)), 0, 1, TimeUnit.MINUTES));
    }

    /** Grades what is owed as soon as it can; asked for often, so one round in the queue serves all who wait. */
    void gradeSoon() {
        if (due.compareAndSet(false, true)) {
            worker.execute(() -> {
                due.set(false);
                attempt(() -> useCases.owed().gradeAll());
            });
        }
    }

    private void round() {
        useCases.overdue().closeAll();
        useCases.owed().gradeAll();
        // one question a round: whatever is handed in meanwhile comes first
        useCases.warmUp().next();
        model.learnMore();
        if (rounds.get() > SETTLED) {
            model.readAhead();
        }
        if (rounds.incrementAndGet() % FIT_EVERY == 1) {
            // takes a second or two, in which answers would wait for their grades
            reader.execute(() -> attempt(() -> leases.each(Leases.Work.FITTING, ALL, this::fit)));
        }
        if (isBeside.compareAndSet(false, true)) {
            reader.execute(() -> {
                attempt(beside);
                isBeside.set(false);
            });
        }
        more.run();
    }

    private boolean fit(Leases.Lease lease) {
        for (CandidateId candidate : everybody.get()) {
            if (!lease.renew()) {
                return false;
            }
            useCases.studying().fitIfDue(candidate);
        }
        return true;
    }

    /** Finishes the answer being graded; what is owed after it is graded at the next start. */
    @Override
    public void close() {
        closing = true;
        everySecond.ifPresent(task -> task.cancel(false));
        backups.ifPresent(task -> task.cancel(false));
        model.stop();
        long from = System.nanoTime();
        // first the worker, whose last round may still hand something to the reader
        worker.shutdown();
        stop(worker, PATIENCE);
        reader.shutdown();
        stop(reader, PATIENCE - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from));
    }

    private static void stop(ExecutorService executor, long millis) {
        try {
            if (!executor.awaitTermination(millis, TimeUnit.MILLISECONDS)) {
                executor.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            executor.shutdownNow();
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    // an executor drops a repeated task that throws, so unexpected failures are logged and the work is tried again a
    // second later
    private void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            if (closing) {
                LOG.info("Background work was cut off by the stop and will be done after the next start.");
            } else {
                LOG.error("Background work failed and will be retried.", e);
            }
        }
    }
}
