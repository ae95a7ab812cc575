package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import rejoinder.grader.WordOrder.Side;

class GradingPolicyTest {
    @Test
    void aThresholdOutsideZeroToOneIsRefusedByName() {
        assertThatThrownBy(() -> new GradingPolicy(
                        0.4, 0.9, 0.3, 0.85, 1, 0.05, 6, 0.2, 0.4, 2, 0.4, 1.2, 0.5, 0.45, 0.75, 0.05, 0.08, 0.5, 0.8,
                        0.5, 0.12, 0.9, 0.5, 0.4, 0.5, 0.75, 0.1))
                .hasMessageContaining("coveredFrom");
    }

    @Test
    void coveredMustBeHarderThanPartial() {
        assertThatThrownBy(() -> new GradingPolicy(
                        0.4, 0.9, 0.3, 0.85, 1, 0.05, 6, 0.2, 0.4, 2, 0.6, 0.5, 0.5, 0.45, 0.75, 0.05, 0.08, 0.5, 0.8,
                        0.5, 0.12, 0.9, 0.5, 0.4, 0.5, 0.75, 0.1))
                .hasMessageContaining("above partialFrom");
    }

    @Test
    void whatComesNearToAMisconceptionByChanceCostsNothing() {
        GradingPolicy policy = GradingPolicy.standard();
        double atLeast = policy.misconceptionLeast();
        for (double said = 0; said <= 1; said += 0.01) {
            double cost = policy.misconceived(said, 0, 0, Side.NEITHER);
            assertThat(cost == 0 || cost >= atLeast)
                    .as("%.2f costs %.3f", said, cost)
                    .isTrue();
        }
        assertThat(policy.misconceived(0.5, 0, 0, Side.NEITHER)).isZero();
        assertThat(policy.misconceived(0.9, 0, 0, Side.NEITHER)).isEqualTo(policy.misconceptionCost());
    }

    @Test
    void wordsInTheOrderOfThePointSpareAnAnswerThatComesAsNearToTheMisconception() {
        GradingPolicy policy = GradingPolicy.standard();
        assertThat(policy.misconceived(0.9, 0.9, 0, Side.OTHERS)).isZero();
        assertThat(policy.misconceived(0.9, 0.9, 0, Side.NEITHER)).isPositive();
        assertThat(policy.misconceived(0.9, 0.9, 0, Side.FIRST))
                .isGreaterThan(policy.misconceived(0.9, 0.9, 0, Side.NEITHER));
        assertThat(policy.misconceived(0.9, 0.5, 0, Side.OTHERS)).isPositive();
    }
}
