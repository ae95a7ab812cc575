package rejoinder.embed;

import ai.onnxruntime.OrtException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Another sentence model than the shipped one, run by langchain4j on this machine: {@code model.onnx} (there or in {@code onnx/}) and {@code tokenizer.json} in a
 * folder, as they are published. It compares questions; grades stay with the shipped model.
 *
 * @param model as langchain4j's interface
 * @param checksum of its files
 */
public record OtherModel(EmbeddingModel model, String checksum) {
    private static final Pattern FIRST_TOKEN = Pattern.compile("\"pooling_mode_cls_token\"\\s*:\\s*true");
    private static final int NAME_BYTES = 8;

    /**
     * Loads it, which takes seconds if it is large.
     *
     * @param folder holds it
     * @param cache where the shipped model lies; the runtime's files are unpacked there
     * @throws ModelException with one sentence for the user if there is no such model
     */
    public static OtherModel open(Path folder, Path cache) {
        Path graph = file(folder, List.of("model.onnx", "onnx/model.onnx"));
        Path tokenizer = file(folder, List.of("tokenizer.json", "onnx/tokenizer.json"));
        MiniLmEmbedder.prepare(cache);
        try {
            Path pooling = folder.resolve("1_Pooling/config.json");
            PoolingMode mode = Files.isRegularFile(pooling)
                            && FIRST_TOKEN.matcher(Files.readString(pooling)).find()
                    ? PoolingMode.CLS
                    : PoolingMode.MEAN;
            // in the caller's thread: more than one would take the cores from grading
            OnnxEmbeddingModel model =
                    OnnxRuntime.load(() -> new OnnxEmbeddingModel(graph, tokenizer, mode, Runnable::run));
            model.dimension();
            return new OtherModel(model, checksum(List.of(graph, tokenizer)) + (mode == PoolingMode.CLS ? "c" : "m"));
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            throw new ModelException(
                    "The sentence model in " + folder + " could not be loaded (" + e
                            + "); export it for ONNX with the tokens' vectors as its first output.",
                    e);
        }
    }

    /**
     * Says what a folder lacks, without loading anything.
     *
     * @throws ModelException with one sentence for the user if a file is not there
     */
    public static void check(Path folder) {
        file(folder, List.of("model.onnx", "onnx/model.onnx"));
        file(folder, List.of("tokenizer.json", "onnx/tokenizer.json"));
    }

    private static Path file(Path folder, List<String> names) {
        return names.stream()
                .map(folder::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new ModelException("There is no " + names.get(0) + " in " + folder
                        + "; give the folder of a sentence model that was exported for ONNX."));
    }

    private static String checksum(List<Path> files) throws IOException {
        MessageDigest digest = ModelFiles.sha256();
        for (Path file : files) {
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, NAME_BYTES);
    }
}
