package rejoinder.grader;

import java.util.ArrayList;
import java.util.List;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.Span;

/**
 * Parts of a text, read as if nothing were between them.
 *
 * @param text the whole text
 * @param parts in order, without overlap
 */
record JoinedParts(String text, List<Span> parts) {
    /** The parts one after the other, one per line. */
    String joined() {
        StringBuilder joined = new StringBuilder();
        for (Span part : parts) {
            joined.append(joined.length() == 0 ? "" : "\n").append(part.of(text));
        }
        return joined.toString();
    }

    /** An encoding of the joined parts, with its tokens at their places in the whole text. */
    Encoding placed(Encoding joined) {
        List<Token> tokens = new ArrayList<>();
        int part = 0;
        int start = 0;
        for (Token token : joined.tokens()) {
            while (token.span().start() > start + length(parts.get(part))) {
                start += length(parts.get(part)) + 1;
                part++;
            }
            int shift = parts.get(part).start() - start;
            Span span = new Span(token.span().start() + shift, token.span().end() + shift);
            tokens.add(new Token(token.id(), token.piece(), span));
        }
        return new Encoding(text, tokens, joined.vectors(), joined.pooled());
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }
}
