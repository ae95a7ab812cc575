package rejoinder.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The text of a file, or the reason why there is none.
 *
 * @param text with line feeds only and without a byte order mark; empty if there is a problem
 * @param problem why the file cannot be used as text
 */
public record SourceText(String text, Optional<PackProblem> problem) {
    /** Largest file that is read, in bytes: about 400 times a long pack. */
    static final int LARGEST_BYTES = 2 * 1024 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Reads at most {@link #LARGEST_BYTES} of a file; a larger one is a problem and not read further. */
    public static SourceText read(Path path) {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            return broken(file, 1, "This is a folder; give a Markdown file.");
        }
        if (!Files.exists(path)) {
            return broken(file, 1, "There is no such file; check the path.");
        }
        if (!Files.isRegularFile(path)) {
            return broken(file, 1, "This is not an ordinary file; give a Markdown file.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
            if (bytes.length > LARGEST_BYTES) {
                return broken(
                        file,
                        1,
                        "The file is larger than 2 MiB; split it, one topic a file, or take out what is not text.");
            }
            return decode(file, bytes);
        } catch (NoSuchFileException e) {
            return broken(file, 1, "There is no such file; check the path.");
        } catch (AccessDeniedException e) {
            return broken(file, 1, "The file may not be read; change its permissions.");
        } catch (IOException e) {
            return broken(file, 1, "The file cannot be read (" + e.getMessage() + "); check the disk and try again.");
        }
    }

    /** Decodes UTF-8 strictly: a byte that is not UTF-8 is a problem with its line, never a replacement character. */
    static SourceText decode(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                if (bytes[i] == '\n') {
                    line++;
                }
            }
            return broken(file, line, "This line is not valid UTF-8; save the file as UTF-8.");
        }
        String text = clean(out.flip().toString());
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            return broken(file, lineOf(text, nul), "This line holds a NUL character; delete it.");
        }
        return new SourceText(text, Optional.empty());
    }

    /** Without a byte order mark and with line feeds only, so that a pack saved on Windows has the revisions that it has elsewhere. */
    public static String clean(String text) {
        String bare = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return bare.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Line that holds an offset; 1 is the first. */
    public static int lineOf(String text, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
            }
        }
        return line;
    }

    private static SourceText broken(String file, int line, String message) {
        return new SourceText("", Optional.of(new PackProblem(file, line, message)));
    }
}
