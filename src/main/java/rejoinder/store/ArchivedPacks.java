package rejoinder.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import rejoinder.session.StoreException;

/**
 * A person's own packs in an exported archive: the files of their folder with a list of checksums, so that what was changed or is missing is noticed before anything
 * is written. An archive without the list says nothing about packs, and those that are there stay.
 */
public final class ArchivedPacks {
    /** The folder of the own packs, in the data folder and in an archive. */
    public static final String FOLDER = "packs";

    private static final String LIST = FOLDER + "/list.json";
    private static final String FORMAT = "rejoinder-packs/1";
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 200L << 20;
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private ArchivedPacks() {}

    /**
     * What there is.
     *
     * @param files SHA-256 of each by its name in the folder
     */
    record Listed(String format, SortedMap<String, String> files) {}

    /** Files of an archive that hold the own packs; to be put beside its rows. */
    public static SortedMap<String, String> files(Map<String, String> own) {
        SortedMap<String, String> files = new TreeMap<>();
        SortedMap<String, String> sums = new TreeMap<>();
        own.forEach((name, text) -> {
            files.put(FOLDER + "/" + name, text);
            sums.put(name, sha256(text.getBytes(StandardCharsets.UTF_8)));
        });
        try {
            files.put(LIST, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Listed(FORMAT, sums)) + "\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names and sums can always be written.", e);
        }
        return files;
    }

    /**
     * The packs of an archive by name; empty if it says nothing about packs.
     *
     * @throws StoreException if they are not those that were exported
     */
    static Optional<SortedMap<String, byte[]>> of(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile(), StandardCharsets.UTF_8)) {
            ZipEntry entry = zip.getEntry(LIST);
            if (entry == null) {
                return Optional.empty();
            }
            Listed listed = JSON.readValue(bytes(zip, entry, MOST_BYTES), Listed.class);
            if (!FORMAT.equals(listed.format) || listed.files == null || listed.files.size() > MOST_FILES) {
                throw new StoreException(archive + " was exported by a newer Rejoinder; restore it with that one.");
            }
            SortedMap<String, byte[]> packs = new TreeMap<>();
            long left = MOST_BYTES;
            for (Map.Entry<String, String> one : listed.files.entrySet()) {
                ZipEntry file = zip.getEntry(FOLDER + "/" + one.getKey());
                byte[] read = file == null || !isInside(one.getKey()) ? new byte[0] : bytes(zip, file, left);
                left -= read.length;
                if (left < 0 || !sha256(read).equals(one.getValue())) {
                    throw new StoreException(archive + " was changed or damaged: the pack " + one.getKey()
                            + " is not the one that was exported. Export it again, or use another.");
                }
                packs.put(one.getKey(), read);
            }
            return Optional.of(packs);
        } catch (IOException e) {
            throw new StoreException(archive + " is a damaged archive; export it again.", e);
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry, long most) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, most + 1));
        }
    }

    private static boolean isInside(String name) {
        Path inside = Path.of(FOLDER);
        return !name.contains("\\")
                && !name.contains(":")
                && !Path.of(name).isAbsolute()
                && inside.resolve(name).normalize().startsWith(inside)
                && !inside.resolve(name).normalize().equals(inside);
    }

    /** How many packs there are among files. */
    static int count(Stream<String> names) {
        return (int) names.filter(name -> name.endsWith(".md")).count();
    }

    /** How many packs are in a data folder. */
    static int count(Path folder) {
        Path packs = folder.resolve(FOLDER);
        if (!Files.isDirectory(packs)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(packs)) {
            return count(files.map(Path::toString));
        } catch (IOException e) {
            throw failure(packs, e);
        }
    }

    /** Writes packs beside those of a data folder, to be put in their place by {@link #swap}. */
    static Path prepare(Path folder, SortedMap<String, byte[]> packs) {
        Path fresh = folder.resolve(FOLDER + ".new");
        try {
            delete(fresh);
            Files.createDirectories(fresh);
            for (Map.Entry<String, byte[]> pack : packs.entrySet()) {
                Path file = fresh.resolve(pack.getKey());
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, pack.getValue());
            }
            return fresh;
        } catch (IOException e) {
            throw failure(fresh, e);
        }
    }

    /**
     * Puts packs in place of those of a data folder.
     *
     * @param kept where those go that were there
     */
    static void swap(Path fresh, Path folder, Path kept) {
        Path packs = folder.resolve(FOLDER);
        try {
            if (Files.isDirectory(packs)) {
                Files.move(packs, kept);
            }
            Files.move(fresh, packs, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failure(packs, e);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }

    private static StoreException failure(Path file, IOException problem) {
        return new StoreException(
                file + " cannot be read or written (" + FileTrouble.reason(problem)
                        + "); allow that, or make room on the disk.",
                problem);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
