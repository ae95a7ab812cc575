package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;

class TimetableTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final MemoryModel MEMORY = new MemoryModel(ZoneOffset.UTC);
    private static final Planner PLANNER = new Planner(MEMORY, new Exactly());
    private static final ItemBank BANK = Banks.even(3, 10);

    @Test
    void thereIsOneDayForEachDayBeforeTheInterviewAndTheFirstIsThePlanOfToday() {
        Progress progress = progress(some());
        StudyRequest request = request(5);
        LocalDate interview = TODAY.plusDays(12);

        Timetable timetable = PLANNER.timetable(progress, request, interview);

        assertThat(timetable.days()).hasSize(12);
        assertThat(timetable.days().get(0).date()).isEqualTo(TODAY);
        assertThat(timetable.days().get(11).date()).isEqualTo(interview.minusDays(1));
        assertThat(timetable.days().get(0).questions())
                .isEqualTo(PLANNER.plan(progress, new StudyRequest(5, Set.of(), new Goal.Interview(interview), 3))
                        .questions());
        assertThat(timetable.days()).allSatisfy(day -> {
            assertThat(day.questions()).hasSize(5).doesNotHaveDuplicates();
            assertThat(day.shares().stream().mapToInt(Timetable.Share::answers))
                    .satisfies(all -> assertThat(
                                    all.stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo(5));
        });
    }

    @Test
    void everythingIsSeenBeforeTheInterviewIfThereAreAnswersEnough() {
        Timetable timetable = PLANNER.timetable(progress(List.of()), request(6), TODAY.plusDays(10));

        assertThat(timetable.days().stream()
                        .flatMap(day -> day.questions().stream())
                        .distinct())
                .hasSize(30);
        assertThat(timetable.days().get(0).shares())
                .allSatisfy(share -> assertThat(share.unseen()).isEqualTo(share.answers()));
        assertThat(timetable.forecasts())
                .allSatisfy(forecast -> assertThat(forecast.neverAsked()).isZero());
    }

    @Test
    void whatThePlanDoesNotReachIsCounted() {
        Timetable timetable = PLANNER.timetable(progress(List.of()), request(5), TODAY.plusDays(2));

        assertThat(timetable.forecasts().stream()
                        .mapToInt(Timetable.Forecast::neverAsked)
                        .sum())
                .isEqualTo(20);
    }

    @Test
    void moreAnswersPromiseMore() {
        Progress progress = progress(some());
        LocalDate interview = TODAY.plusDays(20);

        assertThat(mean(PLANNER.timetable(progress, request(10), interview)))
                .isGreaterThan(mean(PLANNER.timetable(progress, request(1), interview)) + .02);
    }

    @Test
    void aForecastIsTheSameForTheSameSeedAndItsIntervalHoldsItsMean() {
        Progress progress = progress(some());
        Timetable timetable = PLANNER.timetable(progress, request(5), TODAY.plusDays(9));

        assertThat(PLANNER.timetable(progress, request(5), TODAY.plusDays(9))).isEqualTo(timetable);
        assertThat(timetable.forecasts()).hasSize(3).allSatisfy(forecast -> {
            assertThat(forecast.low()).isBetween(0d, forecast.mean());
            assertThat(forecast.high()).isBetween(forecast.mean(), 1d);
            assertThat(forecast.sentence()).matches("\\d+ % \\(\\d+-\\d+\\)");
        });
    }

    @Test
    void aTopicNeverTouchedIsForecastWithLessCertainty() {
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            reviews.add(Reviews.scored("t0/q" + i, NOW.minus(i, ChronoUnit.DAYS), .7));
        }
        List<Timetable.Forecast> forecasts = PLANNER.timetable(progress(reviews), request(1), TODAY.plusDays(3))
                .forecasts();

        assertThat(width(forecasts.get(0))).isLessThan(width(forecasts.get(1)));
    }

    @Test
    void anInterviewTodayOrOverLeavesNoDays() {
        assertThat(PLANNER.timetable(progress(some()), request(5), TODAY).days())
                .isEmpty();
        Timetable over = PLANNER.timetable(progress(some()), request(5), TODAY.minusDays(3));
        assertThat(over.days()).isEmpty();
        assertThat(over.forecasts()).hasSize(3);
    }

    @Test
    void anInterviewInManyYearsIsPlannedForAYear() {
        assertThat(PLANNER.timetable(progress(List.of()), request(1), TODAY.plusYears(80))
                        .days())
                .hasSize(365);
    }

    @Test
    void theAnswersADayThatAnInterviewAsksForComeInFives() {
        Progress fresh = progress(List.of());

        assertThat(PLANNER.answersADay(fresh, Set.of(), TODAY.plusDays(60), 0)).isEqualTo(5);
        assertThat(PLANNER.answersADay(fresh, Set.of(), TODAY.plusDays(6), 0)).isEqualTo(10);
        assertThat(PLANNER.answersADay(fresh, Set.of("t1"), TODAY.plusDays(6), 0))
                .isEqualTo(5);
        assertThat(PLANNER.answersADay(fresh, Set.of(), TODAY, 0)).isEqualTo(30);
    }

    @Test
    void whatIsAnsweredTodayIsTakenOffTodayAndOffNoOtherDay() {
        Timetable timetable = PLANNER.timetable(progress(some()), request(6), TODAY.plusDays(3), 2);
        assertThat(timetable.days()).extracting(day -> day.questions().size()).containsExactly(2, 6, 6);
        assertThat(PLANNER.timetable(progress(some()), request(6), TODAY.plusDays(3), 0)
                        .days()
                        .get(0)
                        .questions())
                .isEmpty();
    }

    private static List<Review> some() {
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            reviews.add(Reviews.scored("t" + i % 3 + "/q" + i / 3, NOW.minus(3 + i, ChronoUnit.DAYS), i / 12.0));
        }
        return reviews;
    }

    private static double mean(Timetable timetable) {
        return timetable.forecasts().stream()
                .mapToDouble(Timetable.Forecast::mean)
                .average()
                .orElseThrow();
    }

    private static double width(Timetable.Forecast forecast) {
        return forecast.high() - forecast.low();
    }

    private static StudyRequest request(int answers) {
        return new StudyRequest(answers, Set.of(), new Goal.Lasting(), 3);
    }

    private static Progress progress(List<Review> reviews) {
        return Progress.of(BANK, History.of(reviews, NOW, ZoneOffset.UTC), MEMORY, new MasteryModel());
    }
}
