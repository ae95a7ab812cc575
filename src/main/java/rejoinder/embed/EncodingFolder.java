package rejoinder.embed;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.text.EncodedTexts;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.EncodingShelf;
import rejoinder.text.SixteenBits;
import rejoinder.text.Span;

/**
 * Encodings in a folder, one file per question, some 1.2 MB each. A file is read whole when its question comes up, so that memory holds no more than the questions
 * being graded. It names the model and the reader that made it, and each vector is beside its text: an edited question finds what it did not change.
 *
 * <p>A file appears whole or not at all. One that is damaged, or by another model, counts as missing; the next that is kept takes its place.
 */
final class EncodingFolder implements EncodingShelf {
    private static final Logger LOG = LoggerFactory.getLogger(EncodingFolder.class);

    /** Name and version of the format; changes whenever the same text could get other vectors from the same models. */
    private static final byte[] MAGIC = "REJENC01".getBytes(StandardCharsets.US_ASCII);

    private static final int NAME_BYTES = 16;

    /** The longest file that is read; that of a question with 1,000 statements is shorter. */
    private static final long MOST_BYTES = 64L << 20;

    private final Path folder;
    private final String makers;

    /**
     * @param makers names the model and the reader
     */
    EncodingFolder(Path folder, String makers) {
        this.folder = folder;
        this.makers = makers;
    }

    @Override
    public Optional<EncodedTexts> find(String context) {
        Path file = file(context);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IllegalArgumentException("it is too long");
            }
            return read(ByteBuffer.wrap(Files.readAllBytes(file)), context);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException | BufferUnderflowException | NegativeArraySizeException e) {
            LOG.warn("The encodings in {} cannot be used ({}); they are made again.", file, reason(e));
            return Optional.empty();
        }
    }

    private static String reason(Exception e) {
        return e.getMessage() == null ? "it ends too soon" : e.getMessage();
    }

    private Optional<EncodedTexts> read(ByteBuffer in, String context) {
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        if (!MessageDigest.isEqual(magic, MAGIC)) {
            throw new IllegalArgumentException("it is of another kind");
        }
        long sum = in.getLong();
        if (sum != checksum(in.duplicate())) {
            throw new IllegalArgumentException("it is damaged");
        }
        if (!text(in).equals(makers) || !text(in).equals(context)) {
            // the program has another model now; nothing is amiss
            return Optional.empty();
        }
        Encoding asked = compared(in, context);
        List<Encoding> compared = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            compared.add(compared(in, text(in)));
        }
        List<Encoding> claims = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            claims.add(claims(in, text(in)));
        }
        return Optional.of(new EncodedTexts(asked, compared, claims));
    }

    private static long checksum(ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return sum.getValue();
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static Encoding compared(ByteBuffer in, String text) {
        List<Token> tokens = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            tokens.add(new Token(in.getInt(), text(in), new Span(in.getInt(), in.getInt())));
        }
        return new Encoding(text, tokens, vectors(in), new float[0]);
    }

    private static Encoding claims(ByteBuffer in, String text) {
        float[] weights = new float[in.getInt()];
        in.asFloatBuffer().get(weights);
        in.position(in.position() + weights.length * Float.BYTES);
        return new Encoding(text, List.of(), new float[0][], new float[0], vectors(in), weights);
    }

    private static float[][] vectors(ByteBuffer in) {
        float[][] vectors = new float[in.getInt()][];
        int dimensions = in.getInt();
        short[] multiples = new short[dimensions];
        for (int i = 0; i < vectors.length; i++) {
            float unit = SixteenBits.unit(in.get());
            in.asShortBuffer().get(multiples);
            in.position(in.position() + dimensions * Short.BYTES);
            float[] vector = new float[dimensions];
            for (int d = 0; d < dimensions; d++) {
                vector[d] = multiples[d] * unit;
            }
            vectors[i] = vector;
        }
        return vectors;
    }

    @Override
    public boolean keep(EncodedTexts texts) {
        Path file = file(texts.context().text());
        try {
            Path half = half();
            try {
                Files.write(half, written(texts));
                try {
                    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } catch (AtomicMoveNotSupportedException e) {
                    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
                }
                return true;
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            LOG.warn("Encodings could not be kept in {} ({}); answers are graded all the same.", file, e.toString());
            return false;
        }
    }

    // for the candidate's eyes only where the file system knows such a thing, as all of the data folder
    private Path half() throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(folder, posix ? attributes("rwx------") : new FileAttribute<?>[0]);
        return Files.createTempFile(
                folder, "keeping", ".part", posix ? attributes("rw-------") : new FileAttribute<?>[0]);
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }

    private byte[] written(EncodedTexts texts) {
        Bytes out = new Bytes();
        out.text(makers);
        out.text(texts.context().text());
        out.compared(texts.context());
        out.number(texts.compared().size());
        for (Encoding one : texts.compared()) {
            out.text(one.text());
            out.compared(one);
        }
        out.number(texts.claims().size());
        for (Encoding one : texts.claims()) {
            out.text(one.text());
            out.claims(one);
        }
        ByteBuffer content = out.content();
        ByteBuffer file = ByteBuffer.allocate(MAGIC.length + Long.BYTES + content.remaining());
        file.put(MAGIC).putLong(checksum(content.duplicate())).put(content);
        return file.array();
    }

    /** Bytes that grow. */
    private static final class Bytes {
        private ByteBuffer buffer = ByteBuffer.allocate(1 << 16);

        private ByteBuffer room(int bytes) {
            if (buffer.remaining() < bytes) {
                ByteBuffer larger = ByteBuffer.allocate(2 * (buffer.position() + bytes));
                larger.put(buffer.flip());
                buffer = larger;
            }
            return buffer;
        }

        void number(int number) {
            room(Integer.BYTES).putInt(number);
        }

        void text(String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            number(bytes.length);
            room(bytes.length).put(bytes);
        }

        void compared(Encoding encoding) {
            number(encoding.tokens().size());
            for (Token token : encoding.tokens()) {
                number(token.id());
                text(token.piece());
                number(token.span().start());
                number(token.span().end());
            }
            vectors(encoding.vectors());
        }

        void claims(Encoding encoding) {
            number(encoding.claimWeights().length);
            for (float weight : encoding.claimWeights()) {
                room(Float.BYTES).putFloat(weight);
            }
            vectors(encoding.claims());
        }

        private void vectors(float[][] vectors) {
            number(vectors.length);
            int dimensions = vectors.length == 0 ? 0 : vectors[0].length;
            number(dimensions);
            for (float[] vector : vectors) {
                int exponent = SixteenBits.exponent(vector);
                room(1 + dimensions * Short.BYTES).put((byte) exponent);
                for (float value : vector) {
                    buffer.putShort(SixteenBits.multiple(value, exponent));
                }
            }
        }

        ByteBuffer content() {
            return buffer.flip();
        }
    }

    private Path file(String context) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(context.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(digest, 0, NAME_BYTES) + ".encodings");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
