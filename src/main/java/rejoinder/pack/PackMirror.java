package rejoinder.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of own packs as a copy of what the servers of a database share. Files that lie there and are no such copy are never written over: the first server's become
 * what all share, and those of another server are moved aside.
 */
final class PackMirror {
    private static final Logger LOG = LoggerFactory.getLogger(PackMirror.class);

    /** Beside the packs: names what was copied, so that a change by hand is noticed. */
    private static final String MARK = ".shared";

    private static final String LETTERS = ".letters.json";

    private final Path folder;
    private final SharedPacks shared;
    private long revision = -1;

    PackMirror(Path folder, SharedPacks shared) {
        this.folder = folder;
        this.shared = shared;
    }

    /** The files of a folder by their names in it; letters, marks and half-written files are left out. */
    static SortedMap<String, String> files(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.endsWith(WholeFiles.HALF) && !name.equals(LETTERS) && !name.equals(MARK)) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }

    /**
     * Brings the folder up to date.
     *
     * @return whether anything may have changed
     */
    boolean follow() throws IOException {
        if (shared.revision() == revision) {
            return false;
        }
        SharedPacks.Kept kept = shared.all();
        SortedMap<String, String> here = files(folder);
        if (kept.revision() == 0 && !here.isEmpty()) {
            kept = share(here);
        }
        if (!here.equals(kept.files())) {
            if (!here.isEmpty() && !sum(here).equals(mark())) {
                here = moveAside();
            }
            copy(here, kept.files());
        }
        mark(kept.files());
        revision = kept.revision();
        return true;
    }

    private SharedPacks.Kept share(Map<String, String> here) {
        try {
            shared.change(here.entrySet().stream()
                    .map(file -> new FileChange(file.getKey(), Optional.empty(), Optional.of(file.getValue())))
                    .toList());
        } catch (SharedPacks.ChangedElsewhere e) {
            LOG.debug("Another server was the first.", e);
        }
        return shared.all();
    }

    private SortedMap<String, String> moveAside() throws IOException {
        Path aside = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "packs-of-this-server-");
        Files.delete(aside);
        Files.move(folder, aside);
        LOG.warn(
                "The packs in {} were not those that the servers of this database share; they are in {} now. Import what is missing.",
                folder,
                aside);
        return new TreeMap<>();
    }

    private void copy(Map<String, String> here, Map<String, String> wanted) throws IOException {
        Map<String, String> changed = new TreeMap<>(wanted);
        changed.entrySet().removeAll(here.entrySet());
        WholeFiles.write(folder, changed);
        for (String name : here.keySet()) {
            if (!wanted.containsKey(name)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    /** Shares a change before it is written here. */
    void share(List<FileChange> changes) {
        long number = shared.change(changes);
        // what another server changed before it is still to come
        revision = number == revision + 1 ? number : -1;
    }

    /** After what was shared is written here, too. */
    void isWritten() throws IOException {
        mark(files(folder));
    }

    private String mark() throws IOException {
        Path file = folder.resolve(MARK);
        return Files.isRegularFile(file) ? Files.readString(file) : "";
    }

    private void mark(SortedMap<String, String> files) throws IOException {
        if (!files.isEmpty() || Files.isDirectory(folder)) {
            WholeFiles.write(folder, Map.of(MARK, sum(files)));
        }
    }

    private static String sum(SortedMap<String, String> files) {
        try {
            MessageDigest sum = MessageDigest.getInstance("SHA-256");
            files.forEach((name, text) -> {
                for (String part : List.of(name, text)) {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    sum.update((bytes.length + " ").getBytes(StandardCharsets.UTF_8));
                    sum.update(bytes);
                }
            });
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
