package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    @Test
    void betweenTheCornersTheCurveIsStraightAndOutsideItIsFlat() throws IOException {
        Calibration curve = Calibration.read(new StringReader("# fitted by hand\nhand-1\n0.2 0.1\n0.6 0.9\n"));
        assertThat(curve.version()).isEqualTo("hand-1");
        assertThat(curve.score(0)).isEqualTo(0.1);
        assertThat(curve.score(0.4)).isCloseTo(0.5, within(1e-12));
        assertThat(curve.score(1)).isEqualTo(0.9);
    }

    @Test
    void theShippedCurveNeverFalls() {
        Calibration curve = Calibration.shipped();
        for (int i = 1; i <= 1000; i++) {
            assertThat(curve.score(i / 1000.0)).isGreaterThanOrEqualTo(curve.score((i - 1) / 1000.0));
        }
        assertThat(curve.score(0)).isZero();
        assertThat(curve.score(1)).isEqualTo(1);
    }

    @Test
    void aFallingCurveIsRefused() {
        assertThatThrownBy(() -> Calibration.read(new StringReader("v\n0.2 0.5\n0.4 0.4\n")))
                .hasMessageContaining("Anchor 2");
    }
}
