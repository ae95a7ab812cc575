package rejoinder.intake;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Files of a ZIP, unpacked in memory and never onto the disk, so that a name that climbs out of the archive leads nowhere.
 */
final class Archive {
    /** Largest archive, in bytes. */
    static final long LARGEST = 200L * 1024 * 1024;

    /** Most files in one archive or folder. */
    static final int MOST_FILES = 10_000;

    /** Most bytes that all files of an archive may have when they are unpacked. */
    static final long LARGEST_UNPACKED = 100L * 1024 * 1024;

    /** An archive is a bomb if it unpacks to more than so many times its size. */
    private static final int STEEPEST = 200;

    private static final int SMALL = 1024 * 1024;
    private static final int CHUNK = 64 * 1024;

    private Archive() {}

    /** An archive that is not read on. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }

        Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** What is done with each file of an archive. */
    interface Visitor {
        void file(String name, byte[] bytes) throws IOException;
    }

    static boolean isZip(byte[] bytes) {
        return bytes.length > 4
                && bytes[0] == 'P'
                && bytes[1] == 'K'
                && (bytes[2] == 3 || bytes[2] == 5)
                && (bytes[3] == 4 || bytes[3] == 6);
    }

    /** Hands out one file after the other, so that only one is in memory. */
    static void each(InputStream zip, long size, Visitor visitor) throws IOException {
        long unpacked = 0;
        int files = 0;
        try (ZipInputStream in = new ZipInputStream(zip)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                if (++files > MOST_FILES) {
                    throw new Refused("The archive holds more than 10,000 files; take some out.");
                }
                byte[] bytes = unpack(in, size, unpacked, entry.getName());
                unpacked += bytes.length;
                visitor.file(entry.getName(), bytes);
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refused("The archive is broken (" + e.getMessage() + "); pack it again.", e);
        } catch (EOFException e) {
            throw new Refused("The archive is cut off; copy or download it again.", e);
        }
        if (files == 0) {
            throw new Refused("The archive holds no files, or is broken; pack it again.");
        }
    }

    private static byte[] unpack(InputStream in, long packed, long before, String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            out.write(chunk, 0, read);
            long all = before + out.size();
            if (all > LARGEST_UNPACKED || (all > SMALL && all > packed * STEEPEST)) {
                throw new Refused("The archive unpacks to far more than its size (at '" + name
                        + "'); pack only what holds questions.");
            }
        }
        return out.toByteArray();
    }

    /** Names of the files, read without keeping what is in them. */
    static Set<String> names(InputStream zip) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        try (ZipInputStream in = new ZipInputStream(zip)) {
            for (ZipEntry entry = in.getNextEntry();
                    entry != null && names.size() <= MOST_FILES;
                    entry = in.getNextEntry()) {
                names.add(entry.getName());
            }
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            return names; // what is broken is said when the files are read
        }
        return names;
    }
}
