package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import rejoinder.bank.Difficulty;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.bank.QuestionId;

/** Logs that a clean program would not write. Whatever comes, nothing throws and nothing is counted twice. */
class BadInputTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    private static final MemoryModel MEMORY = new MemoryModel(ZoneOffset.UTC);
    private static final ItemBank BANK = Banks.of(
            Banks.question("a/one", Banks.point("p", "Lists grow."), Banks.point("q", "Tuples do not.")),
            Banks.question("a/two", Banks.point("p", "Sets are unordered.")),
            Banks.question("b/three", Difficulty.SENIOR));

    private static DailyStudy daily(List<Review> reviews) {
        return daily(BANK, reviews);
    }

    private static DailyStudy daily(ItemBank bank, List<Review> reviews) {
        return new DailyStudy(
                bank,
                reviews,
                List.of(),
                MEMORY,
                new Exactly(),
                Optional.of(new Appointment(LocalDate.of(2026, 6, 10), List.of(), 0)),
                NOW);
    }

    /** Everything that is told of a candidate; that it can be told is what is tested. */
    private static DailyStudy tellAll(DailyStudy daily) {
        daily.round();
        daily.timetable();
        daily.weakPoints();
        daily.foreseeable();
        daily.progress().bank().topics().forEach(topic -> daily.topic(topic.id()));
        return daily;
    }

    private static Instant day(int ago) {
        return NOW.minus(Duration.ofDays(ago));
    }

    private static int answers(DailyStudy daily, String topic) {
        return daily.progress().mastery(topic).orElseThrow().answers();
    }

    @Test
    void aClockThatWentBackCountsEachAnswerOnceInTheOrderOfTheirDates() {
        List<Review> log = new ArrayList<>(List.of(
                Reviews.scored("a/one", day(3), .9),
                Reviews.scored("a/one", day(9), .1),
                Reviews.scored("a/one", day(1), .9)));
        DailyStudy told = tellAll(daily(log));
        assertThat(answers(told, "a")).isEqualTo(3);
        Collections.reverse(log);
        assertThat(tellAll(daily(log)).progress().recalls())
                .isEqualTo(told.progress().recalls());
    }

    @Test
    void anAnswerFromTheFutureWaitsForItsDay() {
        DailyStudy told = tellAll(daily(List.of(
                Reviews.scored("a/one", day(2), .9),
                Reviews.scored("a/one", NOW.plus(Duration.ofDays(400)), .1),
                Reviews.scored("a/two", Instant.parse("+29999-01-01T00:00:00Z"), .1))));
        assertThat(answers(told, "a")).isEqualTo(1);
        assertThat(told.round().leftOut()).isEqualTo(2);
        assertThat(told.progress().recall(new QuestionId("a", "two"))).isEmpty();
    }

    @Test
    void anAnswerFromBeforeThereWereComputersIsTakenAsItIs() {
        DailyStudy told = tellAll(daily(List.of(Reviews.scored("a/one", Instant.parse("1815-12-10T00:00:00Z"), 1))));
        assertThat(told.round().due()).isEqualTo(1);
    }

    @Test
    void aDeletedQuestionIsNeitherAskedNorDueButItsAnswersCountForItsTopic() {
        DailyStudy told = tellAll(daily(
                List.of(Reviews.missing("a/gone", "old", day(2), .2, "p"), Reviews.scored("gone/gone", day(1), .2))));
        assertThat(answers(told, "a")).isEqualTo(1);
        assertThat(told.round().due()).isZero();
        assertThat(told.weakPoints()).isEmpty();
        assertThat(told.progress().mastery()).hasSize(2);
        assertThat(told.topic("gone")).isEmpty();
        assertThat(told.topic("a").orElseThrow().answers()).hasSize(1);
    }

    @Test
    void aBankWithoutAnyQuestionHasAnEmptyPlan() {
        DailyStudy told =
                tellAll(daily(new ItemBank(List.of(), List.of()), List.of(Reviews.scored("a/one", day(2), .9))));
        assertThat(told.round().items()).isEmpty();
        assertThat(told.timetable().orElseThrow().days()).isNotEmpty();
    }

    @Test
    void aChangedRevisionKeepsItsMemoryAndDropsPointsThatAreGone() {
        DailyStudy told =
                tellAll(daily(List.of(Reviews.missing("a/one", "another revision", day(2), .2, "q", "gone"))));
        assertThat(told.progress().recall(new QuestionId("a", "one"))).isPresent();
        assertThat(told.weakPoints()).extracting(WeakPoint::statement).containsExactly("Tuples do not.");
        assertThat(told.topic("a").orElseThrow().neverHit())
                .as("what an answer to another revision did not say is not known")
                .isEmpty();
    }

    @Test
    void anOverriddenGradeCountsInsteadOfTheFirstAndNotBesideIt() {
        Review before = Reviews.missing("a/one", BANK.questions().get(0).revision(), day(2), .1, "p");
        Review after = Reviews.scored("a/one", day(2), 1);
        DailyStudy told = tellAll(daily(List.of(before, after)));
        assertThat(answers(told, "a")).isEqualTo(1);
        assertThat(told.weakPoints()).isEmpty();
        assertThat(told.progress().recalls())
                .isEqualTo(daily(List.of(after)).progress().recalls());
        assertThat(told.changes(List.of(after)).get(0).before().answers()).isZero();
    }

    @Test
    void anythingAtAllIsTakenWithoutAnException() {
        SplittableRandom random = new SplittableRandom(5);
        String[] ids = {"a/one", "a/two", "b/three", "a/gone", "gone/gone"};
        for (int round = 0; round < 200; round++) {
            List<Review> log = new ArrayList<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                Instant at = NOW.plus(Duration.ofHours(random.nextInt(-2000, 200)));
                Review review = Reviews.missing(
                        ids[random.nextInt(ids.length)],
                        random.nextBoolean() ? "old" : BANK.questions().get(0).revision(),
                        at,
                        random.nextInt(5) / 4d,
                        random.nextBoolean() ? new String[] {"p", "gone"} : new String[0]);
                log.add(review);
                if (random.nextInt(4) == 0) {
                    log.add(review);
                }
            }
            DailyStudy told = tellAll(daily(log));
            long different = log.stream()
                    .filter(review -> review.at().isBefore(Instant.parse("2026-06-02T00:00:00Z")))
                    .filter(review -> review.question().topic().equals("a"))
                    .map(review -> review.question() + " " + review.at())
                    .distinct()
                    .count();
            assertThat(answers(told, "a")).isEqualTo((int) different);
            for (Question question : BANK.questions()) {
                told.due(question.id());
            }
        }
    }

    @Test
    void twoCandidatesAreTwoLogsAndOneDoesNotTouchTheOther() {
        List<Review> ada = List.of(Reviews.scored("a/one", day(2), .9));
        DailyStudy before = daily(ada);
        tellAll(daily(List.of(Reviews.scored("a/one", day(1), .1), Reviews.scored("a/two", day(1), .1))));
        assertThat(daily(ada).progress().recalls()).isEqualTo(before.progress().recalls());
        assertThat(daily(ada).round()).isEqualTo(before.round());
    }
}
