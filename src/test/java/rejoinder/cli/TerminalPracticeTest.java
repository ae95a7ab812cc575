package rejoinder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import rejoinder.bank.ItemBank;
import rejoinder.grade.GraderState;
import rejoinder.plan.Appointment;
import rejoinder.plan.CandidateId;
import rejoinder.plan.LikenessByWords;
import rejoinder.plan.Rating;
import rejoinder.plan.Review;
import rejoinder.session.InMemoryCandidateStore;
import rejoinder.session.InMemorySessionStore;
import rejoinder.session.LeasesOfOneServer;
import rejoinder.session.Session;
import rejoinder.session.SessionSummary;
import rejoinder.session.TestBank;
import rejoinder.session.TestClock;
import rejoinder.session.TestGrader;

class TerminalPracticeTest {
    private final ItemBank bank = new ItemBank(
            TestBank.bank(1, 1).topics(),
            List.of(
                    TestBank.question("topic-0", "doors", "Who opens doors?"),
                    TestBank.question("topic-1", "alarms", "When are alarms rung in towers?")));
    private final InMemorySessionStore store = new InMemorySessionStore();
    private final InMemoryCandidateStore candidates = new InMemoryCandidateStore();
    private final TestClock clock = new TestClock();

    private String talk(boolean colours, String input) {
        return talk(Optional.of(2), colours, input);
    }

    private String talk(Optional<Integer> questions, boolean colours, String input) {
        AtomicInteger tokens =
                new AtomicInteger(store.history(CandidateId.LOCAL).size() * 10);
        GraderState ready = new GraderState.Ready(new TestGrader());
        LikenessByWords likeness = new LikenessByWords(bank);
        StringWriter out = new StringWriter();
        new TerminalPractice(
                        UseCases.of(
                                bank,
                                new UseCases.Stores(store, candidates, store, new LeasesOfOneServer()),
                                new UseCases.Surroundings(
                                        () -> ready,
                                        () -> likeness,
                                        clock,
                                        ZoneOffset.UTC,
                                        () -> "t" + tokens.incrementAndGet())),
                        clock,
                        new BufferedReader(new StringReader(input)),
                        new PrintWriter(out),
                        colours)
                .round(questions, Set.of());
        return out.toString();
    }

    private List<Review> reviews() {
        return store.reviews(CandidateId.LOCAL);
    }

    @Test
    void anAnswerIsGradedPointByPointAndTheMissedPointIsAskedForAgain() {
        String told = talk(false, "the bell\nrings\n\nthe gate\n\n");

        assertThat(told)
                .contains("not said       0 of 75   It opens the gate.")
                .contains("made          25 of 25   It rings the bell.", "\"bell\"")
                .contains("= 25 of 100", "In one sentence: ")
                .contains("made         100 of 100  It opens the gate.")
                .contains("Not known yet, so it comes back tomorrow.");
        assertThat(reviews()).hasSize(1);
    }

    @Test
    void theCandidateMayRateTheAnswer() {
        String told = talk(false, "gate bell\n\n1\n");

        assertThat(told).contains("It comes back in 8 days", "Not known yet, so it comes back tomorrow.");
        assertThat(reviews()).extracting(Review::rating).containsExactly(Rating.AGAIN);
    }

    @Test
    void aQuestionComesOnceMoreAtTheEndOfTheRoundIfTheCandidateWantsThat() {
        String told = talk(false, "bell\n\n\na\ngate bell\n\n\ngate bell\n\n\n");

        assertThat(told)
                .contains("1 of 2  ", "2 of 2  ", "Once more  ", "Why this: You wanted to be asked it once more.")
                .doesNotContain("Nothing was answered.");
        assertThat(reviews()).hasSize(3);
        assertThat(reviews().get(2).question()).isEqualTo(reviews().get(0).question());
    }

    @Test
    void whatIsLeftOfTheDaysAnswersForAnInterviewIsSaid() {
        LocalDate date = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(5);
        candidates.setting(CandidateId.LOCAL, "interview-ahead", new Appointment(date, List.of(), 12).text());

        assertThat(talk(Optional.empty(), false, "gate bell\n\n\n"))
                .contains("Today 12 of the 12 answers a day for the interview are left; a round has at most 10.")
                .contains("1 of 2  ");
    }

    @Test
    void theEndOfTheInputEndsTheRoundAndLeavesNothingUnansweredBehind() {
        String told = talk(false, "gate bell");

        assertThat(told).contains("= 100 of 100").contains("not enough answers yet (1 of 3)");
        assertThat(reviews()).hasSize(1);
        assertThat(store.history(CandidateId.LOCAL))
                .extracting(SessionSummary::state)
                .containsExactly(Session.State.GRADED);
        assertThat(talk(false, "")).contains("Nothing was answered.");
        assertThat(store.history(CandidateId.LOCAL)).hasSize(1);
    }

    @Test
    void aHintIsGivenOnRequestAndItsCostIsPartOfTheSum() {
        String told = talk(false, "hint\nhint\nhint\ngate bell\n\n");

        assertThat(told)
                .contains("Think of: ", "There is no further hint for this question.")
                .contains("-10         You took words of a good answer as a hint.")
                .contains("= 15 of 100");
    }

    @Test
    void coloursAreOnlyUsedWhereTheyWereAskedFor() {
        assertThat(talk(false, "gate\n\n\n\n")).doesNotContain("\u001B");
        assertThat(talk(true, "gate\n\n\n\n")).contains("\u001B[32mmade ");
    }
}
