package rejoinder.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import rejoinder.text.ClaimReader;
import rejoinder.text.Encoding;

/**
 * The trained reader of claims: three small graphs, and the constants that they were trained with. Its {@code encoder} goes on from the third layer of the sentence
 * model, {@code near} compares tokens, {@code pair} says of a sentence and a statement whether they claim the same. {@code src/train} makes them.
 */
final class ClaimModel implements ClaimReader, AutoCloseable {
    private static final String FOLDER = "/rejoinder/embed/";
    private static final int PAIRS_AT_ONCE = 32;
    private static final int CHECKSUM = 16;

    /**
     * Most sentences times tokens that are compared with all statements at once. The graph looks at each pair, so a long answer read in one go would need gigabytes
     * and its time would grow with the square of its length; an answer of 100 words is read in one go.
     */
    private static final int CELLS_AT_ONCE = 1_200;

    /** Statements are put together by length in tokens: above one of these, at most the next. */
    private static final int[] LENGTHS = {0, 12, 18, 30, Integer.MAX_VALUE};

    private final OrtEnvironment environment;
    private final OrtSession encoder;
    private final OrtSession near;
    private final OrtSession pair;
    private final Constants constants;

    /** What the weights were trained with; the names are those of {@code reader.json}. */
    @SuppressWarnings("ArrayRecordComponent") // read-only by agreement, never leaves the class
    private record Constants(
            String version,
            int dimensions,
            int longest,
            int nearest,
            double scale,
            double unsaid,
            double sharpness,
            double[] mix,
            double[] bias,
            Map<String, String> sha256) {
        private static final int TRIPLE = 3;

        static Constants of(String json) {
            return new Constants(
                    word(json, "version"),
                    (int) numbers(json, "dimensions", 1)[0],
                    (int) numbers(json, "sentence_pieces", 1)[0],
                    (int) numbers(json, "nearest", 1)[0],
                    numbers(json, "scale", 1)[0],
                    numbers(json, "unsaid", 1)[0],
                    numbers(json, "sharpness", 1)[0],
                    numbers(json, "mix", 2),
                    numbers(json, "bias", TRIPLE),
                    Map.of(
                            "reader-encoder.onnx",
                            word(json, "reader-encoder.onnx"),
                            "reader-near.onnx",
                            word(json, "reader-near.onnx"),
                            "reader-pair.onnx",
                            word(json, "reader-pair.onnx")));
        }

        private static String word(String json, String name) {
            Matcher found = Pattern.compile("\"" + Pattern.quote(name) + "\"\\s*:\\s*\"([^\"]*)\"")
                    .matcher(json);
            if (!found.find()) {
                throw new ModelException("The constants of the reader lack " + name + "; build the program again.");
            }
            return found.group(1);
        }

        private static double[] numbers(String json, String name, int count) {
            String number = "(-?[0-9.]+(?:[eE][-+]?[0-9]+)?)";
            String pattern =
                    "\"" + Pattern.quote(name) + "\"\\s*:\\s*\\[?\\s*" + number + (",\\s*" + number).repeat(count - 1);
            Matcher found = Pattern.compile(pattern).matcher(json);
            if (!found.find()) {
                throw new ModelException("The constants of the reader lack " + name + "; build the program again.");
            }
            double[] numbers = new double[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = Double.parseDouble(found.group(i + 1));
            }
            return numbers;
        }
    }

    private ClaimModel(
            OrtEnvironment environment, OrtSession encoder, OrtSession near, OrtSession pair, Constants constants) {
        this.environment = environment;
        this.encoder = encoder;
        this.near = near;
        this.pair = pair;
        this.constants = constants;
    }

    /**
     * Loads the reader from the class path.
     *
     * @throws ModelException with one sentence for the user if it is not there or is not what its constants say
     */
    static ClaimModel open(OrtEnvironment environment, OrtSession.SessionOptions options) throws OrtException {
        Constants constants = Constants.of(new String(resource("reader.json"), StandardCharsets.UTF_8));
        return new ClaimModel(
                environment,
                session(constants, "reader-encoder.onnx", options),
                session(constants, "reader-near.onnx", options),
                session(constants, "reader-pair.onnx", options),
                constants);
    }

