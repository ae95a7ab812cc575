package rejoinder.pack;

import java.util.List;
import java.util.SortedMap;

/** Where the servers of one database keep the files of the own packs, so that all of them ask the same questions. Each change has a number. */
public interface SharedPacks {
    /** Number of the last change; 0 if there was none. */
    long revision();

    /**
     * The files as they are now.
     *
     * @param revision number of the last change
     * @param files their texts by their names in the folder
     */
    record Kept(long revision, SortedMap<String, String> files) {}

    /** All of them. */
    Kept all();

    /**
     * Keeps a change, whole or not at all.
     *
     * @return its number
     * @throws ChangedElsewhere if a file is no longer what it was before the change
     */
    long change(List<FileChange> changes);

    /** Another server has changed the same file meanwhile; nothing was kept. */
    final class ChangedElsewhere extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** Says so. */
        public ChangedElsewhere() {
            super(
                    "These questions were changed on another server meanwhile, so nothing was written; look at them again and repeat your change.");
        }
    }
}
