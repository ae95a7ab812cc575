package rejoinder.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the front end is read from. */
public sealed interface WebRoot {
    /** Packed with the program; never changes while it runs. */
    record OnClassPath() implements WebRoot {}

    /** A folder, read again with each request: for working on the front end. */
    record Folder(Path path) implements WebRoot {}

    /**
     * The bytes of a file.
     *
     * @param file path below the root, made of plain segments with {@code /} between
     * @return empty if there is no such file
     */
    default Optional<byte[]> read(String file) {
        if (this instanceof Folder folder) {
            return inFolder(folder.path(), file);
        }
        return onClassPath("rejoinder/web/" + file);
    }

    private static Optional<byte[]> inFolder(Path root, String file) {
        try {
            Path found = root.resolve(file);
            // a link must not lead out of the folder
            if (!Files.isRegularFile(found) || !found.toRealPath().startsWith(root.toRealPath())) {
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(found));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " of the front end cannot be read.", e);
        }
    }

    /** The bytes of a class path resource; empty if there is none. */
    static Optional<byte[]> onClassPath(String resource) {
        try (InputStream in = WebRoot.class.getClassLoader().getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The resource " + resource + " cannot be read.", e);
        }
    }
}
