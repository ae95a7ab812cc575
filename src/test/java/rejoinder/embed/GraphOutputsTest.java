package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphOutputsTest {
    @Test
    void anOutputIsAGraphOfItsOwnAfterTheFile() {
        // graph { output { name "ab", type { tensor { element FLOAT } } } }
        assertThat(GraphOutputs.of(List.of("ab")))
                .containsExactly(0x3a, 12, 0x62, 10, 0x0a, 2, 'a', 'b', 0x12, 4, 0x0a, 2, 0x08, 1);
    }

    @Test
    void aLongNameHasItsLengthInTwoBytes() {
        byte[] name = "n".repeat(200).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = GraphOutputs.of(List.of("n".repeat(200)));
        assertThat(bytes).startsWith(0x3a, 0xd4, 0x01, 0x62, 0xd1, 0x01, 0x0a, 0xc8, 0x01);
        assertThat(bytes).containsSequence(name);
    }

    @Test
    void noNamesAreNoBytes() {
        assertThat(GraphOutputs.of(List.of())).isEmpty();
    }
}
