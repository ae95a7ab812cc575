package rejoinder.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class InverseDocumentFrequencyTest {
    @Test
    void aRarePieceWeighsMoreThanACommonOne() throws IOException {
        var idf = InverseDocumentFrequency.read(new StringReader("# counts\n100\n7 99 0 9\n20 1\n"));
        assertThat(idf.of(7)).isZero();
        assertThat(idf.of(8)).isCloseTo(Math.log(100), within(1e-12));
        assertThat(idf.of(9)).isCloseTo(Math.log(10), within(1e-12));
        assertThat(idf.of(20)).isCloseTo(Math.log(50), within(1e-12));
        assertThat(idf.of(1_000_000)).isEqualTo(idf.of(8));
    }

    @Test
    void theShippedTableKnowsTheAsCommonAndTupleAsRare() {
        var idf = InverseDocumentFrequency.shipped();
        int the = 1996;
        int mutable = 14163;
        assertThat(idf.of(the)).isBetween(0.0, 1.0);
        assertThat(idf.of(mutable)).isGreaterThan(5);
    }
}
