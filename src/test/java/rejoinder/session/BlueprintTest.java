package rejoinder.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rejoinder.bank.QuestionId;

class BlueprintTest {
    private static final QuestionId ONE = new QuestionId("topic", "one");

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void aSessionHasOneToAHundredQuestions(int questions) {
        assertThat(blueprint(questions).questions()).isEqualTo(questions);
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 101})
    void anotherNumberIsRefused(int questions) {
        assertThatThrownBy(() -> blueprint(questions))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A session has 1 to 100 questions, not " + questions + ".");
    }

    @Test
    void quotasMayFillTheSessionButNotMore() {
        assertThat(blueprint(5, quota("a", 3), quota("b", 2)).quotas()).hasSize(2);
        assertThatThrownBy(() -> blueprint(5, quota("a", 3), quota("b", 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The topics together ask for 6 questions, but only 5 are to be drawn.");
        assertThatThrownBy(() -> blueprint(5, quota("a", Integer.MAX_VALUE), quota("b", Integer.MAX_VALUE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> blueprint(5, quota("a", 1), quota("a", 1))).hasMessage("Topic a was named twice.");
        assertThatThrownBy(() -> quota("a", -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void pickedQuestionsAreAsManyAsAskedForAndNoneTwice() {
        assertThatThrownBy(() -> picked(2, ONE)).hasMessage("1 questions were picked, but 2 were asked for.");
        assertThatThrownBy(() -> picked(2, ONE, ONE)).hasMessage("A question was picked twice.");
        assertThat(picked(1, ONE).picked()).containsExactly(ONE);
    }

    @Test
    void timeHasItsLimits() {
        assertThat(new Pace.Suggested(10).factor()).isEqualTo(10);
        assertThat(new Pace.Suggested(Double.MIN_VALUE).factor()).isPositive();
        for (double factor : new double[] {0, -1, Math.nextUp(10.0), Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Pace.Suggested(factor)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(new Pace.Timed(Duration.ofSeconds(1)).total()).isEqualTo(Duration.ofSeconds(1));
        assertThat(new Pace.Timed(Duration.ofDays(1)).total()).isEqualTo(Duration.ofDays(1));
        for (Duration total : List.of(Duration.ofMillis(999), Duration.ofDays(1).plusNanos(1), Duration.ZERO)) {
            assertThatThrownBy(() -> new Pace.Timed(total)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aSessionAsksAsManyQuestionsAsItsBlueprintSays() {
        assertThatThrownBy(() -> new SessionSetup(
                        new SessionId("s"), TestInterview.ADA, blueprint(2), TestBank.questions(3), TestClock.START))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A session of 2 questions was given 3.");
    }

    private static Blueprint.Quota quota(String topic, int atLeast) {
        return new Blueprint.Quota(topic, atLeast);
    }

    private static Blueprint blueprint(int questions, Blueprint.Quota... quotas) {
        return new Blueprint(Mode.INTERVIEW, List.of(quotas), List.of(), questions, new Pace.Untimed(), 1);
    }

    private static Blueprint picked(int questions, QuestionId... picked) {
        return new Blueprint(Mode.PRACTICE, List.of(), List.of(picked), questions, new Pace.Untimed(), 1);
    }
}
