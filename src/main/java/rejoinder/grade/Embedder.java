package rejoinder.grade;

/** A sentence model: text to vectors. Deterministic; may be called from several threads. */
public interface Embedder {
    /**
     * Encodes a text of any length; nothing is cut. A text longer than the model's window is encoded in overlapping windows. A blank text has no tokens.
     *
     * @param text any text
     */
    Encoding encode(String text);

    /** Checksum of the model and tokenizer, part of every grade's stamp. */
    String checksum();
}
