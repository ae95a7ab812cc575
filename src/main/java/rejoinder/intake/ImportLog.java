package rejoinder.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import rejoinder.pack.FileChange;

/** The imports of the past, one file each. */
final class ImportLog {
    private static final Logger LOG = LoggerFactory.getLogger(ImportLog.class);
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The folder, beside the packs. */
    private static final String NAME = ".imports";

    private final Path folder;

    /** @param packs the folder of the packs */
    ImportLog(Path packs) {
        this.folder = packs.resolve(NAME);
    }

    /** All, the oldest first; one that cannot be read is left out. */
    List<ImportRecord> all() {
        List<ImportRecord> records = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".json")).toList()) {
                    read(file, records);
                }
            } catch (IOException e) {
                LOG.error("The imports in {} cannot be listed.", folder, e);
            }
        }
        records.sort(Comparator.comparingLong(ImportRecord::at).thenComparing(ImportRecord::id));
        return records;
    }

    private static void read(Path file, List<ImportRecord> records) {
        try {
            records.add(MAPPER.readValue(Files.readAllBytes(file), ImportRecord.class));
        } catch (IOException e) {
            LOG.error("The record of an import, {}, cannot be read and is passed over.", file, e);
        }
    }

    /** What keeping a record would do to its file. */
    FileChange change(ImportRecord record) throws IOException {
        Path file = file(record);
        return new FileChange(
                NAME + "/" + file.getFileName(),
                Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty(),
                Optional.of(MAPPER.writeValueAsString(record)));
    }

    private Path file(ImportRecord record) {
        return folder.resolve(record.id() + ".json");
    }

    void write(ImportRecord record) throws IOException {
        Files.createDirectories(folder);
        Path beside = folder.resolve(record.id() + ".tmp");
        Files.write(beside, MAPPER.writeValueAsBytes(record));
        Files.move(beside, file(record), StandardCopyOption.REPLACE_EXISTING);
    }
}
