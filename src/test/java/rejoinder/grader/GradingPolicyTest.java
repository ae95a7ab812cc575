package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GradingPolicyTest {
    @Test
    void aShareOutsideZeroToOneIsRefusedByName() {
        assertThatThrownBy(() -> new GradingPolicy.Points(0.5, 0.6, 1.2, 0.1)).hasMessageContaining("claimedFrom");
    }

    @Test
    void wordsThatMostlyMakeAnotherPointCountLess() {
        GradingPolicy.Points points = GradingPolicy.standard().points();
        assertThat(points.claimed(0.5)).isZero();
        assertThat(points.claimed(0.9)).isEqualTo(points.claimedCost());
    }
}
