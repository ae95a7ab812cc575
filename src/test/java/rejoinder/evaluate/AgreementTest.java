package rejoinder.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AgreementTest {
    @Test
    void fullAgreementIsOneEverywhere() {
        double[] scores = {0, 0.2, 0.6, 1};
        Agreement agreement = Agreement.of(scores, scores);
        assertThat(agreement.n()).isEqualTo(4);
        assertThat(agreement.pearson()).isCloseTo(1, within(1e-12));
        assertThat(agreement.spearman()).isCloseTo(1, within(1e-12));
        assertThat(agreement.rmse()).isZero();
        assertThat(agreement.qwk()).isCloseTo(1, within(1e-12));
    }

    @Test
    void theFiguresAreTheOnesWorkedOutByHand() {
        // marks 0 5 5 0 against 0 5 0 0: pearson = 0.25 / sqrt(0.25 * 0.1875); kappa = 1 - 25 / 50
        Agreement agreement = Agreement.of(new double[] {0, 1, 1, 0}, new double[] {0, 1, 0, 0});
        assertThat(agreement.pearson()).isCloseTo(0.57735, within(1e-5));
        assertThat(agreement.spearman()).isCloseTo(0.57735, within(1e-5));
        assertThat(agreement.rmse()).isCloseTo(0.5, within(1e-12));
        assertThat(agreement.qwk()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aConstantColumnHasNoCorrelation() {
        Agreement agreement = Agreement.of(new double[] {1, 1, 1}, new double[] {0.1, 0.5, 0.2});
        assertThat(agreement.pearson()).isNaN();
        assertThat(agreement.spearman()).isNaN();
    }
}
