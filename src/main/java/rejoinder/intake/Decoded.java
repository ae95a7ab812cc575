package rejoinder.intake;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import rejoinder.pack.ImportWarning;
import rejoinder.pack.SourceText;

/**
 * The text of a file, and what was assumed to read it.
 *
 * @param text with line feeds only; empty if there is a problem
 * @param note what a person should know: what was assumed, or why the text cannot be read
 * @param readable whether there is a text
 */
record Decoded(String text, Optional<ImportWarning> note, boolean readable) {
    private static final int PROBE = 4_000;

    /**
     * Decodes bytes: by their byte order mark, else as the encoding asked for, else as UTF-8. Nothing is replaced by question marks.
     *
     * @param encoding the encoding that a person named, if any
     */
    static Decoded of(byte[] bytes, Optional<Charset> encoding) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return strictly(bytes, 3, StandardCharsets.UTF_8, "");
        }
        if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
            return strictly(bytes, 4, Charset.forName("UTF-32LE"), "");
        }
        if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
            return strictly(bytes, 4, Charset.forName("UTF-32BE"), "");
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return strictly(bytes, 2, StandardCharsets.UTF_16LE, "");
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return strictly(bytes, 2, StandardCharsets.UTF_16BE, "");
        }
        if (encoding.isPresent()) {
            return strictly(bytes, 0, encoding.get(), "");
        }
        Optional<Charset> wide = wide(bytes);
        if (wide.isPresent()) {
            return strictly(
                    bytes,
                    0,
                    wide.get(),
                    "The file has no byte order mark and was read as "
                            + wide.get().name() + ", because every second byte is empty.");
        }
        return strictly(bytes, 0, StandardCharsets.UTF_8, "");
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 or UTF-32 without a byte order mark: most bytes in the same places are empty. */
    private static Optional<Charset> wide(byte[] bytes) {
        int size = Math.min(PROBE, bytes.length) / 4 * 4;
        int[] empty = new int[4];
        for (int i = 0; i < size; i++) {
            empty[i % 4] += bytes[i] == 0 ? 1 : 0;
        }
        int most = size / 4 * 8 / 10;
        if (size < 8) {
            return Optional.empty();
        }
        if (empty[1] > most && empty[2] > most && empty[3] > most) {
            return Optional.of(Charset.forName("UTF-32LE"));
        }
        if (empty[0] > most && empty[1] > most && empty[2] > most) {
            return Optional.of(Charset.forName("UTF-32BE"));
        }
        if (empty[1] > most && empty[3] > most) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return empty[0] > most && empty[2] > most ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static Decoded strictly(byte[] bytes, int skip, Charset charset, String assumed) {
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
        try {
            String text = SourceText.clean(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(in)
                    .toString());
            int nul = text.indexOf('\0');
            if (nul >= 0) {
                return broken(SourceText.lineOf(text, nul), "This line holds a NUL character; delete it.");
            }
            return new Decoded(
                    text, assumed.isEmpty() ? Optional.empty() : Optional.of(new ImportWarning(1, assumed)), true);
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = skip; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            return broken(
                    line,
                    charset.equals(StandardCharsets.UTF_8)
                            ? "This line is not valid UTF-8; save the file as UTF-8, or name its encoding (--encoding windows-1252)."
                            : "This line is not valid " + charset.name() + "; save the file as UTF-8.");
        }
    }

    private static Decoded broken(int line, String message) {
        return new Decoded("", Optional.of(new ImportWarning(line, message)), false);
    }
}
