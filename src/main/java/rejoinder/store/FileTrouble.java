package rejoinder.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Why a file or folder could not be made or written, in words: many exceptions hold nothing but its path. */
public final class FileTrouble {
    private FileTrouble() {}

    /** A few words without a full stop. */
    public static String reason(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (problem instanceof NoSuchFileException) {
            return "there is no such folder, and none can be made there";
        }
        if (problem instanceof NotDirectoryException || problem instanceof FileAlreadyExistsException) {
            return "a file is where a folder should be";
        }
        if (problem instanceof FileSystemException told && told.getReason() != null) {
            return told.getReason().toLowerCase(Locale.ROOT);
        }
        return problem.getMessage() == null ? problem.toString() : problem.getMessage();
    }
}
