package rejoinder.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rejoinder.text.ClaimReader;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.EncodingShelf;

/**
 * all-MiniLM-L6-v2 (6 layers, 384 numbers a token) as langchain4j packages it, run by ONNX Runtime on the CPU. langchain4j's own class gives only one vector a
 * text and cuts texts at 128 tokens; grading needs one vector a token and the whole text, so the same graph is run here directly, and {@link MeaningStore} takes
 * it as langchain4j's interface from the same memory.
 */
public final class MiniLmEmbedder implements Embedder, AutoCloseable {
    /** Numbers in a vector. */
    public static final int DIMENSION = 384;

    /** Word pieces in one pass, without the two marks: the length that the model was trained for is 256. */
    static final int WINDOW = 254;

    /** Word pieces that two neighbouring windows share, so that none is read without its neighbours. */
    static final int OVERLAP = 64;

    /** Word pieces of a context that are read in front of each window. */
    static final int LONGEST_CONTEXT = 96;

    private static final long START_MARK = 101;
    private static final long END_MARK = 102;
    /** The last layer's output, the one that the model was trained to pool. */
    private static final List<String> LAST = List.of("last_hidden_state");

    /** The fourth of six layers besides: it still knows one word from another where the last knows what the text is about. */
    private static final List<String> FOURTH_AND_LAST = List.of(ModelFiles.FOURTH_LAYER, "last_hidden_state");

    private static final int COMPARED_LAYERS = 2;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    private final ClaimModel claims;
    private final String checksum;

