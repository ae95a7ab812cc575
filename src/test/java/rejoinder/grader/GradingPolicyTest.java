package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import rejoinder.grader.WordOrder.Side;

class GradingPolicyTest {
    @Test
    void aThresholdOutsideZeroToOneIsRefusedByName() {
        assertThatThrownBy(() -> new GradingPolicy.Points(0.4, 1.2, 0.75, 0.1)).hasMessageContaining("madeFrom");
    }

    @Test
    void madeMustBeHarderThanUnclear() {
        assertThatThrownBy(() -> new GradingPolicy.Points(0.6, 0.5, 0.75, 0.1))
                .hasMessageContaining("above unclearFrom");
    }

    @Test
    void whatComesNearToAMisconceptionByChanceCostsNothing() {
        GradingPolicy.Misconceptions policy = GradingPolicy.standard().misconceptions();
        double atLeast = policy.least();
        for (double said = 0; said <= 1; said += 0.01) {
            double cost = policy.cost(said, 0, 0, Side.NEITHER);
            assertThat(cost == 0 || cost >= atLeast)
                    .as("%.2f costs %.3f", said, cost)
                    .isTrue();
        }
        assertThat(policy.cost(0.5, 0, 0, Side.NEITHER)).isZero();
        assertThat(policy.cost(0.9, 0, 0, Side.NEITHER)).isEqualTo(policy.most());
    }

    @Test
    void wordsInTheOrderOfThePointSpareAnAnswerThatComesAsNearToTheMisconception() {
        GradingPolicy.Misconceptions policy = GradingPolicy.standard().misconceptions();
        assertThat(policy.cost(0.9, 0.9, 0, Side.OTHERS)).isZero();
        assertThat(policy.cost(0.9, 0.9, 0, Side.NEITHER)).isPositive();
        assertThat(policy.cost(0.9, 0.9, 0, Side.FIRST)).isGreaterThan(policy.cost(0.9, 0.9, 0, Side.NEITHER));
        assertThat(policy.cost(0.9, 0.5, 0, Side.OTHERS)).isPositive();
    }
}
