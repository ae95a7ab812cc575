package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BytePlanesTest {
    private static final int PLANES = 4;

    private static InputStream planes(byte[] bytes) {
        List<InputStream> planes = new ArrayList<>();
        for (int plane = 0; plane < PLANES; plane++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            for (int i = plane; i < bytes.length; i += PLANES) {
                out.write(bytes[i]);
            }
            planes.add(new ByteArrayInputStream(out.toByteArray()));
        }
        return new BytePlanes(planes);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 1023, 20_001})
    void planesJoinToTheBytesTheyWereMadeOfHoweverTheyAreRead(int length) throws IOException {
        Random random = new Random(length);
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        assertThat(planes(bytes).readAllBytes()).isEqualTo(bytes);
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        InputStream in = planes(bytes);
        byte[] buffer = new byte[100];
        for (int n = 0; n >= 0; n = in.read(buffer, 7, random.nextInt(1, 90))) {
            read.write(buffer, 7, n);
        }
        assertThat(read.toByteArray()).isEqualTo(bytes);
    }

    @Test
    void aFileThatIsKeptWholeIsReadAsItIs() throws IOException {
        String tokenizer = "/all-minilm-l6-v2-tokenizer.json";
        assertThat(BytePlanes.open(tokenizer)).hasSameContentAs(BytePlanesTest.class.getResourceAsStream(tokenizer));
        assertThat(BytePlanes.open("/nothing.onnx")).isNull();
    }
}