    private MiniLmEmbedder(
            OrtEnvironment environment, OrtSession session, WordPieces pieces, ClaimModel claims, String checksum) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
        this.claims = claims;
        this.checksum = checksum;
    }

    /** Deletes what starts that were killed have left in the folder of the model and in the temporary one. */
    public static void tidy(Path cache, Instant now) {
        ModelFiles.tidy(cache, Path.of(System.getProperty("java.io.tmpdir", "/tmp")), now);
    }

    /**
     * Loads the model; takes one to three seconds, the first time in a folder a second more.
     *
     * @param cache folder that the model's files are unpacked into once, 120 MB; created if it is not there
     * @throws ModelException with one sentence for the user if the model cannot be unpacked or loaded
     */
    public static MiniLmEmbedder open(Path cache) {
        prepare(cache);
        ModelFiles files = ModelFiles.unpack(cache);
        try {
            WordPieces pieces = new WordPieces(files.tokenizer());
            OrtEnvironment environment = OnnxRuntime.environment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                // one thread a call and one caller a core is the steady choice; the sums then always run in the same
                // order
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtSession session = OnnxRuntime.load(files.model().toString(), options);
                ClaimModel claims = ClaimModel.open(environment, options);
                return new MiniLmEmbedder(environment, session, pieces, claims, files.checksum());
            }
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            if (e instanceof ModelException end && end.isAtTheEnd()) {
                throw end;
            }
            throw new ModelException(
                    "The sentence model in " + cache + " could not be loaded (" + e
                            + "); delete that folder and start again, and make sure that the machine has 300 MB of memory free.",
                    e);
        }
    }

    /** Sets up the libraries that models run on: they call nobody, and their files lie in a folder. */
    static void prepare(Path cache) {
        // without this the tokenizer library asks cloud metadata services and reports to its makers as soon as its
        // classes load
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        if (System.getProperty("ENGINE_CACHE_DIR") == null) {
            System.setProperty("ENGINE_CACHE_DIR", cache.toAbsolutePath().toString());
        }
        Path runtime = cache.toAbsolutePath().resolve("onnxruntime");
        if (System.getProperty("onnxruntime.native.path") == null && ModelFiles.unpackRuntime(runtime)) {
            System.setProperty("onnxruntime.native.path", runtime.toString());
        }
    }

    @Override
    public Encoding encode(String text) {
        return encode("", text, LAST);
    }

    @Override
    public Encoding encodeAfter(String context, String text) {
        return encode(context, text, LAST);
    }

    /**
     * The same model for comparing the words of two texts, which is what grading does: a token's vector is the mean of its unit vectors in the fourth and in the
     * last layer, made a unit vector again. That an inner layer tells words apart better than the last is known from BERTScore (Zhang et al. 2020, appendix B). The
     * pooled vector is that of the last layer, as ever; it costs no further pass.
     */
    public Embedder forComparing() {
        return comparing(Optional.empty());
    }

    /**
     * The same, with a folder in which encodings are kept for later runs.
     *
     * @param folder created when something is kept
     */
    public Embedder forComparing(Path folder) {
        return comparing(Optional.of(new EncodingFolder(folder, checksum + " " + claims.checksum())));
    }

    private Embedder comparing(Optional<EncodingShelf> shelf) {
        return new Embedder() {
            @Override
            public Encoding encode(String text) {
                return MiniLmEmbedder.this.encode("", text, FOURTH_AND_LAST);
            }

            @Override
            public Encoding encodeAfter(String context, String text) {
                return MiniLmEmbedder.this.encode(context, text, FOURTH_AND_LAST);
            }

            @Override
            public List<Token> tokens(String text) {
                return pieces.of(text);
            }

            @Override
            public Optional<ClaimReader> claimReader() {
                return Optional.of(claims);
            }

            @Override
            public Optional<EncodingShelf> shelf() {
                return shelf;
            }

            @Override
            public String checksum() {
                return checksum;
            }
        };
    }

    private Encoding encode(String context, String text, List<String> layers) {
        List<Token> tokens = pieces.of(text);
        float[] pooled = new float[DIMENSION];
        float[][] vectors = new float[tokens.size()][];
        if (tokens.isEmpty()) {
            return new Encoding(text, tokens, vectors, pooled);
        }
        boolean comparing = layers.size() == COMPARED_LAYERS;
        float[][] read = new float[comparing ? tokens.size() : 0][];
        float[] readWeights = new float[read.length];
        List<Token> before = pieces.of(context);
        before = before.subList(0, Math.min(before.size(), LONGEST_CONTEXT));
        int room = WINDOW - before.size();
        double[] sum = new double[DIMENSION];
        for (int start = 0; ; start += room - OVERLAP) {
            int end = Math.min(tokens.size(), start + room);
            // of the shared pieces each window keeps the half that it sees with more text around
            int keepFrom = start == 0 ? 0 : start + OVERLAP / 2;
            int keepTo = end == tokens.size() ? end : end - OVERLAP / 2;
            read(layers, before, tokens.subList(start, end), start, keepFrom, keepTo, vectors, sum, read, readWeights);
            if (end == tokens.size()) {
                break;
            }
        }
        normalise(sum, pooled);
        return new Encoding(text, tokens, vectors, pooled, read, readWeights);
    }

    private void read(
            List<String> layers,
            List<Token> before,
            List<Token> window,
            int start,
            int keepFrom,
            int keepTo,
            float[][] vectors,
            double[] sum,
            float[][] claimVectors,
            float[] claimWeights) {
        long[] ids = new long[before.size() + window.size() + 2];
        ids[0] = START_MARK;
        for (int i = 0; i < before.size(); i++) {
            ids[1 + i] = before.get(i).id();
        }
        int first = 1 + before.size();
        for (int i = 0; i < window.size(); i++) {
            ids[first + i] = window.get(i).id();
        }
        ids[ids.length - 1] = END_MARK;
        List<String> wanted = new ArrayList<>(layers);
        if (claimVectors.length > 0) {
            wanted.add(ModelFiles.READ_LAYER);
        }
        float[][] all = run(ids, wanted);
        float[][] outputs = Arrays.copyOf(all, layers.size());
        float[] hidden = outputs[outputs.length - 1];
        if (claimVectors.length > 0) {
            // the reader sees the text and the end mark; the question has left its traces in the lower layers
            int rows = window.size() + 1;
            FloatBuffer states = FloatBuffer.wrap(all[layers.size()], first * DIMENSION, rows * DIMENSION)
                    .slice();
            ClaimModel.Read read = claims.read(states, rows);
            for (int i = Math.max(0, keepFrom - start); i < keepTo - start; i++) {
                claimVectors[start + i] = read.vectors()[i];
                claimWeights[start + i] = read.weights()[i];
            }
        }
        for (int row = 0; row < ids.length; row++) {
            int token = start + row - first;
            boolean mark = row == 0 || row == ids.length - 1;
            boolean kept = row >= first && token >= keepFrom && token < keepTo && !mark;
            if (kept) {
                vectors[token] = mean(outputs, row * DIMENSION);
            }
            if (kept || mark || row < first) {
                for (int d = 0; d < DIMENSION; d++) {
                    sum[d] += hidden[row * DIMENSION + d];
                }
            }
        }
    }

    private float[][] run(long[] ids, List<String> layers) {
        long[] shape = {1, ids.length};
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types),
                        Set.copyOf(layers))) {
            float[][] outputs = new float[layers.size()][ids.length * DIMENSION];
            for (int i = 0; i < outputs.length; i++) {
                OnnxTensor output = (OnnxTensor) result.get(layers.get(i)).orElseThrow();
                output.getFloatBuffer().get(outputs[i]);
            }
            return outputs;
        } catch (OrtException e) {
            throw new ModelException(
                    "The sentence model failed on a text of " + ids.length + " word pieces (" + e.getMessage()
                            + "); restart the program, and give it more memory if it happens again.",
                    e);
        }
    }

    // the unit vector of the mean of a token's unit vectors in some layers
    private static float[] mean(float[][] layers, int offset) {
        float[] mean = unit(layers[0], offset);
        for (int i = 1; i < layers.length; i++) {
            float[] vector = unit(layers[i], offset);
            for (int d = 0; d < DIMENSION; d++) {
                mean[d] += vector[d];
            }
        }
        return layers.length == 1 ? mean : unit(mean, 0);
    }

    private static float[] unit(float[] hidden, int offset) {
        double norm = 0;
        for (int d = 0; d < DIMENSION; d++) {
            norm += (double) hidden[offset + d] * hidden[offset + d];
        }
        float scale = norm > 0 ? (float) (1 / Math.sqrt(norm)) : 0;
        float[] vector = new float[DIMENSION];
        for (int d = 0; d < DIMENSION; d++) {
            vector[d] = hidden[offset + d] * scale;
        }
        return vector;
    }

    private static void normalise(double[] sum, float[] into) {
        double norm = 0;
        for (double value : sum) {
            norm += value * value;
        }
        for (int d = 0; d < DIMENSION; d++) {
            into[d] = norm > 0 ? (float) (sum[d] / Math.sqrt(norm)) : 0;
        }
    }

    @Override
    public List<Token> tokens(String text) {
        return pieces.of(text);
    }

    @Override
    public String checksum() {
        return checksum;
    }

    /** Frees the native memory; the embedder must not be used afterwards. */
    @Override
    public void close() {
        pieces.close();
        try {
            claims.close();
            session.close();
        } catch (OrtException e) {
            throw new ModelException("The sentence model could not be closed; restart the program.", e);
        }
    }
}
