package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;
import rejoinder.grade.Score;

class ProgressTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final ItemBank BANK = Banks.even(2, 3);

    @Test
    void theCalendarPutsWhatIsOverdueUnderToday() {
        Progress progress = progress(
                ZoneOffset.UTC,
                Reviews.scored("t0/q0", NOW.minus(90, ChronoUnit.DAYS), .5),
                Reviews.scored("t0/q1", NOW.minus(1, ChronoUnit.DAYS), .3),
                Reviews.scored("t1/q0", NOW, .9));

        assertThat(progress.calendar()).hasSize(2);
        assertThat(progress.calendar().get(LocalDate.parse("2026-03-10")))
                .containsExactly(Reviews.id("t0/q0"), Reviews.id("t0/q1"));
        assertThat(progress.calendar().get(LocalDate.parse("2026-03-18"))).containsExactly(Reviews.id("t1/q0"));
    }

    @Test
    void todayIsTheDayInTheCandidatesZone() {
        assertThat(progress(ZoneId.of("Pacific/Kiritimati")).today()).isEqualTo(LocalDate.parse("2026-03-11"));
    }

    @Test
    void anEditedQuestionKeepsItsMemory() {
        Review older = Reviews.missing("t0/q0", "an older revision", NOW.minus(5, ChronoUnit.DAYS), .7);
        Review newer = Reviews.missing("t0/q0", "a newer revision", NOW, .9);

        Progress.Recall recall = progress(ZoneOffset.UTC, older, newer)
                .recall(Reviews.id("t0/q0"))
                .orElseThrow();

        assertThat(recall.answers()).isEqualTo(2);
        assertThat(recall.last()).isEqualTo(new Score(.9));
    }

    @Test
    void aRatingThatTheCandidateGaveCountsForMemoryAndTheScoreForMastery() {
        Review own = new Review(Reviews.id("t0/q0"), "", NOW, new Score(1), Rating.AGAIN, List.of());
        Progress progress = progress(ZoneOffset.UTC, own);

        assertThat(progress.recall(Reviews.id("t0/q0")).orElseThrow().memory().stability())
                .isEqualTo(MemoryParameters.DEFAULT.w().get(0));
        assertThat(progress.posterior("t0").mean()).isGreaterThan(.5);
    }

    @Test
    void aQuestionLeftBlankIsRememberedAsForgottenWithoutAnAnswer() {
        Review blank = Reviews.blank("t0/q0", NOW);
        Progress.Recall recall =
                progress(ZoneOffset.UTC, blank).recall(Reviews.id("t0/q0")).orElseThrow();

        assertThat(recall.answers()).isZero();
        assertThat(recall.last()).isEqualTo(Score.ZERO);
        TopicAverage average = TopicAverage.byTopic(List.of(blank, Reviews.scored("t0/q1", NOW, 1)))
                .get("t0");
        assertThat(average).isEqualTo(new TopicAverage(1, new Score(.5)));
    }

    @Test
    void anUntouchedTopicIsBelievedToBeAnything() {
        Posterior untouched = progress(ZoneOffset.UTC).posterior("t1");

        assertThat(untouched.mean()).isEqualTo(.5);
        assertThat(untouched.high() - untouched.low()).isGreaterThan(.5);
    }

    private static Progress progress(ZoneId zone, Review... reviews) {
        return Progress.of(BANK, History.of(List.of(reviews), NOW, zone), new MemoryModel(zone), new MasteryModel());
    }
}
