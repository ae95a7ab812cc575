package rejoinder.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphPartTest {
    private static final int NODE = 0x0a;
    private static final int NODE_OUTPUT = 0x12;
    private static final int WEIGHT = 0x2a;
    private static final int WEIGHT_NAME = 0x42;
    private static final int INPUT = 0x5a;
    private static final int NAME = 0x0a;

    /** ids and the weight w1 make a; a and w2 make b; b makes c. */
    private static byte[] model() {
        byte[] graph = joined(
                node("a", "ids", "w1"),
                node("b", "a", "w2"),
                node("c", "b"),
                field(WEIGHT, field(WEIGHT_NAME, bytes("w1"))),
                field(WEIGHT, field(WEIGHT_NAME, bytes("w2"))),
                field(INPUT, field(NAME, bytes("ids"))));
        // a version number before the graph, which stays as it is
        return joined(new byte[] {0x08, 6}, field(0x3a, graph));
    }

    @Test
    void theLowerPartKeepsWhatItsResultNeeds() throws IOException {
        String lower = cut(new GraphPart(List.of(), List.of("a")));
        assertThat(lower).startsWith("\b\u0006").contains("ids", "w1").doesNotContain("w2");
    }

    @Test
    void theUpperPartStartsFromTheResultOfTheLower() throws IOException {
        String upper = cut(new GraphPart(List.of("a"), List.of("b")));
        assertThat(upper).contains("w2").doesNotContain("ids", "w1");
        byte[] c = node("c", "b");
        assertThat(upper).doesNotContain(new String(c, StandardCharsets.ISO_8859_1));
    }

    @Test
    void aResultThatTheGraphDoesNotHaveIsSaid() {
        assertThatThrownBy(() -> cut(new GraphPart(List.of(), List.of("d"))))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("no result d");
    }

    private static String cut(GraphPart part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.cut(ByteBuffer.wrap(model()), Channels.newChannel(out));
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    private static byte[] node(String output, String... inputs) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        for (String input : inputs) {
            node.writeBytes(field(NAME, bytes(input)));
        }
        node.writeBytes(field(NODE_OUTPUT, bytes(output)));
        return field(NODE, node.toByteArray());
    }

    private static byte[] field(int key, byte[] value) {
        return joined(new byte[] {(byte) key, (byte) value.length}, value);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
