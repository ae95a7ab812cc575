package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rejoinder.session.Leases.Lease;
import rejoinder.session.Leases.Work;

/** What holds of leases wherever they are kept. */
public abstract class LeasesContract {
    /** Those of one server. */
    protected abstract Leases leases();

    /** Those of another server, if there can be one; else the same. */
    protected abstract Leases others();

    @Test
    void aPieceThatIsHeldIsGivenToNobodyElse() {
        List<String> pieces = List.of("b", "a");
        Lease first = leases().first(Work.GRADING, pieces).orElseThrow();
        assertThat(first.piece()).isEqualTo("b");
        Lease second = others().first(Work.GRADING, pieces).orElseThrow();
        assertThat(second.piece()).isEqualTo("a");
        assertThat(leases().first(Work.GRADING, pieces)).isEmpty();
        assertThat(others().first(Work.GRADING, pieces)).isEmpty();
        assertThat(others().first(Work.CLOSING, pieces).map(Lease::piece)).contains("b");
        assertThat(first.renew()).isTrue();
        first.close();
        assertThat(others().first(Work.GRADING, pieces).map(Lease::piece)).contains("b");
    }

    @Test
    void whereThereIsNothingToDoNothingIsTaken() {
        assertThat(leases().first(Work.FITTING, List.of())).isEmpty();
        leases().each(Work.FITTING, List.of(), lease -> {
            throw new IllegalStateException(lease.piece());
        });
    }

    @Test
    void workThatFailsGivesItsPieceBack() {
        List<String> one = List.of("one");
        try {
            leases().each(Work.CLOSING, one, lease -> {
                throw new StoreException("as far as this test goes");
            });
        } catch (StoreException e) {
            assertThat(e).hasMessage("as far as this test goes");
        }
        assertThat(others().first(Work.CLOSING, one)).isPresent();
    }

    @Test
    void aServerThatIsToldToStopLeavesTheRestToOthers() {
        List<String> pieces = List.of("a", "b", "c");
        List<String> done = new ArrayList<>();
        leases().each(Work.GRADING, pieces, lease -> {
            done.add(lease.piece());
            return done.size() < 2;
        });
        assertThat(done).containsExactly("a", "b");
    }

    @Test
    void manyWhoTakeAtTheSameTimeNeverHaveTheSamePiece() throws Exception {
        List<String> pieces =
                IntStream.range(0, 120).mapToObj(n -> "piece-" + n).toList();
        Map<String, AtomicInteger> holders = new ConcurrentHashMap<>();
        AtomicInteger together = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int thread = 0; thread < 6; thread++) {
                Leases whose = thread % 2 == 0 ? leases() : others();
                all.add(threads.submit(() -> {
                    go.await();
                    whose.each(Work.GRADING, pieces, lease -> {
                        AtomicInteger here = holders.computeIfAbsent(lease.piece(), any -> new AtomicInteger());
                        if (here.incrementAndGet() > 1) {
                            together.incrementAndGet();
                        }
                        assertThat(lease.renew()).isTrue();
                        here.decrementAndGet();
                        return true;
                    });
                    return Optional.empty();
                }));
            }
            go.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(together).hasValue(0);
        assertThat(holders.keySet()).containsExactlyInAnyOrderElementsOf(pieces);
    }
}
