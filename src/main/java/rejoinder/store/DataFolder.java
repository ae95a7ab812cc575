package rejoinder.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.session.StoreException;

/**
 * The folder that holds the candidate's data: only this user may read it, one server at a time works in it, and it is noticed if the database file is replaced
 * from outside.
 */
public final class DataFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
    private static final String LOCK = "rejoinder.lock";

    private final FileChannel lock;

    private DataFolder(FileChannel lock) {
        this.lock = lock;
    }

    /**
     * Keeps every other server out of a folder until this is closed, or the process ends.
     *
     * @throws StoreException if another server is at work in it, or the folder cannot be used
     */
    public static DataFolder lock(Path folder) {
        prepare(folder);
        FileChannel channel = null;
        try {
            channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            DataFile.ours(folder.resolve(LOCK));
            if (channel.tryLock() != null) {
                return new DataFolder(channel);
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            LOG.debug("This very process works in {} already.", folder, e);
            close(channel);
        } catch (IOException e) {
            close(channel);
            throw new StoreException(
                    "The data folder " + folder + " cannot be written (" + FileTrouble.reason(e)
                            + "); allow that, or name another with --data.",
                    e);
        }
        throw new StoreException(
                "Another Rejoinder server works in " + folder + "; stop that one, or name another folder with --data.");
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            LOG.debug("A lock could not be released; it ends with the process.", e);
        }
    }

    /** Whether another process works in a folder. */
    static boolean heldElsewhere(Path folder) {
        Path file = folder.resolve(LOCK);
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            LOG.debug("It is this very process that works in {}.", folder, e);
            return false;
        } catch (IOException e) {
            LOG.debug("Whether somebody works in {} cannot be seen.", folder, e);
            return true;
        }
    }

    @Override
    public void close() {
        close(lock);
    }

    /** Makes the folder if it is missing; readable for this user only if it is new or holds a database. */
    static void prepare(Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new StoreException(folder + " is a file, not a folder; name a folder with --data.");
        }
        boolean isOurs = !Files.exists(folder) || Files.exists(folder.resolve(DataFile.NAME));
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreException(
                    "The data folder " + folder + " cannot be made (" + FileTrouble.reason(e)
                            + "); name another with --data.",
                    e);
        }
        if (isOurs) {
            DataFile.permit(folder, "rwx------");
        }
    }
}
