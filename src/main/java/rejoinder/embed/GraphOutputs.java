package rejoinder.embed;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Makes inner results of an ONNX graph outputs of it, by bytes that are written after the end of its file. ONNX files are protocol buffers, where a message that
 * stands twice is merged and its lists are joined; so a second {@code graph} that holds nothing but outputs adds them to the first.
 */
final class GraphOutputs {
    // field numbers of onnx.proto, with the wire type that their values have: 2 is bytes with their length before them,
    // 0 a number
    private static final int MODEL_GRAPH = (7 << 3) | 2;
    private static final int GRAPH_OUTPUT = (12 << 3) | 2;
    private static final int VALUE_NAME = (1 << 3) | 2;
    private static final int VALUE_TYPE = (2 << 3) | 2;
    private static final int TYPE_TENSOR = (1 << 3) | 2;
    private static final int TENSOR_ELEMENT = 1 << 3;
    private static final int FLOAT = 1;

    private GraphOutputs() {}

    /** The bytes that offer some results, by their names in the graph, as outputs of floats; none for no names. */
    static byte[] of(List<String> names) {
        ByteArrayOutputStream graph = new ByteArrayOutputStream();
        for (String name : names) {
            byte[] type = message(VALUE_TYPE, message(TYPE_TENSOR, new byte[] {TENSOR_ELEMENT, FLOAT}));
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            value.writeBytes(message(VALUE_NAME, name.getBytes(StandardCharsets.UTF_8)));
            value.writeBytes(type);
            graph.writeBytes(message(GRAPH_OUTPUT, value.toByteArray()));
        }
        return names.isEmpty() ? new byte[0] : message(MODEL_GRAPH, graph.toByteArray());
    }

    private static byte[] message(int key, byte[] content) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.write(key);
        int length = content.length;
        // seven bits a byte, the eighth says that more follow
        for (; length > 0x7f; length >>>= 7) {
            message.write((length & 0x7f) | 0x80);
        }
        message.write(length);
        message.writeBytes(content);
        return message.toByteArray();
    }
}
