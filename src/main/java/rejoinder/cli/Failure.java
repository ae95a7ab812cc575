package rejoinder.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.store.FileTrouble;

/** The message when a command cannot do its work. */
final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Failure.class);

    /**
     * @param sentence what happened and what to do
     */
    Failure(String sentence) {
        super(sentence);
    }

    /** Writes a result where the user wants it, or says why that is not possible. */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** A result that cannot be written where the user wants it. */
    static Failure unwritable(Path file, IOException problem) {
        String why = Files.isDirectory(file) ? "it is a folder" : FileTrouble.reason(problem);
        return new Failure(file + " cannot be written (" + why + "); name a file in a folder that you may write to.");
    }

    /** One sentence for any exception; an unexpected one is also logged. */
    static String sentence(Exception problem) {
        if (problem instanceof NoSuchFileException missing) {
            return "There is no file " + missing.getFile() + "; check the path.";
        }
        if (problem instanceof CharacterCodingException) {
            return "The file is not in UTF-8; save it as UTF-8 and try again.";
        }
        if (problem instanceof FileSystemException where) {
            return where.getFile() + " cannot be read or written: " + FileTrouble.reason(where) + ".";
        }
        if (problem instanceof IOException) {
            return "Reading or writing failed: " + problem.getMessage();
        }
        boolean foreseen = problem.getClass().getName().startsWith("rejoinder.");
        if (!foreseen) {
            StringWriter trace = new StringWriter();
            problem.printStackTrace(new PrintWriter(trace));
            LOG.error("Unforeseen: {}", trace);
        }
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
