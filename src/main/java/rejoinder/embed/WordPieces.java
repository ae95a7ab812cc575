package rejoinder.embed;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.CharSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import rejoinder.text.Encoding.Token;
import rejoinder.text.Span;

/** Cuts texts into the model's word pieces, without cutting anything off, and says where in the text each one stands. */
final class WordPieces implements AutoCloseable {
    private final HuggingFaceTokenizer tokenizer;

    /** Reads the tokenizer's JSON; its own limit of 128 tokens and its padding are switched off. */
    WordPieces(Path json) throws IOException {
        tokenizer = HuggingFaceTokenizer.newInstance(
                json, Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false"));
    }

    /** The word pieces of a text, without the model's own marks. */
    List<Token> of(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        Encoding encoding = tokenizer.encode(wellFormed(text), false, false);
        long[] ids = encoding.getIds();
        String[] pieces = encoding.getTokens();
        CharSpan[] spans = encoding.getCharTokenSpans();
        int[] offsets = charOffsets(text);
        List<Token> tokens = new ArrayList<>(ids.length);
        for (int i = 0; i < ids.length; i++) {
            Span span = new Span(offset(offsets, spans[i].getStart()), offset(offsets, spans[i].getEnd()));
            tokens.add(new Token((int) ids[i], pieces[i], span));
        }
        return tokens;
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    // The way into the native library damages every character beyond the basic plane as soon as one half of a surrogate
    // pair stands alone, and NUL ends
    // strings there; both are replaced by one char each, so that positions stay.
    private static String wellFormed(String text) {
        StringBuilder mended = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char good = c;
            if (c == 0) {
                good = ' ';
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            } else if (Character.isSurrogate(c)) {
                good = '\uFFFD';
            }
            if (good != c) {
                if (mended == null) {
                    mended = new StringBuilder(text);
                }
                mended.setCharAt(i, good);
            }
        }
        return mended == null ? text : mended.toString();
    }

    // The tokenizer counts code points and Java counts chars; an empty array says that they are the same.
    private static int[] charOffsets(String text) {
        int points = text.codePointCount(0, text.length());
        if (points == text.length()) {
            return new int[0];
        }
        int[] offsets = new int[points + 1];
        for (int i = 0, at = 0; i < points; i++) {
            offsets[i] = at;
            at += Character.charCount(text.codePointAt(at));
        }
        offsets[points] = text.length();
        return offsets;
    }

    private static int offset(int[] offsets, int point) {
        return offsets.length == 0 ? point : offsets[point];
    }
}
