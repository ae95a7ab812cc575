package rejoinder.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static rejoinder.session.TestInterview.ADA;
import static rejoinder.session.TestInterview.BEN;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;
import rejoinder.bank.Question;
import rejoinder.grade.Score;
import rejoinder.session.InMemoryCandidateStore;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;

class StudyingTest {
    private final ItemBank bank = TestBank.bank(20);
    private final Map<CandidateId, List<Review>> reviews = new HashMap<>();
    private final InMemoryCandidateStore candidates = new InMemoryCandidateStore();
    private final TestClock clock = new TestClock();
    private final LikenessByWords likeness = new LikenessByWords(bank);
    private final Studying studying = new Studying(
            bank,
            candidate -> reviews.getOrDefault(candidate, List.of()),
            candidate -> List.of(),
            candidates,
            () -> likeness,
            clock,
            ZoneOffset.UTC);

    /** Answers of somebody who forgets much sooner than the published parameters say. */
    private static List<Review> forgetful(ItemBank bank, Instant now, int rounds) {
        SplittableRandom luck = new SplittableRandom(3);
        List<Review> log = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Question question : bank.questions()) {
                Instant at = now.minus(Duration.ofDays(3L * (rounds - round)))
                        .plusSeconds(bank.questions().indexOf(question));
                Rating rating = round > 0 && luck.nextInt(10) < 7 ? Rating.AGAIN : Rating.GOOD;
                log.add(new Review(question.id(), question.revision(), at, new Score(.7), rating, List.of()));
            }
        }
        return log;
    }

    @Test
    void belowTwoHundredRepeatedAnswersMemoryStaysAsPublishedAndSaysSo() {
        reviews.put(ADA, forgetful(bank, clock.instant(), 5));

        assertThat(studying.fitIfDue(ADA)).isFalse();
        ParameterFit fit = studying.fit(ADA, studying.daily(ADA));
        assertThat(fit.sentence()).contains("After 200 repeated answers they follow how you do; so far there are 80.");
        assertThat(studying.daily(ADA).memory().parameters()).isEqualTo(MemoryParameters.DEFAULT);
    }

    @Test
    void memoryIsFittedToOneCandidatesAnswersAndTheScheduleFollowsIt() {
        reviews.put(ADA, forgetful(bank, clock.instant(), 15));

        assertThat(studying.fitIfDue(ADA)).isTrue();
        ParameterFit fit = studying.fit(ADA, studying.daily(ADA));
        assertThat(fit).isInstanceOf(ParameterFit.Fitted.class);
        ParameterFit.Fitted fitted = (ParameterFit.Fitted) fit;
        assertThat(fitted.lossAfter()).isLessThan(fitted.lossBefore());
        assertThat(studying.daily(ADA).memory().parameters()).isEqualTo(fitted.parameters());
        assertThat(studying.daily(BEN).memory().parameters()).isEqualTo(MemoryParameters.DEFAULT);
        assertThat(studying.fitIfDue(ADA)).as("again without more answers").isFalse();
    }

    @Test
    void noQuestionWaitsLongerThanTheCandidateWants() {
        Instant start = clock.instant().minus(Duration.ofDays(300));
        List<Review> log = new ArrayList<>();
        for (int answer = 0; answer < 6; answer++) {
            log.add(new Review(
                    bank.questions().get(0).id(),
                    "",
                    start.plus(Duration.ofDays(50L * answer)),
                    Score.FULL,
                    Rating.EASY,
                    List.of()));
        }
        reviews.put(ADA, log);
        reviews.put(BEN, log);
        LocalDate free = studying.daily(ADA).due(bank.questions().get(0).id()).orElseThrow();
        LocalDate last = LocalDate.ofInstant(log.get(5).at(), ZoneOffset.UTC);
        assertThat(free).isAfter(last.plusDays(90));

        studying.atMost(ADA, OptionalInt.of(90));

        assertThat(studying.daily(ADA).due(bank.questions().get(0).id())).contains(last.plusDays(90));
        assertThat(studying.choices(ADA, bank.questions().get(0).id(), clock.instant()))
                .allSatisfy(next -> assertThat(next.days()).isLessThanOrEqualTo(90));
        assertThat(studying.daily(BEN).due(bank.questions().get(0).id())).contains(free);
        studying.atMost(ADA, OptionalInt.empty());
        assertThat(studying.daily(ADA).due(bank.questions().get(0).id())).contains(free);
        candidates.setting(ADA, "longest-interval", "99999");
        assertThat(studying.daily(ADA).due(bank.questions().get(0).id())).contains(free);
    }

    @Test
    void theInterviewAheadIsKeptOfEachCandidate() {
        Appointment interview = new Appointment(
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(5), List.of("topic-0"), 7);
        studying.prepareFor(ADA, Optional.of(interview));

        assertThat(studying.interview(ADA)).contains(interview);
        assertThat(studying.daily(ADA).timetable().orElseThrow().days()).hasSize(5);
        assertThat(studying.interview(BEN)).isEmpty();
        studying.prepareFor(ADA, Optional.empty());
        assertThat(studying.interview(ADA)).isEmpty();
    }

    @Test
    void settingsThatCannotBeReadCountAsNotSet() {
        candidates.setting(ADA, "interview-ahead", "soon 5");
        candidates.setting(ADA, "memory-fit", "fitted 300 .5 .4 1 2 3");

        assertThat(studying.interview(ADA)).isEmpty();
        assertThat(studying.daily(ADA).memory().parameters()).isEqualTo(MemoryParameters.DEFAULT);
    }
}