    private static OrtSession session(Constants constants, String name, OrtSession.SessionOptions options)
            throws OrtException {
        byte[] bytes = resource(name);
        try {
            String found = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            if (!found.equals(constants.sha256.get(name))) {
                throw new ModelException("The reader's file " + name + " has the checksum " + found
                        + ", which is not the one in reader.json; build the program again.");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
        return OnnxRuntime.load(bytes, options);
    }

    private static byte[] resource(String name) {
        try (InputStream in = ClaimModel.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new ModelException("The reader's file " + name + " is missing; build the program again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new ModelException("The reader's file " + name + " cannot be read (" + e.getMessage() + ").", e);
        }
    }

    /** Vectors and weights of some tokens. */
    @SuppressWarnings("ArrayRecordComponent") // handed over at once
    record Read(float[][] vectors, float[] weights) {}

    /**
     * Goes on from the sentence model's states.
     *
     * @param hidden states of the text's tokens and of the end mark behind them, one row of {@link MiniLmEmbedder#DIMENSION} numbers each
     */
    Read read(FloatBuffer hidden, int tokens) {
        long[] shape = {1, tokens, MiniLmEmbedder.DIMENSION};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, hidden, shape);
                OrtSession.Result result = encoder.run(Map.of("hidden", input))) {
            FloatBuffer flat = tensor(result, "vectors").getFloatBuffer();
            float[][] vectors = new float[tokens][constants.dimensions];
            for (float[] vector : vectors) {
                flat.get(vector);
            }
            float[] weights = new float[tokens];
            tensor(result, "weights").getFloatBuffer().get(weights);
            return new Read(vectors, weights);
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    /** Checksum of what turns states into vectors, which changes whenever the reader is trained again. */
    String checksum() {
        return constants.sha256.getOrDefault("reader-encoder.onnx", "").substring(0, CHECKSUM);
    }

    @Override
    public int longest() {
        return constants.longest;
    }

    @Override
    public int nearest() {
        return constants.nearest;
    }

    @Override
    public String version() {
        return constants.version;
    }

    @Override
    public double[][] likeness(Encoding answer, List<Part> parts, List<Encoding> statements) {
        double[][] likeness = new double[parts.size()][];
        for (int start = 0; start < parts.size(); ) {
            int end = start + 1;
            while (end < parts.size()
                    && (end + 1 - start)
                                    * (parts.get(end).to() - parts.get(start).from())
                            <= CELLS_AT_ONCE) {
                end++;
            }
            double[][] some = likenessOfSome(answer, parts.subList(start, end), statements);
            System.arraycopy(some, 0, likeness, start, some.length);
            start = end;
        }
        return likeness;
    }

    // of sentences that follow each other; statements of much the same length go together, as all are padded to the
    // longest
    private double[][] likenessOfSome(Encoding answer, List<Part> parts, List<Encoding> statements) {
        double[][] likeness = new double[parts.size()][statements.size()];
        if (answer.claims().length == 0) {
            return likeness;
        }
        for (int i = 0; i + 1 < LENGTHS.length; i++) {
            int above = LENGTHS[i];
            int most = LENGTHS[i + 1];
            int[] places = IntStream.range(0, statements.size())
                    .filter(j -> statements.get(j).claims().length > above
                            && statements.get(j).claims().length <= most)
                    .toArray();
            if (places.length > 0) {
                double[][] some = likenessOfLength(
                        answer,
                        parts,
                        IntStream.of(places).mapToObj(statements::get).toList());
                for (int part = 0; part < some.length; part++) {
                    for (int j = 0; j < places.length; j++) {
                        likeness[part][places[j]] = some[part][j];
                    }
                }
            }
        }
        return likeness;
    }

    private double[][] likenessOfLength(Encoding answer, List<Part> parts, List<Encoding> statements) {
        double[][] likeness = new double[parts.size()][statements.size()];
        int first = parts.get(0).from();
        int tokens = parts.get(parts.size() - 1).to() - first;
        int longestStatement =
                statements.stream().mapToInt(text -> text.claims().length).max().orElse(1);
        FloatBuffer inside = FloatBuffer.allocate(parts.size() * tokens);
        for (int i = 0; i < parts.size(); i++) {
            for (int t = parts.get(i).from(); t < parts.get(i).to(); t++) {
                inside.put(i * tokens + t - first, 1);
            }
        }
        FloatBuffer weights = FloatBuffer.allocate(statements.size() * longestStatement);
        for (int j = 0; j < statements.size(); j++) {
            weights.put(j * longestStatement, statements.get(j).claimWeights());
        }
        float[][] read = Arrays.copyOfRange(answer.claims(), first, first + tokens);
        float[] readWeights = Arrays.copyOfRange(answer.claimWeights(), first, first + tokens);
        try (OnnxTensor a = tensor(
                        padded(java.util.Collections.singletonList(read), tokens), tokens, constants.dimensions);
                OnnxTensor aw = tensor(FloatBuffer.wrap(readWeights), tokens);
                OnnxTensor in = tensor(inside, parts.size(), tokens);
                OnnxTensor s = tensor(
                        padded(statements.stream().map(Encoding::claims).toList(), longestStatement),
                        statements.size(),
                        longestStatement,
                        constants.dimensions);
                OnnxTensor sw = tensor(weights, statements.size(), longestStatement);
                OrtSession.Result result = near.run(Map.of(
                        "answer", a, "answer_weights", aw, "inside", in, "statements", s, "statement_weights", sw))) {
            FloatBuffer flat = tensor(result, "likeness").getFloatBuffer();
            for (double[] row : likeness) {
                for (int j = 0; j < row.length; j++) {
                    row[j] = flat.get();
                }
            }
            return likeness;
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    @Override
    public double[][] compare(Encoding answer, List<Part> parts, List<Encoding> statements, List<Pair> pairs) {
        double[][] compared = new double[pairs.size()][];
        // those of much the same length go together, as all are padded to the longest
        List<Integer> order = IntStream.range(0, pairs.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                                (Integer i) -> length(parts.get(pairs.get(i).part())))
                        .thenComparingInt(
                                i -> statements.get(pairs.get(i).statement()).claims().length))
                .toList();
        for (int start = 0; start < pairs.size(); start += PAIRS_AT_ONCE) {
            List<Integer> places = order.subList(start, Math.min(pairs.size(), start + PAIRS_AT_ONCE));
            double[][] some = compareSome(
                    answer, parts, statements, places.stream().map(pairs::get).toList());
            for (int i = 0; i < some.length; i++) {
                compared[places.get(i)] = some[i];
            }
        }
        return compared;
    }

    private static int length(Part part) {
        return part.to() - part.from();
    }

    private double[][] compareSome(Encoding answer, List<Part> parts, List<Encoding> statements, List<Pair> pairs) {
        double[][] compared = new double[pairs.size()][];
        int a = pairs.stream()
                .mapToInt(one -> length(parts.get(one.part())))
                .max()
                .orElse(1);
        int b = pairs.stream()
                .mapToInt(one -> statements.get(one.statement()).claims().length)
                .max()
                .orElse(1);
        FloatBuffer sentences = FloatBuffer.allocate(pairs.size() * a * constants.dimensions);
        FloatBuffer sentenceMask = FloatBuffer.allocate(pairs.size() * a);
        FloatBuffer others = FloatBuffer.allocate(pairs.size() * b * constants.dimensions);
        FloatBuffer otherMask = FloatBuffer.allocate(pairs.size() * b);
        for (int i = 0; i < pairs.size(); i++) {
            Part part = parts.get(pairs.get(i).part());
            for (int t = part.from(); t < part.to(); t++) {
                int row = i * a + t - part.from();
                sentences.put(row * constants.dimensions, answer.claims()[t]);
                sentenceMask.put(row, 1);
            }
            float[][] statement = statements.get(pairs.get(i).statement()).claims();
            for (int t = 0; t < statement.length; t++) {
                others.put((i * b + t) * constants.dimensions, statement[t]);
                otherMask.put(i * b + t, 1);
            }
        }
        try (OnnxTensor sentence = tensor(sentences, pairs.size(), a, constants.dimensions);
                OnnxTensor mask = tensor(sentenceMask, pairs.size(), a);
                OnnxTensor statement = tensor(others, pairs.size(), b, constants.dimensions);
                OnnxTensor statementMask = tensor(otherMask, pairs.size(), b);
                OrtSession.Result result = pair.run(Map.of(
                        "sentence",
                        sentence,
                        "sentence_mask",
                        mask,
                        "statement",
                        statement,
                        "statement_mask",
                        statementMask))) {
            FloatBuffer flat = tensor(result, "log_probabilities").getFloatBuffer();
            for (int i = 0; i < pairs.size(); i++) {
                compared[i] = new double[] {flat.get(), flat.get(), flat.get()};
            }
            return compared;
        } catch (OrtException e) {
            throw failed(e);
        }
    }

    @Override
    public double[] judge(double[] likenesses, boolean[] truths, double[][] compared) {
        double made = 1e-9;
        double contradicted = 1e-9;
        double nearest = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < likenesses.length; j++) {
            double evidence = Math.exp(Math.min(30, constants.scale * (likenesses[j] - constants.unsaid)));
            if (truths[j]) {
                made += evidence;
            } else {
                contradicted += evidence;
            }
            if (compared[j] != null) {
                nearest = Math.max(nearest, likenesses[j]);
            }
        }
        double sum = made + contradicted + 1;
        double[] near = {Math.log(made / sum), Math.log(contradicted / sum), Math.log((1 + 1e-9) / sum)};
        double[] read = new double[near.length];
        double shares = 0;
        for (int j = 0; j < likenesses.length; j++) {
            if (compared[j] != null) {
                double share = Math.exp(constants.sharpness * (likenesses[j] - nearest));
                shares += share;
                read[0] += share * Math.exp(compared[j][truths[j] ? 0 : 1]);
                read[1] += share * Math.exp(compared[j][truths[j] ? 1 : 0]);
                read[2] += share * Math.exp(compared[j][2]);
            }
        }
        double[] both = new double[near.length];
        double total = 0;
        for (int k = 0; k < both.length; k++) {
            double head = shares > 0 ? Math.log(Math.max(1e-6, read[k] / shares)) : near[k];
            both[k] = Math.exp(constants.mix[0] * near[k] + constants.mix[1] * head + constants.bias[k]);
            total += both[k];
        }
        for (int k = 0; k < both.length; k++) {
            both[k] /= total;
        }
        return both;
    }

    private FloatBuffer padded(List<float[][]> texts, int length) {
        FloatBuffer buffer = FloatBuffer.allocate(texts.size() * length * constants.dimensions);
        for (int i = 0; i < texts.size(); i++) {
            float[][] vectors = texts.get(i);
            for (int t = 0; t < vectors.length; t++) {
                buffer.put((i * length + t) * constants.dimensions, vectors[t]);
            }
        }
        return buffer;
    }

    private OnnxTensor tensor(FloatBuffer values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, values.rewind(), shape);
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
    }

    private static ModelException failed(OrtException e) {
        return new ModelException(
                "The reader of claims failed (" + e.getMessage()
                        + "); restart the program, and give it more memory if it happens again.",
                e);
    }

    @Override
    public void close() throws OrtException {
        encoder.close();
        near.close();
        pair.close();
    }
}
