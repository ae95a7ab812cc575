package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HistoryTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void reviewsComeOldestFirstHoweverTheLogWasOrdered() {
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            reviews.add(Reviews.scored("t/q" + i % 3, NOW.minus(i, ChronoUnit.HOURS), i / 20.0));
        }
        History inOrder = History.of(reviews, NOW, ZoneOffset.UTC);
        Collections.shuffle(reviews, new Random(1));
        History shuffled = History.of(reviews, NOW, ZoneOffset.UTC);

        assertThat(shuffled.size()).isEqualTo(20);
        assertThat(shuffled.questions()).hasSize(3).allSatisfy(question -> {
            assertThat(shuffled.reviews(question))
                    .isEqualTo(inOrder.reviews(question))
                    .isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
        });
    }

    @Test
    void anAttemptReadTwiceCountsOnceAndTheOverriddenGradeReplacesTheOld() {
        History history = History.of(
                List.of(
                        Reviews.scored("t/q", NOW.minusSeconds(60), .2),
                        Reviews.scored("t/other", NOW.minusSeconds(60), .3),
                        Reviews.scored("t/q", NOW.minusSeconds(60), .9)),
                NOW,
                ZoneOffset.UTC);

        assertThat(history.size()).isEqualTo(2);
        assertThat(history.reviews(Reviews.id("t/q")))
                .singleElement()
                .extracting(review -> review.score().value())
                .isEqualTo(.9);
    }

    @Test
    void anAnswerDatedAfterTodayIsLeftOutUntilItsDayComes() {
        List<Review> reviews = List.of(
                Reviews.scored("t/q", NOW.minus(1, ChronoUnit.DAYS), .5),
                Reviews.scored("t/q", NOW.plus(1, ChronoUnit.DAYS), .9));

        History today = History.of(reviews, NOW, ZoneOffset.UTC);
        History tomorrow = History.of(reviews, NOW.plus(1, ChronoUnit.DAYS), ZoneOffset.UTC);

        assertThat(today.size()).isEqualTo(1);
        assertThat(today.ahead()).isEqualTo(1);
        assertThat(tomorrow.size()).isEqualTo(2);
        assertThat(tomorrow.ahead()).isZero();
    }

    @Test
    void anAnswerDatedLaterTodayCounts() {
        Instant later = NOW.plus(3, ChronoUnit.HOURS);

        assertThat(History.of(List.of(Reviews.scored("t/q", later, .5)), NOW, ZoneOffset.UTC)
                        .size())
                .isEqualTo(1);
        // in Auckland it is tomorrow by then
        assertThat(History.of(
                                List.of(Reviews.scored("t/q", later.plus(9, ChronoUnit.HOURS), .5)),
                                NOW.minus(2, ChronoUnit.HOURS),
                                ZoneId.of("Pacific/Auckland"))
                        .ahead())
                .isEqualTo(1);
    }

    @Test
    void aQuestionNeverAnsweredHasNoReviews() {
        assertThat(History.of(List.of(), NOW, ZoneOffset.UTC).reviews(Reviews.id("t/q")))
                .isEmpty();
    }
}
