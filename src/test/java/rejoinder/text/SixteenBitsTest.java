package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SixteenBitsTest {
    private static final int DIMENSIONS = 384;

    private static float[] unitVector(SplittableRandom dice, double spread) {
        float[] vector = new float[DIMENSIONS];
        double norm = 0;
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (float) Math.pow(dice.nextDouble() - 0.5, spread);
            norm += vector[d] * vector[d];
        }
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] /= (float) Math.sqrt(norm);
        }
        return vector;
    }

    private static Encoding encoding(float[]... vectors) {
        List<Encoding.Token> tokens =
                java.util.Collections.nCopies(vectors.length, new Encoding.Token(1, "a", new Span(0, 1)));
        return new Encoding("a", tokens, vectors, new float[0]);
    }

    @Test
    void roundingASecondTimeChangesNoBit() {
        SplittableRandom dice = new SplittableRandom(5);
        for (int i = 0; i < 500; i++) {
            Encoding once = encoding(unitVector(dice, 1 + 2 * (i % 3))).comparedOnly();
            assertThat(once.comparedOnly().vectors()).isDeepEqualTo(once.vectors());
        }
    }

    @Test
    void aCosineMovesByLessThanIsWritten() {
        SplittableRandom dice = new SplittableRandom(6);
        for (int i = 0; i < 500; i++) {
            float[] one = unitVector(dice, 1);
            float[] other = unitVector(dice, 3);
            float[] rounded = encoding(one).comparedOnly().vectors()[0];
            double moved = 0;
            for (int d = 0; d < DIMENSIONS; d++) {
                moved += (rounded[d] - one[d]) * other[d];
            }
            assertThat(Math.abs(moved)).isLessThan(0.00003);
        }
    }

    @Test
    void wholeNumbersZerosAndTheSmallestNumbersFit() {
        float[] vector = {1, -1, 0, 0.5f, Float.MIN_VALUE, -0f};
        assertThat(encoding(vector).comparedOnly().vectors()[0]).containsExactly(1, -1, 0, 0.5f, 0, 0);
        assertThat(encoding(new float[3]).comparedOnly().vectors()[0]).containsExactly(0, 0, 0);
        assertThat(encoding(new float[0]).comparedOnly().vectors()[0]).isEmpty();
    }
}
