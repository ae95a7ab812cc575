package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import rejoinder.grade.Score;

class MostLostTest {
    private static Optional<MostLost> of(double... scores) {
        List<Result> results = IntStream.range(0, scores.length)
                .mapToObj(i -> new Result(
                        new Attempt.Empty(TestClock.START, Duration.ZERO, Confidence.UNSAID),
                        new Outcome.SelfMarked(new Score(scores[i]), TestClock.START)))
                .toList();
        Blueprint blueprint = new Blueprint(Mode.INTERVIEW, List.of(), List.of(), scores.length, new Pace.Untimed(), 1);
        Session.Ended session = Session.Ended.of(
                new SessionSetup(
                        new SessionId("s"),
                        TestInterview.ADA,
                        blueprint,
                        TestBank.questions(scores.length),
                        TestClock.START),
                new Session.Ending(TestClock.START, Session.EndedBy.CANDIDATE, Duration.ZERO),
                results,
                List.of());
        return MostLost.of(session);
    }

    @Test
    void theQuestionThatCostMostIsNamedIfItIsTheOnlyOne() {
        assertThat(of(1, 0, 0.5)).isEqualTo(Optional.of(new MostLost(1, 33, 50)));
        assertThat(of(0, 0, 0.5)).isEmpty();
        assertThat(of(0)).isEmpty();
        assertThat(of(1, 1)).isEmpty();
    }
}
