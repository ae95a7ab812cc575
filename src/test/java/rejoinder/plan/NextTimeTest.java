package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class NextTimeTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final MemoryModel MODEL = new MemoryModel(ZoneOffset.UTC);

    @Test
    void aFirstAnswerComesAgainInOneToEightDays() {
        List<NextTime> choices = NextTime.choices(MODEL, List.of(), NOW);

        assertThat(choices).extracting(NextTime::rating).containsExactly(Rating.values());
        assertThat(choices).extracting(NextTime::days).containsExactly(1L, 1L, 2L, 8L);
        assertThat(choices.get(3).sentence())
                .isEqualTo("It comes back in 8 days, when you have a 90 % chance of still knowing it.");
        assertThat(choices.get(0).sentence()).isEqualTo("Not known yet, so it comes back tomorrow.");
    }

    @Test
    void aLaterAnswerGoesOnFromTheMemorySoFar() {
        List<Review> earlier = List.of(Reviews.rated("t/q", NOW.minus(3, ChronoUnit.DAYS), Rating.GOOD));

        assertThat(NextTime.choices(MODEL, earlier, NOW).get(2).memory())
                .isEqualTo(MODEL.next(MODEL.after(earlier).orElseThrow(), Rating.GOOD, NOW));
    }

    @Test
    void anEasierAnswerNeverComesAgainSooner() {
        List<Review> earlier = List.of(
                Reviews.rated("t/q", NOW.minus(30, ChronoUnit.DAYS), Rating.GOOD),
                Reviews.rated("t/q", NOW.minus(3, ChronoUnit.DAYS), Rating.AGAIN));

        assertThat(NextTime.choices(MODEL, earlier, NOW))
                .extracting(NextTime::days)
                .isSorted();
    }
}
