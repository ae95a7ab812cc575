package rejoinder.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import rejoinder.grade.Encoding.Token;

/**
 * A text ready for alignment: its tokens' vectors read alone and read after the question, and what each token weighs. Behind the tokens of the text may stand others
 * that say its code in words, each at the place of the code it stands for.
 *
 * @param plain the text read alone
 * @param inContext the same tokens read after the question
 * @param weights one a token, above 0
 * @param written number of tokens that stand in the text
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement, never leaves the room
record Reading(Encoding plain, Encoding inContext, double[] weights, int written) {
    /** A text as it stands. */
    Reading(Encoding plain, Encoding inContext, double[] weights) {
        this(plain, inContext, weights, weights.length);
    }

    /** Number of tokens. */
    int size() {
        return plain.tokens().size();
    }

    Token token(int index) {
        return plain.tokens().get(index);
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
    Reading lighter(Set<Integer> pieces, double factor) {
        double[] lighter = weights.clone();
        for (int i = 0; i < lighter.length; i++) {
            lighter[i] *= pieces.contains(token(i).id()) ? factor : 1;
        }
        return new Reading(plain, inContext, lighter, written);
    }

    /** The same text, and behind it its code said in words. */
    Reading followedBy(Reading said, SpelledOut code) {
        double[] both = Arrays.copyOf(weights, size() + said.size());
        System.arraycopy(said.weights, 0, both, size(), said.size());
        return new Reading(joined(plain, said.plain, code), joined(inContext, said.inContext, code), both, written);
    }

    private static Encoding joined(Encoding text, Encoding said, SpelledOut code) {
        List<Token> tokens = new ArrayList<>(text.tokens());
        for (Token token : said.tokens()) {
            tokens.add(new Token(token.id(), token.piece(), code.code(token.span())));
        }
        float[][] vectors = Arrays.copyOf(text.vectors(), tokens.size());
        System.arraycopy(said.vectors(), 0, vectors, text.vectors().length, said.vectors().length);
        return new Encoding(text.text(), tokens, vectors, text.pooled());
    }
}
