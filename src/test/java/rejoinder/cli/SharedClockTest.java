package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import rejoinder.session.TestClock;

class SharedClockTest {
    private final TestClock machine = new TestClock();
    private final TestClock database = new TestClock();
    private final AtomicInteger asked = new AtomicInteger();
    private final SharedClock clock = new SharedClock(machine, () -> {
        asked.incrementAndGet();
        return Optional.of(database.instant());
    });

    @ParameterizedTest
    @CsvSource({
        "PT6S, 6 seconds ahead of",
        "PT-90S, 90 seconds behind",
        "PT10M, 10 minutes ahead of",
        "PT-24H, 24 hours behind"
    })
    void aClockThatIsFarOffIsSaidAndTheDatabasesCounts(Duration off, String words) {
        machine.forward(off);
        clock.compare();
        assertThat(clock.instant()).isEqualTo(database.instant());
        assertThat(clock.warning()).hasValueSatisfying(said -> assertThat(said).contains(words));
    }

    @Test
    void twoHonestClocksAreNeverTheSame() {
        machine.forward(Duration.ofSeconds(4));
        clock.compare();
        assertThat(clock.warning()).isEmpty();
        assertThat(clock.instant()).isEqualTo(machine.instant());
    }

    @Test
    void aClockThatIsSetRightCountsAgainWithinAMinute() {
        machine.forward(Duration.ofDays(1));
        clock.compare();
        machine.backward(Duration.ofDays(1));
        clock.compare();
        assertThat(clock.warning()).isEmpty();
        assertThat(clock.instant()).isEqualTo(machine.instant());
        clock.compare();
        assertThat(asked).as("not asked each second").hasValue(2);
        machine.forward(Duration.ofMinutes(1));
        clock.compare();
        assertThat(asked).hasValue(3);
    }

    @Test
    void whereNoOtherServerWorksTheMachinesClockCounts() {
        SharedClock alone = new SharedClock(machine, Optional::empty);
        machine.set(Instant.EPOCH);
        alone.compare();
        assertThat(alone.instant()).isEqualTo(Instant.EPOCH);
        assertThat(alone.warning()).isEmpty();
    }

    @Test
    void anAnswerThatTookLongSaysNothing() {
        SharedClock slow = new SharedClock(machine, () -> {
            Instant then = machine.instant();
            machine.forward(Duration.ofMinutes(1));
            return Optional.of(then);
        });
        slow.compare();
        assertThat(slow.warning()).isEmpty();
    }
}
