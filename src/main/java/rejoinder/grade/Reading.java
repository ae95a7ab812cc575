package rejoinder.grade;

import java.util.Set;
import rejoinder.grade.Encoding.Token;

/**
 * A text ready for alignment: its tokens' vectors read alone and read after the question, and what each token weighs.
 *
 * @param plain the text read alone
 * @param inContext the same tokens read after the question
 * @param weights one a token, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // read-only by agreement, never leaves the room
record Reading(Encoding plain, Encoding inContext, double[] weights) {
    /** Number of tokens. */
    int size() {
        return plain.tokens().size();
    }

    Token token(int index) {
        return plain.tokens().get(index);
    }

    /** Index of the first token that starts at or after a place in the text. */
    int tokenAt(int place) {
        int index = 0;
        while (index < size() && token(index).span().start() < place) {
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
        return new Reading(plain, inContext, lighter);
    }
}
