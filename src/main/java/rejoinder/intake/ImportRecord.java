package rejoinder.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import wrote, kept so that it can be taken back and so that the next one knows its questions again.
 *
 * @param id names it
 * @param at when it was, in milliseconds since 1970
 * @param state {@code begun}, {@code done} or {@code undone}
 * @param sources the files that it read
 * @param questions what it wrote, in the order of the files
 * @param files what it did to the packs
 */
record ImportRecord(
        String id, long at, String state, List<String> sources, List<Written> questions, List<WrittenFile> files) {
    static final String BEGUN = "begun";
    static final String DONE = "done";
    static final String UNDONE = "undone";

    ImportRecord {
        sources = List.copyOf(sources);
        questions = List.copyOf(questions);
        files = List.copyOf(files);
    }

    /**
     * A question that was written.
     *
     * @param id in the bank
     * @param source file that it came from
     * @param revision as it was written
     * @param found hash of its words in the file
     * @param mended whether the person changed it before it was written
     * @param added whether it is new; else it took the place of an earlier one
     */
    record Written(String id, String source, String revision, String found, boolean mended, boolean added) {}

    /** A file before and after. */
    record WrittenFile(
            String name, @Nullable String before, @Nullable String after) {}

    ImportRecord in(String other) {
        return new ImportRecord(id, at, other, sources, questions, files);
    }
}
