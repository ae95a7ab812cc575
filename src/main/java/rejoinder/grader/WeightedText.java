package rejoinder.grader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import rejoinder.text.Encoding;
import rejoinder.text.Encoding.Token;
import rejoinder.text.SpelledOut;

/**
 * A text ready for alignment: its tokens' vectors and what each token weighs. Behind the tokens of the text may stand others that say its code in words, each at the
 * place of the code it stands for.
 *
 * @param encoding the text as it reads after the question
 * @param weights one per token, above 0
 * @param written number of tokens that are in the text
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement, never leaves the room
record WeightedText(Encoding encoding, double[] weights, int written) {
    /** A text as it stands. */
    WeightedText(Encoding encoding, double[] weights) {
        this(encoding, weights, weights.length);
    }

    /** The text itself. */
    String text() {
        return encoding.text();
    }

    /** Number of tokens. */
    int size() {
        return encoding.tokens().size();
    }

    Token token(int index) {
        return encoding.tokens().get(index);
    }

    /** Index of the first token of the text that starts at or after a place in it. */
    int tokenAt(int place) {
        int index = 0;
        while (index < written && token(index).span().start() < place) {
            index++;
        }
        return index;
    }

    /** The same text with less weight on some word pieces. */
    WeightedText lighter(Set<Integer> pieces, double factor) {
        double[] lighter = weights.clone();
        for (int i = 0; i < lighter.length; i++) {
            lighter[i] *= pieces.contains(token(i).id()) ? factor : 1;
        }
        return new WeightedText(encoding, lighter, written);
    }

    /** The same text, and behind it its code said in words. */
    WeightedText followedBy(WeightedText said, SpelledOut code) {
        double[] both = Arrays.copyOf(weights, size() + said.size());
        System.arraycopy(said.weights, 0, both, size(), said.size());
        List<Token> tokens = new ArrayList<>(encoding.tokens());
        for (Token token : said.encoding.tokens()) {
            tokens.add(new Token(token.id(), token.piece(), code.code(token.span())));
        }
        float[][] vectors = Arrays.copyOf(encoding.vectors(), tokens.size());
        System.arraycopy(said.encoding.vectors(), 0, vectors, size(), said.size());
        return new WeightedText(new Encoding(text(), tokens, vectors, encoding.pooled()), both, written);
    }
}
