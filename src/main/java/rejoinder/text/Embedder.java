package rejoinder.text;

import java.util.List;
import java.util.Optional;
import rejoinder.text.Encoding.Token;

/** A sentence model: text to vectors. Deterministic; may be called from several threads. */
public interface Embedder {
    /**
     * Encodes a text of any length; nothing is cut. A text longer than the model's window is encoded in overlapping windows. A blank text has no tokens.
     *
     * @param text any text
     */
    Encoding encode(String text);

    /**
     * Encodes a text as it reads after another one: an answer after its question. Only the text's own tokens come back, with spans in the text. A model whose
     * vectors do not depend on what is around a token may leave the context out, as this default does.
     *
     * @param context what is in front; a very long one may be shortened
     * @param text any text
     */
    default Encoding encodeAfter(String context, String text) {
        return encode(text);
    }

    /** The same without what the reader of claims sees, where a model saves time by that. */
    default Encoding compareAfter(String context, String text) {
        return encodeAfter(context, text);
    }

    /** The same with what the reader of claims sees and, where a model saves time by that, without vectors. */
    default Encoding readAfter(String context, String text) {
        return encodeAfter(context, text);
    }

    /** The tokens alone, as {@link #encode(String)} would give them; far cheaper where the model can tell them without running. */
    default List<Token> tokens(String text) {
        return encode(text).tokens();
    }

    /** What reads claims in the encodings of this model; empty if nothing does. */
    default Optional<ClaimReader> claimReader() {
        return Optional.empty();
    }

    /** Where encodings by this model are kept for later runs; empty if nowhere. */
    default Optional<EncodingShelf> shelf() {
        return Optional.empty();
    }

    /** Checksum of the model and tokenizer, part of every grade's stamp. */
    String checksum();
}
