package rejoinder.text;

import java.util.Optional;

/** Keeps encodings from one run of the program to the next. May be used from several threads. */
public interface EncodingShelf {
    /** What is kept of a question; empty if nothing is, or nothing that this model made. */
    Optional<EncodedTexts> find(String context);

    /**
     * Keeps what is known of a question in place of what was kept before.
     *
     * @return whether it is kept; a shelf that is full or cannot be written says so in the log and keeps nothing
     */
    boolean keep(EncodedTexts texts);
}
