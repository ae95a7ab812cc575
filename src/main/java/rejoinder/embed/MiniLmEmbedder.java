package rejoinder.embed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import rejoinder.text.ClaimReader;
import rejoinder.text.Embedder;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.EncodingShelf;

/**
 * all-MiniLM-L6-v2 (6 layers, 384 numbers per token) as langchain4j packages it, run by ONNX Runtime on the CPU. langchain4j's own class gives only one vector a
 * text and cuts texts at 128 tokens; grading needs one vector per token and the whole text, so the same graph is run here directly, and {@link MeaningStore} takes
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
    /**
     * What is wanted of an encoding.
     *
     * @param claims what the reader of claims sees
     * @param layers layers that each token's vector is the mean of, the one that is pooled last; none for no vectors
     */
    private record Wanted(boolean claims, List<String> layers) {
        /** The last layer is the one that the model was trained to pool. */
        static final Wanted LAST = new Wanted(false, List.of(ModelFiles.LAST_LAYER));

        /** The fourth of six layers besides: it still knows one word from another where the last knows what the text is about. */
        static final Wanted COMPARED = new Wanted(false, List.of(ModelFiles.FOURTH_LAYER, ModelFiles.LAST_LAYER));

        static final Wanted CLAIMS = new Wanted(true, List.of());
        static final Wanted ALL = new Wanted(true, COMPARED.layers);
    }

    private final OrtEnvironment environment;
    private final OrtSession lower;
    private final OrtSession upper;
    private final WordPieces pieces;
    private final ClaimModel claims;
    private final String checksum;

    private MiniLmEmbedder(
            OrtEnvironment environment,
            OrtSession lower,
            OrtSession upper,
            WordPieces pieces,
            ClaimModel claims,
            String checksum) {
        this.environment = environment;
        this.lower = lower;
        this.upper = upper;
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
     * @param cache folder that the model's files are unpacked into once, 120 MB, and 220 MB for a moment; created if it is not there
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
                OrtSession lower = OnnxRuntime.load(files.lower().toString(), options);
                OrtSession upper = OnnxRuntime.load(files.upper().toString(), options);
                ClaimModel claims = ClaimModel.open(environment, options);
                return new MiniLmEmbedder(environment, lower, upper, pieces, claims, files.checksum());
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

    /** Sets up the libraries that models run on: they call nobody, and their files are in a folder. */
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
        return encode("", text, Wanted.LAST);
    }

    @Override
    public Encoding encodeAfter(String context, String text) {
        return encode(context, text, Wanted.LAST);
    }

    /**
     * The same model for comparing the words of two texts, which is what grading does: a token's vector is the mean of its unit vectors in the fourth and in the
     * last layer, made a unit vector again. That an inner layer tells words apart better than the last is known from BERTScore (Zhang et al. 2020, appendix B). The
     * pooled vector is that of the last layer, as always; it costs no further pass.
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
                return MiniLmEmbedder.this.encode("", text, Wanted.ALL);
            }

            @Override
            public Encoding encodeAfter(String context, String text) {
                return MiniLmEmbedder.this.encode(context, text, Wanted.ALL);
            }

            @Override
            public Encoding compareAfter(String context, String text) {
                return MiniLmEmbedder.this.encode(context, text, Wanted.COMPARED);
            }

            @Override
            public Encoding readAfter(String context, String text) {
                return MiniLmEmbedder.this.encode(context, text, Wanted.CLAIMS);
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

    private Encoding encode(String context, String text, Wanted wanted) {
        Partial encoding = new Partial(wanted, pieces.of(text));
        if (encoding.tokens.isEmpty()) {
            return encoding.of(text);
        }
        List<Token> before = pieces.of(context);
        before = before.subList(0, Math.min(before.size(), LONGEST_CONTEXT));
        int room = WINDOW - before.size();
        int last = encoding.tokens.size();
        for (int start = 0; ; start += room - OVERLAP) {
            int end = Math.min(last, start + room);
            // of the shared pieces each window keeps the half that it sees with more text around
            int keepFrom = start == 0 ? 0 : start + OVERLAP / 2;
            int keepTo = end == last ? end : end - OVERLAP / 2;
            encoding.read(before, start, end, keepFrom, keepTo);
            if (end == last) {
                return encoding.of(text);
            }
        }
    }

    /** An encoding that is made window by window. */
    private final class Partial {
        private final Wanted wanted;
        private final List<Token> tokens;
        private final float[][] vectors;
        private final double[] sum;
        private final float[][] claimVectors;
        private final float[] claimWeights;

        Partial(Wanted wanted, List<Token> tokens) {
            this.wanted = wanted;
            this.tokens = tokens;
            this.vectors = new float[wanted.layers.isEmpty() ? 0 : tokens.size()][];
            this.sum = new double[wanted.layers.isEmpty() ? 0 : DIMENSION];
            this.claimVectors = new float[wanted.claims ? tokens.size() : 0][];
            this.claimWeights = new float[claimVectors.length];
        }

        Encoding of(String text) {
            float[] pooled = new float[sum.length];
            normalise(sum, pooled);
            return new Encoding(text, tokens, vectors, pooled, claimVectors, claimWeights);
        }

        void read(List<Token> before, int start, int end, int keepFrom, int keepTo) {
            List<Token> window = tokens.subList(start, end);
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
            long[] shape = {1, ids.length};
            long[] ones = new long[ids.length];
            Arrays.fill(ones, 1);
            try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                    OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                    OnnxTensor types =
                            OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                    OrtSession.Result below =
                            lower.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
                OnnxTensor hidden = tensor(below, ModelFiles.READ_LAYER);
                if (wanted.claims) {
                    // the reader sees the text and the end mark; the question has left its traces in the lower layers
                    int rows = window.size() + 1;
                    ClaimModel.Read read =
                            claims.read(hidden.getFloatBuffer().slice(first * DIMENSION, rows * DIMENSION), rows);
                    for (int i = Math.max(0, keepFrom - start); i < keepTo - start; i++) {
                        claimVectors[start + i] = read.vectors()[i];
                        claimWeights[start + i] = read.weights()[i];
                    }
                }
                if (!wanted.layers.isEmpty()) {
                    try (OrtSession.Result above =
                            upper.run(Map.of(ModelFiles.READ_LAYER, hidden, "attention_mask", mask))) {
                        float[][] outputs = new float[wanted.layers.size()][ids.length * DIMENSION];
                        for (int i = 0; i < outputs.length; i++) {
                            tensor(above, wanted.layers.get(i)).getFloatBuffer().get(outputs[i]);
                        }
                        keep(outputs, first, start, keepFrom, keepTo);
                    }
                }
            } catch (OrtException e) {
                throw new ModelException(
                        "The sentence model failed on a text of " + ids.length + " word pieces (" + e.getMessage()
                                + "); restart the program, and give it more memory if it happens again.",
                        e);
            }
        }

        private void keep(float[][] outputs, int first, int start, int keepFrom, int keepTo) {
            float[] hidden = outputs[outputs.length - 1];
            int rows = hidden.length / DIMENSION;
            for (int row = 0; row < rows; row++) {
                int token = start + row - first;
                boolean mark = row == 0 || row == rows - 1;
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
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
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
        for (int d = 0; d < into.length; d++) {
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
            lower.close();
            upper.close();
        } catch (OrtException e) {
            throw new ModelException("The sentence model could not be closed; restart the program.", e);
        }
    }
}
