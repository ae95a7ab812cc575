package rejoinder.grader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PointJudgeTest {
    private static PointSignals signals(double contradicted, double elsewhere, double sideAgainst) {
        return new PointSignals(
                "point",
                0.8,
                0.5,
                new PointSignals.Reader(0.1, contradicted, 0.2, 0.1, elsewhere, 0.1, 0.6, 0.7, -0.1),
                new PointSignals.Words(0.5, sideAgainst, sideAgainst, sideAgainst),
                new PointSignals.Among(0.1, 0.2, 0.1, 0.7, 3),
                new PointSignals.Counter(0.1, -0.1, 0.1));
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

    @Test
    void aTreeOfAFeatureThatDoesNotExistIsRefused() throws IOException {
        List<String> lines = new ArrayList<>(List.of("made-from 0.7"));
        PointJudge.FEATURES.forEach(feature -> lines.add(feature + " 0 0 0"));
        assertThat(PointJudge.read(new StringReader(String.join("\n", lines)))
                        .probabilities(signals(0.5, 0.5, 0))
                        .get(PointJudge.Judged.MADE))
                .isCloseTo(0.25, within(1e-9));

        lines.add("tree made " + "luck 0.5 ".repeat(BoostedTrees.SPLITS)
                + "1 ".repeat(BoostedTrees.LEAVES).strip());
        assertThatThrownBy(() -> PointJudge.read(new StringReader(String.join("\n", lines))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("There is no feature 'luck'");
    }

    @Test
    void aTreeLeadsALowValueToItsFirstLeafAndAHighOneToItsLast() {
        BoostedTrees.Tree tree = new BoostedTrees.Tree(
                0, new int[] {0, 1, 1, 0, 0, 0, 0}, new double[] {5, 5, 5, 2, 2, 8, 8}, new double[] {
                    0, 1, 2, 3, 4, 5, 6, 7
                });
        assertThat(tree.value(new double[] {1, 1})).isZero();
        assertThat(tree.value(new double[] {3, 1})).isEqualTo(1);
        assertThat(tree.value(new double[] {3, 9})).isEqualTo(3);
        assertThat(tree.value(new double[] {9, 9})).isEqualTo(7);
        assertThat(BoostedTrees.read(
                                List.of(BoostedTrees.line(tree, List.of("made"), List.of("a", "b"))
                                        .split(" ")),
                                List.of("made"),
                                List.of("a", "b"))
                        .value(new double[] {9, 1}))
                .isEqualTo(tree.value(new double[] {9, 1}));
    }
}
