package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;

/** How much there is to do today. */
class DailyStudyTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final ItemBank BANK = Banks.even(4, 20);

    private static DailyStudy daily(List<Review> reviews, Optional<Appointment> interview) {
        return new DailyStudy(BANK, reviews, List.of(), new MemoryModel(ZoneOffset.UTC), new Exactly(), interview, NOW);
    }

    private static Optional<Appointment> in(int days, int answersADay, String... topics) {
        return Optional.of(new Appointment(TODAY.plusDays(days), List.of(topics), answersADay));
    }

    private static List<Review> answers(int count, Instant from) {
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            reviews.add(Reviews.scored("t" + i % 4 + "/q" + i / 4, from.plusSeconds(i), .9));
        }
        return reviews;
    }

    @Test
    void withoutAnInterviewARoundHasFiveQuestions() {
        assertThat(daily(List.of(), Optional.empty()).round().items()).hasSize(5);
        assertThat(daily(List.of(), in(-1, 8)).round().items())
                .as("one that is over")
                .hasSize(5);
        assertThat(daily(List.of(), in(0, 8)).round().items()).as("on its day").hasSize(5);
    }

    @Test
    void withAnInterviewARoundHasTheAmountOfTheDayUpToTen() {
        assertThat(daily(List.of(), in(9, 8)).round().items()).hasSize(8);
        assertThat(daily(List.of(), in(9, 3)).round().items()).hasSize(3);
        assertThat(daily(List.of(), in(9, 30)).round().items()).hasSize(10);
    }

    @Test
    void whatWasAnsweredTodayCountsAndWhatIsLeftIsTheNextRound() {
        Appointment interview = in(9, 12).orElseThrow();
        DailyStudy some = daily(answers(7, NOW.minus(Duration.ofHours(2))), in(9, 12));

        assertThat(some.leftToday(interview)).isEqualTo(5);
        assertThat(some.round().items()).hasSize(5);
        assertThat(some.timetable().orElseThrow().days())
                .extracting(day -> day.questions().size())
                .startsWith(5, 12, 12);
        assertThat(daily(answers(7, NOW.minus(Duration.ofDays(1))), in(9, 12)).leftToday(interview))
                .as("yesterday's")
                .isEqualTo(12);
        DailyStudy all = daily(answers(13, NOW.minus(Duration.ofHours(2))), in(9, 12));
        assertThat(all.leftToday(interview)).isZero();
        assertThat(all.round().items()).as("whoever wants more gets five").hasSize(5);
    }

    @Test
    void onlyAnswersInTheTopicsOfTheInterviewCountForIt() {
        DailyStudy daily = daily(answers(8, NOW.minus(Duration.ofHours(2))), in(9, 6, "t1"));

        assertThat(daily.leftToday(in(9, 6, "t1").orElseThrow())).isEqualTo(4);
        assertThat(daily.round().questions())
                .hasSize(4)
                .allMatch(id -> id.topic().equals("t1"));
    }

    @Test
    void whatWasLeftBlankIsNoneOfTheDaysAnswersButIsAskedAgainAsSoon() {
        List<Review> reviews = answers(3, NOW.minus(Duration.ofHours(2)));
        reviews.add(Reviews.blank("t3/q1", NOW.minus(Duration.ofHours(1))));
        reviews.add(Reviews.blank("t3/q2", NOW.minus(Duration.ofHours(1))));
        DailyStudy daily = daily(reviews, in(9, 12));

        assertThat(daily.leftToday(in(9, 12).orElseThrow())).isEqualTo(9);
        assertThat(daily.timetable().orElseThrow().days().get(0).questions()).hasSize(9);
        DailyStudy written = daily(reviews.stream().map(Reviews::written).toList(), in(9, 12));
        assertThat(written.leftToday(in(9, 12).orElseThrow())).isEqualTo(7);
        assertThat(daily.due(Reviews.id("t3/q1"))).isPresent().isEqualTo(written.due(Reviews.id("t3/q1")));
        assertThat(daily.progress().recall(Reviews.id("t3/q1")).orElseThrow().memory())
                .isEqualTo(written.progress()
                        .recall(Reviews.id("t3/q1"))
                        .orElseThrow()
                        .memory());
    }

    @Test
    void aRoundLeftBlankChangesItsTopicWithoutAnAnswerInIt() {
        List<Review> round = List.of(Reviews.blank("t3/q1", NOW), Reviews.blank("t3/q2", NOW));
        RoundChange alone = daily(round, Optional.empty()).changes(round).get(0);

        assertThat(alone.answers()).isZero();
        assertThat(alone.sentence()).endsWith(": not answered yet.");
        assertThat(alone.moreSentence()).isEqualTo("3 more answers give it a number.");

        List<Review> reviews = new ArrayList<>(round);
        for (int i = 0; i < 3; i++) {
            reviews.add(Reviews.scored("t3/q" + (i + 3), NOW.minus(Duration.ofHours(1)), .9));
        }
        RoundChange after = daily(reviews, Optional.empty()).changes(round).get(0);
        assertThat(after.before().answers()).isEqualTo(3);
        assertThat(after.after().answers()).isEqualTo(3);
        assertThat(((Mastery.Measured) after.after()).mean()).isLessThan(((Mastery.Measured) after.before()).mean());
    }

    @Test
    void theAmountThatThePlanProposesStaysTheSameAllDay() {
        Appointment interview = in(10, 0).orElseThrow();
        int before = daily(List.of(), in(10, 0)).answersADay(interview);
        for (int answered = 0; answered < 30; answered++) {
            DailyStudy later = daily(answers(answered, NOW.minus(Duration.ofHours(2))), in(10, 0));
            assertThat(later.answersADay(interview)).isEqualTo(before);
            assertThat(later.leftToday(interview)).isEqualTo(Math.max(0, before - answered));
        }
    }
}
