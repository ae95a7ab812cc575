package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import rejoinder.grade.Score;

class MemoryModelTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    private static final MemoryModel MODEL = new MemoryModel(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"0,AGAIN", ".394,AGAIN", ".395,HARD", ".594,HARD", ".595,GOOD", ".844,GOOD", ".845,EASY", "1,EASY"})
    void aScoreStandsForARatingByThePercentageThatIsShown(double score, Rating rating) {
        assertThat(Rating.of(new Score(score))).isEqualTo(rating);
    }

    @Test
    void aQuestionIsDueWhenTheChanceOfRecallHasFallenToTheDesiredRetention() {
        MemoryState state = MODEL.first(Rating.EASY, NOON);

        assertThat(state.due()).isEqualTo(LocalDate.parse("2026-03-18"));
        assertThat(MODEL.retrievability(state, NOON.plus(8, ChronoUnit.DAYS))).isBetween(.9, .91);
        assertThat(MODEL.retrievability(state, NOON.plus(9, ChronoUnit.DAYS))).isBetween(.89, .9);
    }

    @Test
    void aDayEndsAtMidnightInTheCandidatesZone() {
        MemoryModel auckland = new MemoryModel(ZoneId.of("Pacific/Auckland"));
        Instant lateEvening = Instant.parse("2026-03-10T10:50:00Z"); // 23:50 in Auckland
        Instant afterMidnight = Instant.parse("2026-03-10T11:10:00Z"); // 0:10 the next day

        MemoryState state = auckland.first(Rating.GOOD, lateEvening);

        assertThat(auckland.retrievability(state, afterMidnight)).isLessThan(1);
        assertThat(MODEL.retrievability(MODEL.first(Rating.GOOD, lateEvening), afterMidnight))
                .isEqualTo(1);
        assertThat(auckland.first(Rating.AGAIN, afterMidnight).due()).isEqualTo(LocalDate.parse("2026-03-12"));
    }

    @Test
    void anHourLostOrWonToDaylightSavingChangesNoDueDate() {
        MemoryModel berlin = new MemoryModel(ZoneId.of("Europe/Berlin"));
        Instant dayBeforeSpring = Instant.parse("2026-03-28T22:30:00Z"); // 23:30 in Berlin

        assertThat(berlin.first(Rating.AGAIN, dayBeforeSpring).due()).isEqualTo(LocalDate.parse("2026-03-29"));
        assertThat(berlin.first(Rating.AGAIN, Instant.parse("2026-10-24T21:30:00Z"))
                        .due())
                .isEqualTo(LocalDate.parse("2026-10-25"));
    }

    @ParameterizedTest
    @EnumSource(Rating.class)
    void aClockThatWentBackCountsAsNoTimeGone(Rating rating) {
        MemoryState before = MODEL.first(Rating.GOOD, NOON);
        MemoryState sameDay = MODEL.next(before, rating, NOON);

        MemoryState back = MODEL.next(before, rating, NOON.minus(400, ChronoUnit.DAYS));

        assertThat(back).isEqualTo(sameDay);
        assertThat(MODEL.retrievability(before, NOON.minus(3, ChronoUnit.DAYS))).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Rating.class)
    void theMaximumIntervalIsNeverExceeded(Rating rating) {
        MemoryModel monthly = new MemoryModel(MemoryParameters.DEFAULT, .9, 30, ZoneOffset.UTC);
        MemoryState state = monthly.first(Rating.EASY, NOON);
        for (int i = 1; i < 30; i++) {
            state = monthly.next(state, rating, NOON.plus(30L * i, ChronoUnit.DAYS));
            assertThat(state.due())
                    .isBeforeOrEqualTo(LocalDate.parse("2026-03-10").plusDays(30L * i + 30));
        }
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 200).mapToObj(Long::valueOf);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theLawsOfMemoryHoldAfterAnyHistory(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Review> log = new ArrayList<>();
        Instant at = NOON;
        for (int i = random.nextInt(1, 15); i > 0; i--) {
            log.add(Reviews.rated(
                    "topic/question", at, Rating.ofNumber(random.nextInt(1, 5)).orElseThrow()));
            at = at.plus(random.nextInt(0, 60_000), ChronoUnit.MINUTES);
        }
        MemoryState state = MODEL.after(log).orElseThrow();
        Instant later = at.plus(random.nextInt(0, 100), ChronoUnit.DAYS);

        assertThat(state.stability()).isBetween(.001, 36500d);
        assertThat(state.difficulty()).isBetween(1d, 10d);
        assertThat(state.due()).isAfter(LocalDate.ofInstant(state.lastReviewed(), ZoneOffset.UTC));
        double before = 1;
        for (int day = 0; day < 1000; day += 50) {
            double recall = MODEL.retrievability(state, state.lastReviewed().plus(day, ChronoUnit.DAYS));
            assertThat(recall).isBetween(0d, before);
            before = recall;
        }
        MemoryState again = MODEL.next(state, Rating.AGAIN, later);
        MemoryState hard = MODEL.next(state, Rating.HARD, later);
        MemoryState good = MODEL.next(state, Rating.GOOD, later);
        MemoryState easy = MODEL.next(state, Rating.EASY, later);
        assertThat(again.stability()).isLessThanOrEqualTo(state.stability());
        assertThat(hard.stability()).isBetween(state.stability(), good.stability());
        assertThat(good.stability()).isLessThanOrEqualTo(easy.stability());
        assertThat(again.difficulty()).isGreaterThanOrEqualTo(hard.difficulty());
        assertThat(hard.difficulty()).isGreaterThanOrEqualTo(good.difficulty());
        assertThat(good.difficulty()).isGreaterThanOrEqualTo(easy.difficulty());
        assertThat(hard.due()).isBefore(good.due());
        assertThat(good.due()).isBefore(easy.due());
    }

    @Test
    void parametersAndSettingsOutsideTheirBoundsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryParameters(List.of(1.0, 2.0)))
                .withMessageContaining("21 parameters");
        List<Double> steep = new ArrayList<>(MemoryParameters.DEFAULT.w());
        steep.set(20, Double.NaN);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryParameters(steep))
                .withMessageContaining("w[20]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryModel(MemoryParameters.DEFAULT, 1, 100, ZoneOffset.UTC))
                .withMessageContaining("retention");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryModel(MemoryParameters.DEFAULT, .9, 0, ZoneOffset.UTC))
                .withMessageContaining("interval");
    }

    @Test
    void noAnswersLeaveNoMemory() {
        assertThat(MODEL.after(List.of())).isEmpty();
    }
}
