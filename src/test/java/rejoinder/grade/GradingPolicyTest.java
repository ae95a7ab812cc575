package rejoinder.grade;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GradingPolicyTest {
    @Test
    void aThresholdOutsideZeroToOneIsRefusedByName() {
        assertThatThrownBy(() -> new GradingPolicy(0.1, 1, 0.05, 0.2, 3, 0.4, 1.2, 0.5))
                .hasMessageContaining("coveredFrom");
    }

    @Test
    void coveredMustBeHarderThanPartial() {
        assertThatThrownBy(() -> new GradingPolicy(0.1, 1, 0.05, 0.2, 3, 0.6, 0.5, 0.5))
                .hasMessageContaining("above partialFrom");
    }
}
