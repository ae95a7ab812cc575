package rejoinder.store;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file system of its own, small enough to be filled. Only root can make one; elsewhere the test is skipped with the reason. */
final class SmallDisk implements AutoCloseable {
    private static final int BLOCK = 4_096;

    private final Path folder;

    SmallDisk(int megabytes) throws IOException {
        folder = Files.createTempDirectory(Path.of("/tmp"), "rejoinder-small-disk");
        try {
            PostgresServer.run(
                    List.of("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "tmpfs", folder.toString()));
        } catch (IOException e) {
            Files.delete(folder);
            abort("A full disk is not tested: this user or container may not mount a small file system. "
                    + e.getMessage());
        }
    }

    /** Where its files lie. */
    Path folder() {
        return folder;
    }

    /** Fills it to the last byte. */
    void fill() throws IOException {
        byte[] block = new byte[BLOCK];
        try (OutputStream ballast = Files.newOutputStream(ballast())) {
            while (true) {
                ballast.write(block);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    /** Makes room again. */
    void free() throws IOException {
        Files.delete(ballast());
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    @Override
    public void close() throws IOException {
        // lazily: a server that was just ended may keep a file open for a moment
        PostgresServer.run(List.of("umount", "--lazy", folder.toString()));
        Files.delete(folder);
    }
}
