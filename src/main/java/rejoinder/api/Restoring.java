package rejoinder.api;

import java.nio.file.Path;
import java.util.Optional;
import rejoinder.plan.CandidateId;

/** Restores an exported archive. */
public interface Restoring {
    /**
     * What an archive holds, and what it would replace.
     *
     * @param version of its tables
     * @param packs own packs in it; empty if it says nothing about packs, so that those that are there stay
     */
    record Found(
            String version,
            int sessions,
            int answers,
            Optional<Integer> packs,
            int sessionsHere,
            int answersHere,
            int packsHere) {}

    /** The archive cannot be restored; the message says why and what to do. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** With a sentence for the person. */
        public Refused(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /**
     * Checks an archive; nothing is written.
     *
     * @throws Refused if it is not whole, or a newer version's
     */
    Found look(Path archive, CandidateId candidate);

    /**
     * Restores an archive.
     *
     * @throws Refused as {@link #look} does; nothing is changed then
     */
    void restore(Path archive, CandidateId candidate);
}
