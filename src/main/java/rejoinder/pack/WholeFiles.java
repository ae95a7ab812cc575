package rejoinder.pack;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Writes the files of a folder so that a crash leaves each one either as it was or as it is to be. */
final class WholeFiles {
    /** How the name of a file ends that is not written to the end; one that a crash leaves behind is never read. */
    static final String HALF = ".tmp";

    private WholeFiles() {}

    /**
     * Writes files, all of their texts before the first one takes the place of an old one.
     *
     * @param texts by the files' names in the folder
     */
    static void write(Path folder, Map<String, String> texts) throws IOException {
        Files.createDirectories(folder);
        Map<Path, Path> written = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                Path file = folder.resolve(text.getKey());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Path half = Files.createTempFile(folder, ".writing", HALF);
                written.put(half, file);
                Files.writeString(half, text.getValue());
            }
            for (Map.Entry<Path, Path> file : written.entrySet()) {
                move(file.getKey(), file.getValue());
            }
        } finally {
            for (Path left : written.keySet()) {
                Files.deleteIfExists(left);
            }
        }
    }

    private static void move(Path half, Path file) throws IOException {
        try {
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
