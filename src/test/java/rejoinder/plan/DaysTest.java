package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "Europe/Berlin",
                "America/New_York",
                "Asia/Kolkata",
                "Pacific/Apia",
                "Africa/Casablanca",
                "+05:45"
            })
    void aDayIsTheOneOfTheCalendarInEveryZoneAndYear(String name) {
        ZoneId zone = ZoneId.of(name);
        Days days = new Days(zone);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 20_000; i++) {
            Instant at = Instant.ofEpochSecond(random.nextLong(-3_000_000_000L, 6_000_000_000L));
            assertThat(days.of(at))
                    .as(at.toString())
                    .isEqualTo(LocalDate.ofInstant(at, zone).toEpochDay());
        }
        Instant change = Instant.parse("2011-01-01T00:00:00Z");
        for (var next = zone.getRules().nextTransition(change);
                next != null && next.getInstant().isBefore(Instant.parse("2030-01-01T00:00:00Z"));
                next = zone.getRules().nextTransition(next.getInstant())) {
            for (int second = -1; second <= 1; second++) {
                Instant at = next.getInstant().plusSeconds(second);
                assertThat(days.of(at)).isEqualTo(LocalDate.ofInstant(at, zone).toEpochDay());
            }
        }
    }
}
