package rejoinder.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {
    @Test
    void anOrdinaryTextIsStoredAsItIs() {
        String text = "a\tb\n \u00E9 \u05E9 \uD83D\uDE00 \uFFFD";
        assertThat(StoredText.encode(text)).isSameAs(text);
        assertThat(StoredText.decode(text)).isSameAs(text);
    }

    @Test
    void whatNoDatabaseHoldsIsEscaped() {
        assertThat(StoredText.encode("a\u0000b\uD83D\u0010")).isEqualTo("a\u00100000b\u0010d83d\u00100010");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void anyTextComesBackAndItsStoredFormIsCleanUtf8(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        char[] awkward = {'a', '0', '\u0000', '\u0010', '\uD83D', '\uDE00', '\uDFFF', '\uD800', '\uFFFF', '\u00E9'};
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i > 0; i--) {
                text.append(awkward[random.nextInt(awkward.length)]);
            }
            String stored = StoredText.encode(text.toString());
            assertThat(stored).doesNotContain("\u0000");
            assertThat(new String(stored.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(stored);
            assertThat(StoredText.decode(stored)).isEqualTo(text.toString());
        }
    }
}
