package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PointJudgeTest {
    private static PointSignals signals(double contradicted, double elsewhere, double sideAgainst) {
        return new PointSignals(
                "point", 0.8, 0.1, contradicted, 0.6, 0.7, 0.1, elsewhere, 0.5, 0.5, sideAgainst, sideAgainst);
    }

    @Test
    void aSentenceIsAccusedOnlyWhereReaderAndWordsAgree() {
        assertThat(PointJudge.mayContradict(signals(0.9, 0.1, -0.4))).isTrue();
        assertThat(PointJudge.mayContradict(signals(0.9, 0.1, 0.2))).isFalse();
        assertThat(PointJudge.mayContradict(signals(0.9, 0.1, 0))).isFalse();
    }

    @Test
    void aSentenceThatMakesAnotherPointAsSurelyIsNotAccused() {
        assertThat(PointJudge.mayContradict(signals(0.7, 0.95, -0.4))).isFalse();
        assertThat(PointJudge.mayContradict(signals(0.7, 0.6, -0.4))).isTrue();
    }

    @Test
    void theProbabilitiesOfTheShippedWeightsSumToOne() {
        for (double contradicted : new double[] {0, 0.3, 1}) {
            assertThat(PointJudge.shipped().probabilities(signals(contradicted, 0.5, -0.2)).values().stream()
                            .mapToDouble(value -> value)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        }
    }
}
